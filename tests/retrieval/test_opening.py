from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Article, Corpus
from retrieval.answer import Answer
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.newest import newest_first
from retrieval.opening import READ, Opening, find_opening

SEEDS = ingest(find_files(seed_folder()))
ASK = Answerer(SEEDS, BM25Retriever(SEEDS)).answer
SHIPPED = ("What did Ryabkov say?", "Who leads the Russian side?")


@dataclass(frozen=True)
class Plain:
    """Questions in short words."""

    own: tuple[str, ...] = ("Who is chess champion?",)

    def shipped(self) -> tuple[str, ...]:
        return self.own

    def said(self, name: str) -> str:
        return f"What did {name} say?"

    def who(self, name: str) -> str:
        return f"Who is {name}?"

    def when(self, meeting: str, place: str) -> str:
        return f"When is the {meeting} in {place}?"


def test_the_shipped_articles_have_their_own_questions() -> None:
    found = find_opening(SEEDS, newest_first(SEEDS), ASK, Plain(SHIPPED))
    assert found == Opening(SHIPPED, ("Antony Blinken", "Sergei Ryabkov"))


def test_for_others_questions_are_made_and_all_are_answered() -> None:
    questions = find_opening(SEEDS, newest_first(SEEDS), ASK, Plain()).questions
    assert questions == ("What did Blinken say?", "Who is Sergei Ryabkov?", "When is the meeting in Brussels?")
    assert all(ASK(question).outcome == "answered" for question in questions)


def test_what_is_not_answered_is_not_offered() -> None:
    found = find_opening(SEEDS, [0, 1], lambda question: Answer(question, "no_answer"), Plain(SHIPPED))
    assert found.questions == ()


def test_what_is_answered_by_something_else_is_not_offered() -> None:
    other = ASK("Who leads the Russian side?")

    def answer(question: str) -> Answer:
        return replace(other, outcome="no_answer" if "chess" in question else "answered")

    assert not any(question.startswith("When") for question in find_opening(SEEDS, [0, 1], answer, Plain()).questions)


def test_without_articles_there_is_nothing_to_ask() -> None:
    assert find_opening(Corpus((), ()), [], ASK, Plain(SHIPPED)) == Opening((), ())


def test_only_the_newest_are_read() -> None:
    articles = [Article(f"{n}", "", published=f"20{n:02}-01-01") for n in range(READ + 5)]
    read: list[str] = []

    class Quotes(dict[str, tuple[()]]):
        def get(self, key: str, _: object = None) -> tuple[()]:
            read.append(key)
            return ()

    corpus = Corpus(articles, (), quotes=Quotes({article.id: () for article in articles}))
    find_opening(corpus, newest_first(corpus), lambda question: Answer(question, "no_answer"), Plain())
    assert read == [f"{n}" for n in range(READ + 4, 4, -1)]
