from __future__ import annotations

import pytest

from retrieval.answer import Answer
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.followup import MOST_REMEMBERED, Exchange, exchange_of
from retrieval.retriever import RetrieverError
from tests.retrieval.gold.measure import seeds
from tests.retrieval.samples import cited

BRUSSELS = "What is planned in Brussels?"
RYABKOV = "What did Ryabkov say?"
BLINKEN = "What did Blinken say about breakthroughs?"
LEADS = "Who leads the Russian side?"
BORDER = "How many soldiers are on the border?"
GENEVA = "When do the Geneva talks start?"
SHERMAN = "Will Sherman meet Ryabkov on Sunday?"
MACRON = "What does Macron want?"


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    corpus = seeds()
    return Answerer(corpus, BM25Retriever(corpus))


def ask_in_turn(answerer: Answerer, *questions: str) -> Answer:
    """The answer to the last of them, each leaning on the one before."""
    previous = None
    for question in questions:
        answer = answerer.answer(question, previous=previous)
        previous = exchange_of(answer) or previous
    return answer


@pytest.mark.parametrize(
    ("previous", "text", "understood"),
    [
        # A question word, and all that was asked about.
        (BRUSSELS, "When?", "Brussels"),
        (BRUSSELS, "when", "Brussels"),
        (BRUSSELS, "And when?", "Brussels"),
        (BRUSSELS, "Why?", "Brussels"),
        (BRUSSELS, "What else?", "Brussels"),
        (BRUSSELS, "and?", "Brussels"),
        (BORDER, "Where?", "soldiers, border"),
        (BORDER, "And since when?", "soldiers, border"),
        (SHERMAN, "When exactly?", "Sherman, Ryabkov"),
        (BLINKEN, "Who said so?", "Blinken"),
        # What is of its kind, or has its preposition, gives way.
        (BRUSSELS, "And in Vienna?", "Vienna, planned"),
        (BRUSSELS, "And betwen Vienna?", "Vienna, planned"),
        (BRUSSELS, "and in vienna?", "Vienna, planned"),
        (BRUSSELS, "In Vienna?", "Vienna, planned"),
        (BRUSSELS, "What about Vienna?", "Vienna, planned"),
        (GENEVA, "And the Vienna talks?", "Vienna, talks, start"),
        (SHERMAN, "And on Monday?", "Sherman, Ryabkov, Monday"),
        (RYABKOV, "And Blinken?", "Blinken"),
        (BLINKEN, "And Ryabkov?", "Ryabkov, breakthroughs"),
        (LEADS, "And the American side?", "American, leads, side"),
        (RYABKOV, "And Macron?", "Macron"),
        # What has no other to give way is added.
        (RYABKOV, "And in Vienna?", "Ryabkov, Vienna"),
        (BRUSSELS, "And on Monday?", "Brussels, Monday"),
        # Another matter: only who it is about stays.
        (BLINKEN, "And about NATO?", "Blinken, NATO"),
        (BLINKEN, "about nato?", "Blinken, NATO"),
        ("Does Blinken expect breakthroughs?", "And about NATO?", "Blinken, NATO"),
        (BLINKEN, "and what about Ukraine?", "Blinken, Ukraine"),
        (BLINKEN, "And the concessions?", "Blinken, concessions"),
        # He and she: whom the question named, else of whom the passage speaks.
        (RYABKOV, "What did he say about NATO?", "Ryabkov, NATO"),
        (RYABKOV, "Is he the foreign minister?", "Ryabkov"),
        (RYABKOV, "what did he rule out", "Ryabkov"),
        (LEADS, "What did he say about NATO?", "Ryabkov, NATO"),
        (LEADS, "Who is he?", "Ryabkov"),
        (LEADS, "What did his government demand?", "Ryabkov"),
        (SHERMAN, "Where does she arrive?", "Sherman"),
        (BLINKEN, "When did he say that?", "Blinken, breakthroughs"),
        (MACRON, "What did he say?", "Macron"),
        # They, it, there: what was named.
        (LEADS, "What are their demands?", "Russia"),
        (LEADS, "When do they meet?", "Russia"),
        (GENEVA, "Who will be there?", "Geneva"),
        (GENEVA, "Where is that?", "Geneva"),
        (GENEVA, "How long do they take?", "Geneva"),
        (BORDER, "Whose are they?", "soldiers, border"),
        (BORDER, "How many are there?", "soldiers, border"),
        (GENEVA, "How long will it take?", "Geneva"),
        # What was asked in vain is what is asked about.
        (MACRON, "When?", "Macron"),
        ("who is the chess champion?", "When?", "chess, champion"),
    ],
)
def test_a_question_that_leans(answerer: Answerer, previous: str, text: str, understood: str) -> None:
    answer = ask_in_turn(answerer, previous, text)
    assert (answer.question, answer.understood) == (text, understood)


