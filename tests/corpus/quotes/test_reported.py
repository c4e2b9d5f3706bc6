"""What is somebody reported to have said?"""

from __future__ import annotations

import pytest

from tests.corpus.quotes.reading import quotes_of, said, words

SOON = "talks would begin soon"
HANDED_OVER = {
    "reported-that": [
        (f"Ana Lopez said that {SOON}.", SOON, "Ana Lopez"),
        (f"Ana Lopez said on Sunday in Geneva that {SOON}.", SOON, "Ana Lopez"),
        (f"Ana Lopez told reporters in Geneva that {SOON}.", SOON, "Ana Lopez"),
        (f"Ana Lopez warned that {SOON}.", SOON, "Ana Lopez"),
        ("Ana Lopez said that was not the end.", "that was not the end", "Ana Lopez"),
    ],
    "reported-clause": [
        (f"Ana Lopez said {SOON}.", SOON, "Ana Lopez"),
        ("Ana Lopez said Monday she would begin soon.", "she would begin soon", "Ana Lopez"),
        ("Ana Lopez insisted she would wait on.", "she would wait on", "Ana Lopez"),
        (f"Sparta took a hard line, saying {SOON}.", SOON, "Sparta"),
        (f"Ana Lopez tamped down hopes, but said {SOON}.", SOON, "Ana Lopez"),
    ],
    "reported-tail": [
        ("Talks begin on Monday, Ana Lopez said.", "Talks begin on Monday", "Ana Lopez"),
        ("Talks begin on Monday, Ana Lopez told CNN in Geneva.", "Talks begin on Monday", "Ana Lopez"),
        ("GENEVA, Jan. 9 — Talks begin on Monday, Ana Lopez said.", "Talks begin on Monday", "Ana Lopez"),
        ("Talks begin, Ana Lopez said, and end soon.", "Talks begin, Ana Lopez said, and end soon", "Ana Lopez"),
    ],
    "reported-according": [
        (f"According to Ana Lopez, {SOON}.", SOON, "Ana Lopez"),
        ("Talks would begin soon, according to Ana Lopez.", "Talks would begin soon", "Ana Lopez"),
        ("That, according to an official, is over.", "That, according to an official, is over", "official"),
    ],
    "reported-demand": [
        ("Ana Lopez urged Sparta to withdraw.", "Sparta to withdraw", "Ana Lopez"),
        ("The Spartan government denies evil plans but has many.", "evil plans", "Spartan government"),
        ("Ana Lopez is also demanding that Sparta leaves.", "Sparta leaves", "Ana Lopez"),
    ],
}


@pytest.mark.parametrize(
    ("rule", "sentence", "clause", "speaker"), [(rule, *row) for rule, rows in HANDED_OVER.items() for row in rows]
)
def test_a_clause_that_is_handed_over(rule: str, sentence: str, clause: str, speaker: str) -> None:
    assert said(sentence) == [("reported", clause, speaker)]
    assert quotes_of(sentence)[0].rule == rule


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Lopez did not say that talks would begin soon.",
        "Nobody can say that talks would begin soon.",
        "If Ana Lopez says that talks begin, they will begin.",
        "Ana Lopez was told that talks would begin soon.",
        "The claims that Ana Lopez made were false in every point.",
        "It means saying that talks would begin soon.",
        "Ana Lopez believes that talks would begin soon.",
        "Ana Lopez said so.",
        "The money it pledged to pay never came to Geneva.",
        "The State Department in Washington is closed today.",
        "''Talks would begin soon,'' Ana Lopez said.",
        "Said Ana Lopez on a Monday.",
        "said Ana Lopez on Monday in Geneva.",
    ],
)
def test_what_is_not_said_is_not_reported(sentence: str) -> None:
    assert said(sentence) == []


def test_the_cue_and_the_mention_prove_it() -> None:
    text = "Ana Lopez came. According to the RIA, she said in advance that talks could end soon."
    [quote] = quotes_of(text)
    assert quote.attribution
    assert (words(text, quote.cue), words(text, quote.via)) == ("said", "RIA")
    assert (words(text, quote.attribution.mention), quote.attribution.name) == ("she", "Ana Lopez")
