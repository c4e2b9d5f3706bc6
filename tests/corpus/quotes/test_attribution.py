"""Whose words are they? A table of sentences, each rule with its own."""

from __future__ import annotations

import pytest

from tests.corpus.quotes.reading import quotes_of, said, speakers, words

LOPEZ = "Foreign Minister Ana Lopez came to Geneva with Deputy Minister Ben Hall. "
SPEECH = "“We will wait for an answer,”"


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue", "rule"),
    [
        (f"{SPEECH} Lopez said.", "Ana Lopez", "said", "X-said"),
        (f"{SPEECH} said Lopez.", "Ana Lopez", "said", "said-X"),
        (f"{SPEECH} said Ben Hall, a deputy of hers.", "Ben Hall", "said", "said-X"),
        (f"{SPEECH} Ben Hall, who came late, told reporters.", "Ben Hall", "told", "X-said"),
        (f"{SPEECH} Hall, speaking on the radio, also added.", "Ben Hall", "added", "X-said"),
        (f"{SPEECH} Hall said, according to Reuters.", "Ben Hall", "said", "X-said"),
        (f"{SPEECH} according to Ben Hall.", "Ben Hall", "according to", "according-to"),
        ("“Will you wait?” Ana Lopez, a lawyer by trade, asked.", "Ana Lopez", "asked", "X-said"),
        (f"Hall said: {SPEECH}", "Ben Hall", "said", "X-said-that"),
        (f"On Monday, after a long flight, Hall said, {SPEECH}", "Ben Hall", "said", "X-said-that"),
        (f"Hall, the deputy of Lopez, said: {SPEECH}", "Ben Hall", "said", "X-said-that"),
        (f"Lopez met Hall and said: {SPEECH}", "Ana Lopez", "said", "saying"),
        (f"Lopez left the room, saying: {SPEECH}", "Ana Lopez", "saying", "saying"),
        (f"The plan is dead, Hall said, adding, {SPEECH}", "Ben Hall", "adding", "saying"),
        ("Lopez said that the plan “will not fly in Sparta at all.”", "Ana Lopez", "said", "X-said-that"),
        ("Lopez said Hall believed the plan “will not fly at all.”", "Ana Lopez", "said", "X-said-that"),
        ("Lopez called the plan “a gun at the head of us all.”", "Ana Lopez", "called", "X-called-it"),
        ("Lopez’s answer was that the plan “will not fly in Sparta.”", "Ana Lopez", "answer", "X's-word"),
        ("Lopez was asked by Ben Hall whether she “would wait for an answer.”", "Ben Hall", "asked", "said-by"),
        (f"Ben Hall: {SPEECH}", "Ben Hall", None, "X:"),
    ],
)
def test_the_speaker_in_the_same_sentence(sentence: str, speaker: str, cue: str | None, rule: str) -> None:
    text = LOPEZ + sentence
    [quote] = [quote for quote in quotes_of(text) if quote.type != "reported"]
    assert quote.attribution
    assert (quote.attribution.name, words(text, quote.cue), quote.rule) == (speaker, cue, rule)
    assert quote.attribution.mention.start >= len(LOPEZ)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"{SPEECH} Ana Lopez said. “We are patient people.”", "carried"),
        ("Ana Lopez called it “a gun at our head” and “the end of all talks.”", "same-sentence"),
        ("Ana Lopez agreed with him. “We are patient people.”", "sentence-before"),
        ("Ana Lopez went on to say:\n\n“We are patient people, and we have time.”", "colon"),
        (f"{SPEECH} Ana Lopez said.\n\n“We are patient people, and we have time.”", "carried-over"),
        ("Ana Lopez said: “We are patient.\n\n“We have all the time that we need.”", "continued"),
        ("“We are patient people, and we have time.”\n\n– Ana Lopez, Geneva.", "signature"),
        ("Ana Lopez praised the long talks of last night.\n\n“We are patient people, you see.”", "paragraph-before"),
    ],
)
def test_the_speaker_of_a_sentence_that_names_none(text: str, rule: str) -> None:
    quote = quotes_of(text)[-1]
    assert quote.attribution
    assert (quote.attribution.name, quote.rule) == ("Ana Lopez", rule)


def test_an_interrupted_quotation_is_two_quotes() -> None:
    text = "“We will wait,” Ana Lopez said, “and then we will go home.”"
    assert said(text) == [
        ("direct", "“We will wait,”", "Ana Lopez"),
        ("direct", "“and then we will go home.”", "Ana Lopez"),
    ]


def test_a_quotation_within_our_own_sentence_is_mixed() -> None:
    assert said("Ana Lopez called it “a gun at the head of us all.”")[0][0] == "mixed"
    assert said("Ana Lopez said: “A gun stands at the head of us all.”")[0][0] == "direct"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody in Geneva believes in “breakthroughs” in winter.",
        "Ana Lopez came to the “State of the Union” show on Sunday.",
        "His film “How the Long Talks Ended” had no success in Geneva.",
        "The road to Geneva is long and it rains a lot.",
    ],
)
def test_words_that_are_only_set_apart_are_no_speech(text: str) -> None:
    assert said(text) == []


def test_a_statement_without_a_known_speaker_is_kept_without_one() -> None:
    [quote] = quotes_of("“We will wait for an answer from them all.”\n\nThe road to Geneva is long and wet.")
    assert (quote.attribution, quote.cue, quote.rule) == (None, None, "none")


def test_quotes_come_in_reading_order_whatever_their_type() -> None:
    text = "Ana Lopez said that talks begin on Monday. “We wait for them,” she said. Hall denied any delays."
    spans = [quote.span for quote in quotes_of(text)]
    assert spans == sorted(spans)
    assert [kind for kind, _, _ in said(text)] == ["reported", "direct", "reported"]


def test_two_people_in_turns() -> None:
    text = (
        "“Will the talks fail?” asked Ana Lopez.\n\n“No, they will go on,” said Ben Hall. “They must.”\n\n"
        "“So we will wait,” Lopez answered."
    )
    assert speakers(text) == ["Ana Lopez", "Ben Hall", "Ben Hall", "Ana Lopez"]