@pytest.mark.parametrize(
    ("previous", "text"),
    [
        (BRUSSELS, LEADS),
        (BRUSSELS, "When do the talks begin in Geneva?"),
        (BRUSSELS, MACRON),
        (BRUSSELS, "Geneva"),
        (BRUSSELS, "no"),
        (BRUSSELS, "?"),
        (BRUSSELS, "😀"),
        (BRUSSELS, "thanks!"),
        (BRUSSELS, "Is it raining?"),
        (BRUSSELS, "What do you know?"),
        (GENEVA, "Is there any hope?"),
        (LEADS, "And who leads the American side?"),
        (LEADS, "And when do the talks start?"),
        (LEADS, "What did " + "they and " * 30 + "he say?"),
        (LEADS, "Is it true that Russia invaded Ukraine?"),
        (LEADS, "Who said that diplomacy could end abruptly?"),
        (RYABKOV, "And what does Blinken say?"),
        (RYABKOV, "What did Blinken say when he was on CNN?"),
        (RYABKOV, "In Vienna, what is planned next?"),
        ("What do you know?", "When?"),
        (BORDER, "What did he say?"),
    ],
)
def test_a_question_that_stands_for_itself(answerer: Answerer, previous: str, text: str) -> None:
    assert ask_in_turn(answerer, previous, text) == answerer.answer(text)


def test_the_joined_question_is_answered(answerer: Answerer) -> None:
    first, joined = ask_in_turn(answerer, BRUSSELS), ask_in_turn(answerer, BRUSSELS, "When?")
    assert joined.outcome == "answered"
    assert joined.hits[0].citation == first.hits[0].citation
    [vienna, *_] = ask_in_turn(answerer, BRUSSELS, "And in Vienna?").hits
    assert "Vienna" in vienna.citation.text


def test_where_only_the_question_alone_is_answered_nothing_is_joined(answerer: Answerer) -> None:
    answer = ask_in_turn(answerer, MACRON, "And in Vienna?")
    assert answer == answerer.answer("And in Vienna?")
    assert answer.outcome == "answered"


def test_a_pronoun_is_never_answered_without_whom_it_means(answerer: Answerer) -> None:
    answer = ask_in_turn(answerer, MACRON, "What did he say about NATO?")
    assert (answer.outcome, answer.unknown, answer.understood) == ("no_answer", ("Macron",), "Macron, NATO")


@pytest.mark.parametrize(
    ("questions", "understood"),
    [
        ((BLINKEN, "And about NATO?", "And Ryabkov?"), "Ryabkov, NATO"),
        ((BRUSSELS, "And in Vienna?", "When?"), "Vienna"),
        ((LEADS, "What did he say?", "And in Vienna?"), "Ryabkov, Vienna"),
        ((BRUSSELS, "When?", "And in Vienna?"), "Vienna, planned"),
        ((BRUSSELS, "thanks!", "When?"), "Brussels"),
        ((BRUSSELS, "What do you know?", "When?"), "Brussels"),
        ((BRUSSELS, LEADS, "When?"), "Russia"),
    ],
)
def test_a_follow_up_is_followed_up(answerer: Answerer, questions: tuple[str, ...], understood: str) -> None:
    assert ask_in_turn(answerer, *questions).understood == understood


@pytest.mark.parametrize(
    ("answer", "exchange"),
    [
        (Answer("When?", "answered", hits=cited(4, 2), terms=("x",)), Exchange("When?", 4)),
        (
            Answer("When?", "answered", hits=cited(4), terms=("x",), joined="When, in Vienna"),
            Exchange("When, in Vienna", 4),
        ),
        (Answer("Macron?", "no_answer", nearest=cited(1), terms=("macron",)), Exchange("Macron?")),
        (Answer("Geneva " * 500, "no_answer", terms=("geneva",)), Exchange(("Geneva " * 500)[:MOST_REMEMBERED])),
        (Answer("Who are you?", "about"), None),
        (Answer("Who?", "unavailable", terms=("x",)), None),
        (Answer("?", "no_answer"), None),
        (Answer("Hello, thanks", "no_answer", terms=("hello", "thank")), None),
    ],
)
def test_what_is_remembered(answer: Answer, exchange: Exchange | None) -> None:
    assert exchange_of(answer) == exchange


def test_a_search_that_is_down_is_no_refusal(answerer: Answerer, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RetrieverError

    monkeypatch.setattr(BM25Retriever, "search", fail)
    assert answerer.answer("And in Vienna?", previous=Exchange(BRUSSELS)).outcome == "unavailable"
