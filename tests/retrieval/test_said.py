from __future__ import annotations

import pytest

from corpus.ingest import find_files, ingest, seed_folder
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.said import asked_speaker

SEEDS = ingest(find_files(seed_folder()))
ANSWERER = Answerer(SEEDS, BM25Retriever(SEEDS))


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did Ryabkov say about illusions?", {"ryabkov"}),
        ("what has the minister said", {"minist"}),
        ("What is Sergei Ryabkov quoted as saying?", {"sergei", "ryabkov"}),
        ("What were Putin’s words?", {"putin"}),
        ("Any quotes by Blinken on Ukraine?", {"blinken"}),
        ("Who said so?", set()),
        ("What does Putin demand?", set()),
        ("When do the talks begin?", set()),
    ],
)
def test_whose_words_are_asked_for(question: str, speaker: set[str]) -> None:
    assert asked_speaker(question) == speaker


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Ryabkov say about illusions?", "should have no illusions about this"),
        ("What did the official say about the open door?", "the ‘open door,’"),
        ("What did Blinken say about breakthroughs?", "any breakthroughs in the coming week"),
        ("What did the Russian foreign minister say?", "I can’t rule out anything"),
    ],
)
def test_the_words_of_the_one_asked_for_come_first(question: str, words: str) -> None:
    answer = ANSWERER.answer(question)
    assert answer.outcome == "answered"
    assert words in answer.hits[0].citation.text


@pytest.mark.parametrize("question", ["What did Putin say?", "What did NATO say?", "What were Putin's words?"])
def test_whoever_is_not_quoted_said_nothing_in_the_articles(question: str) -> None:
    assert ANSWERER.answer(question).outcome == "no_answer"
