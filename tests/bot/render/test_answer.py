from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.answer import answer_html, answers_html, count_other_wordings, further_html
from bot.render.html import clean
from bot.render.split import split
from bot.simulator.markup import parse_html
from corpus.models import Article, Corpus, Span
from retrieval.analysis import analyze
from retrieval.answer import Answer, CitedPassage
from tests.bot.telegram.samples import (
    BEGIN,
    FIRST,
    HERE,
    LED,
    PLACES,
    SEEDS,
    THERE,
    answered,
    hit,
    make_corpus,
    refused,
)

WORDS = NullTranslations()
ANYTHING = st.text(st.characters(codec=None))


def render(answer: Answer, corpus: Corpus = SEEDS) -> str:
    return answer_html(answer, corpus, WORDS)


def test_the_words_of_the_question_are_bold() -> None:
    assert render(answered(hit(LED), terms=analyze("Who led the Russian side?"))) == (
        "<blockquote>On the <b>Russian side</b>, the upcoming talks are being <b>led</b> by "
        "Deputy Foreign Minister Sergei Ryabkov.</blockquote>\n"
        "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022"
    )


def test_an_article_is_described_where_it_first_appears() -> None:
    assert render(answered(hit(LED), hit(BEGIN), hit(HERE, THERE))) == (
        f"<blockquote>{LED}</blockquote>\n"
        "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022\n\n"
        f"<blockquote>{BEGIN}</blockquote>\n"
        "[2] Geneva talks hinge on Russia deescalating Ukraine threat · Sun 9 Jan 2022 (date inferred)\n\n"
        f"<blockquote>{HERE}</blockquote>\n"
        "[1] · also [2]"
    )


def test_an_article_that_only_says_the_same_is_described_too() -> None:
    assert render(answered(hit(HERE, THERE, THERE, LED), understood="Blinken & NATO")) == (
        "<i>about: Blinken &amp; NATO</i>\n"
        f"<blockquote>{HERE}</blockquote>\n"
        "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022\n"
        "also [2] Geneva talks hinge on Russia deescalating Ukraine threat · Sun 9 Jan 2022 (date inferred)"
    )


def test_a_refusal_shows_the_passage_that_is_offered_alone() -> None:
    assert render(refused(hit(HERE, THERE), hit(LED))) == (
        "The articles don’t tell. The newest of 2 is of Sun 9 Jan 2022.\n"
        "<i>Closest passage, may not answer:</i>\n"
        f"<blockquote expandable>{HERE}</blockquote>\n"
        "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022\n"
        "also [2] Geneva talks hinge on Russia deescalating Ukraine threat · Sun 9 Jan 2022 (date inferred)"
    )


def test_a_refusal_that_has_nothing_to_offer_shows_no_passage() -> None:
    assert render(replace(refused(hit(LED)), offered=None)) == (
        "The articles don’t tell. The newest of 2 is of Sun 9 Jan 2022."
    )


def test_a_refusal_shows_what_was_understood() -> None:
    assert render(replace(refused(), understood="<Macron>")) == (
        "<i>about: &lt;Macron&gt;</i>\nThe articles don’t tell. The newest of 2 is of Sun 9 Jan 2022."
    )


def test_unfolded_the_other_wording_stands_below() -> None:
    answer = answered(hit(HERE, THERE, THERE, HERE))
    assert answers_html([answer], SEEDS, WORDS, view="wordings") == (
        f"<blockquote>{HERE}</blockquote>\n"
        "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022\n"
        "<i>in other words:</i>\n"
        f"<blockquote>{THERE}</blockquote>\n"
        "[2] Geneva talks hinge on Russia deescalating Ukraine threat · Sun 9 Jan 2022 (date inferred)"
    )
    assert count_other_wordings([answer]) == 1


def test_what_is_the_same_to_the_letter_is_no_other_wording() -> None:
    corpus = make_corpus(FIRST, replace(FIRST, id="copy", title="A copy", text=f"{PLACES}\n{LED}"))
    copy = corpus.cite("copy", Span(len(PLACES) + 1, len(PLACES) + 1 + len(LED)))
    answer = answered(replace(hit(LED, corpus=corpus), also=(copy,)))
    assert count_other_wordings([answer]) == 0
    folded, unfolded = (answers_html([answer], corpus, WORDS, view) for view in ("plain", "wordings"))
    assert folded == unfolded
    assert "also [2] A copy" in folded


def test_several_questions_are_repeated_above_their_answers() -> None:
    first, second = answered(hit(LED)), replace(refused(unknown=["Macron"]), question="And\n<Macron>?" + "x" * 500)
    assert answers_html([replace(first, question="Who leads?"), second, first], SEEDS, WORDS) == (
        f"<b>Who leads?</b>\n<blockquote>{LED}</blockquote>\n"
        "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022\n\n"
        f"<b>And &lt;Macron&gt;?{'x' * 187}…</b>\n"
        "The articles don’t tell. They don’t mention Macron. The newest of 2 is of Sun 9 Jan 2022.\n\n"
        f"<b>?</b>\n<blockquote>{LED}</blockquote>\n[1]"
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who won the Super Bowl?", "Super Bowl"),
        ("Bowl, Super and Cup?", "Super or Bowl"),
        ("Qui a gagné le Super de Bowl ?", "Super de Bowl"),
        ("Super of the Bowl?", "Super of the Bowl"),
        ("Le Super d’Bowl ?", "Super d’Bowl"),
        ("Super under Bowl?", "Super or Bowl"),
    ],
)
def test_the_words_of_one_name_are_not_parted(question: str, said: str) -> None:
    text = render(replace(refused(unknown=["Super", "Bowl"]), question=question))
    assert f"They don’t mention {said}." in text


