from __future__ import annotations

import pytest

from corpus.ingest import find_files, ingest, seed_folder
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.outcome import asks_for_outcome

SEEDS = ingest(find_files(seed_folder()))
ANSWERER = Answerer(SEEDS, BM25Retriever(SEEDS))


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What did the talks achieve?", True),
        ("How did the Vienna talks end?", True),
        ("What was the outcome of the meeting?", True),
        ("What came of it?", True),
        ("Where do the talks take place?", False),
        ("When did the talks begin?", False),
        ("Could the negotiations end abruptly?", False),
    ],
)
def test_what_came_of_it_is_asked(question: str, asks: bool) -> None:  # noqa: FBT001
    assert asks_for_outcome(question) == asks


@pytest.mark.parametrize("question", ["What did the talks achieve?", "How did the Vienna talks end?"])
def test_articles_from_before_cannot_tell(question: str) -> None:
    assert ANSWERER.answer(question).outcome == "no_answer"


@pytest.mark.parametrize("question", ["When do the Vienna talks start?", "Could the negotiations end abruptly?"])
def test_what_is_planned_they_tell(question: str) -> None:
    assert ANSWERER.answer(question).outcome == "answered"
