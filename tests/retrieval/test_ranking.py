"""Do the passages rise that say what is asked, in its words and order?"""

from __future__ import annotations

import pytest

from retrieval.answer_type import WEIGHTS
from retrieval.question import Question
from retrieval.ranking import PAIRS, RERANKED, TRIPLES, rerank
from retrieval.retriever import Hit
from tests.retrieval.samples import corpus_of

SENTENCES = (
    "The council meets the other side.",
    "The other council meets the side.",
    "On Monday the council met.",
    "Around 100,000 soldiers came.",
)
CORPUS = corpus_of("\n\n".join(SENTENCES))


def scores(question: str, *hits: Hit) -> dict[int, float]:
    return {hit.passage: round(hit.score, 6) for hit in rerank(Question(question, ()), hits, CORPUS)}


def test_the_corpus_is_cut_as_it_is_meant() -> None:
    assert [passage.span.of(CORPUS.articles[0].text) for passage in CORPUS.passages] == list(SENTENCES)


@pytest.mark.parametrize(
    ("question", "raised"),
    [
        # a pair (other side) and a triple (the other side)
        ("the other side", [PAIRS + TRIPLES, 0, 0, 0]),
        # council met, which is council meets
        ("council met", [PAIRS, PAIRS, PAIRS, 0]),
        # pairs of function words alone don't count
        ("on the", [0, 0, 0, 0]),
        # a kind of thing
        ("when was it", [0, 0, WEIGHTS["date"], 0]),
        ("how many", [0, 0, 0, WEIGHTS["number"]]),
        ("", [0, 0, 0, 0]),
    ],
)
def test_what_raises_a_passage(question: str, raised: list[float]) -> None:
    hits = [Hit(number, 0.5) for number in range(4)]
    expected = {number: round(0.5 + bonus, 6) for number, bonus in enumerate(raised)}
    assert scores(question, *hits) == expected


def test_the_best_comes_first_and_ties_stand_in_reading_order() -> None:
    hits = [Hit(3, 0.5), Hit(2, 0.45), Hit(1, 0.45), Hit(0, 0.3)]
    assert list(scores("when", *hits)) == [2, 3, 1, 0]


def test_what_is_far_behind_is_not_read_again() -> None:
    corpus = corpus_of("\n\n".join(f"Talks begin on Monday, {number} of them." for number in range(RERANKED + 2)))
    hits = [Hit(number, 0.5) for number in range(RERANKED + 2)]
    ranked = rerank(Question("when", ()), hits, corpus)
    assert {hit.score for hit in ranked[:RERANKED]} == {0.5 + WEIGHTS["date"]}
    assert ranked[RERANKED:] == hits[RERANKED:]


def test_no_hits() -> None:
    assert rerank(Question("when", ()), [], CORPUS) == []