@pytest.mark.parametrize(
    ("unknown", "said"),
    [
        (["Macron"], "They don’t mention Macron."),
        (["Macron", "Scholz"], "They don’t mention Macron or Scholz."),
        (["A", "B", "C", "D"], "They don’t mention A, B or C."),
        (["<b>\u202e&"], "They don’t mention &lt;b&gt;&amp;."),
        (["x" * 500], f"They don’t mention {'x' * 60}."),
    ],
)
def test_names_that_the_articles_dont_hold_are_named(unknown: list[str], said: str) -> None:
    text = render(refused(unknown=unknown))
    assert text == f"The articles don’t tell. {said} The newest of 2 is of Sun 9 Jan 2022."


@pytest.mark.parametrize(
    ("articles", "said"),
    [
        ((), "The articles don’t tell."),
        ((Article("undated", ""),), "The articles don’t tell."),
        ((FIRST,), "The articles don’t tell. The only one is of Sun 9 Jan 2022."),
        (
            (FIRST, replace(FIRST, id="x", published="2022-01-10"), Article("undated", "")),
            "The articles don’t tell. The newest of 3 is of Mon 10 Jan 2022.",
        ),
    ],
)
def test_the_newest_article_is_dated(articles: tuple[Article, ...], said: str) -> None:
    assert render(refused(), make_corpus(*articles)) == said


def test_a_search_that_is_down_is_not_a_refusal() -> None:
    assert render(refused(outcome="unavailable")) == ("Search is unavailable right now. Please ask again in a minute.")


def test_a_question_about_the_bot_is_answered_as_by_start() -> None:
    assert render(refused(outcome="about")).startswith("<b>talks</b> answers from news articles")


@given(st.lists(ANYTHING.filter(str.strip), min_size=1, max_size=3), ANYTHING, st.lists(ANYTHING), ANYTHING)
def test_any_article_gives_a_reply_that_telegram_accepts(
    texts: list[str], question: str, unknown: list[str], understood: str
) -> None:
    articles = [Article(str(number), text, title=question) for number, text in enumerate(texts)]
    corpus = make_corpus(*articles)
    citations = [corpus.cite(article.id, Span(0, len(article.text))) for article in articles]
    hits = tuple(CitedPassage(1, 1, 0, citation, tuple(citations)) for citation in citations)
    found = parse_html(render(answered(*hits, terms=analyze(texts[0]), understood=understood), corpus))
    assert all(clean(text) in found.text for text in texts)
    answers = [refused(*hits, unknown=unknown), replace(answered(*hits), question=question)]
    parse_html(answers_html(answers, corpus, WORDS, view="wordings"))
    parse_html(answers_html(answers, corpus, WORDS, view="context", titled=True))
    parse_html(further_html(hits, answers[1], (1, 2), corpus, WORDS, "context"))


def test_around_a_passage_stand_its_neighbours() -> None:
    text = answers_html([answered(hit(THERE))], SEEDS, WORDS, view="context")
    plain = answers_html([answered(hit(THERE))], SEEDS, WORDS)
    assert text == f"{plain}\n<blockquote expandable><b>{THERE}</b>\n{BEGIN}</blockquote>"


def test_what_is_around_must_fit_into_one_message() -> None:
    lines = [f"{number} {'x' * 1500}." for number in range(5)]
    corpus = make_corpus(Article("long", "\n".join(lines)))
    [text] = split(answers_html([answered(hit(lines[2], corpus=corpus))], corpus, WORDS, view="context"))
    assert [line in text for line in lines] == [False, False, True, False, False]
    short = make_corpus(Article("short", "\n".join([lines[0][:900], *lines[1:4], lines[4][:900]])))
    [text] = split(answers_html([answered(hit(lines[2][:900], corpus=short))], short, WORDS, view="context"))
    assert text.count("<blockquote") == 1


def test_a_title_repeats_the_question() -> None:
    text = answers_html([replace(answered(hit(LED)), question="Who <leads>?")], SEEDS, WORDS, titled=True)
    assert text.startswith("<b>Who &lt;leads&gt;?</b>\n<blockquote>")


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ((1, 1), "The next closest passages, may not answer:"),
        ((2, 3), "The next closest passages, may not answer (2 of 3):"),
    ],
)
def test_the_next_passages_are_said_to_be_no_answer(page: tuple[int, int], told: str) -> None:
    text = further_html([hit(LED), hit(BEGIN)], answered(hit(HERE)), page, SEEDS, WORDS)
    assert text.startswith(f"<i>{told}</i>\n\n<blockquote>{LED}</blockquote>\n[1] ")
    assert f"<blockquote>{BEGIN}</blockquote>\n[2] " in text
