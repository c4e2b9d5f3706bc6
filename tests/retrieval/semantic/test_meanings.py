"""Do words and meaning find passages together, and is nothing encoded twice?"""

from __future__ import annotations

import numpy as np
import pytest

from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.question import Question
from retrieval.saved_answerer import SavedAnswerer
from retrieval.semantic.learning import learn_meanings
from tests.retrieval.samples import corpus_of
from tests.retrieval.semantic.encoders import Letters, made_meanings

CORPUS = corpus_of("Zebras graze.\n\nAn owl hoots.\n\nQuick foxes jump over dogs.")


def asked(text: str, *terms: str) -> Question:
    return Question(text, terms, asked=text)


def test_a_passage_is_found_that_shares_no_word() -> None:
    found = made_meanings(CORPUS, Letters()).search(asked("zebra grazes"), 3)
    assert found[0].passage == 0
    assert found[0].score > found[1].score


def test_and_one_that_shares_only_words() -> None:
    found = made_meanings(CORPUS, Letters()).search(asked("zzzzzzzzzzzzzzzzzzzzzzzzzz", "owl"), 3)
    assert found[0].passage == 1


@pytest.mark.parametrize("text", ["", "?", "🙂"])
def test_what_says_nothing_finds_nothing(text: str) -> None:
    encoder = Letters()
    assert made_meanings(CORPUS, encoder).search(asked(text), 3) == []
    assert encoder.questions == []


def test_without_passages_there_is_nothing_to_find() -> None:
    assert made_meanings(corpus_of(), Letters()).search(asked("owl", "owl"), 3) == []


def test_a_question_is_encoded_once() -> None:
    encoder = Letters()
    meanings = made_meanings(CORPUS, encoder)
    for _ in range(2):
        meanings.search(asked("owl"), 3)
        meanings.confidence(asked("owl"), (), holds=False)
    assert encoder.questions == ["owl"]


def test_only_new_passages_are_encoded() -> None:
    encoder = Letters()
    first = learn_meanings(CORPUS, encoder)
    assert (first.encoded, len(encoder.passages)) == (3, 3)
    more = corpus_of("An owl hoots.\n\nNobody came.\n\nZebras graze.")
    second = learn_meanings(more, encoder, [first.book])
    assert second.encoded == 1
    assert encoder.passages[3:] == ["Nobody came."]
    assert np.array_equal(second.book.vectors.exact(0), first.book.vectors.exact(1))


def test_a_paragraph_of_several_passages_is_encoded_as_a_whole_too() -> None:
    corpus = corpus_of("Zebras graze. They sleep.\n\nAn owl hoots.\n\nFoxes jump. Dogs bark.")
    encoder = Letters()
    assert learn_meanings(corpus, encoder).encoded == 7
    assert encoder.passages[5:] == ["Zebras graze. They sleep.", "Foxes jump. Dogs bark."]


def test_and_lifts_its_passages() -> None:
    corpus = corpus_of("Zebras gaze.\n\nZebras gaze. Zebras graze.")
    found = made_meanings(corpus, Letters()).search(asked("Zebras graze."), 3)
    assert [hit.passage for hit in found] == [2, 1, 0]
    assert found[1].score > found[2].score


def test_progress_is_shown_passage_by_passage() -> None:
    seen: list[tuple[str, int]] = []

    def watch(items: list[int], doing: str) -> list[int]:
        seen.append((doing, len(items)))
        return items

    learn_meanings(CORPUS, Letters(), watch=watch)  # type: ignore[arg-type]
    assert seen == [("Finding meanings", 3)]


def test_an_answerer_says_that_it_compares_meanings() -> None:
    encoder = Letters()
    by_meaning = Answerer(CORPUS, BM25Retriever(CORPUS), meanings=made_meanings(CORPUS, encoder))
    assert by_meaning.by_meaning
    assert by_meaning.answer("Where do zebras graze?").by_meaning
    assert not Answerer(CORPUS, BM25Retriever(CORPUS)).answer("Where do zebras graze?").by_meaning


@pytest.mark.parametrize(
    ("question", "unread"), [("Wo ist die Giraffe?", None), ("キリンはどこですか", "und"), ("Where is it?", None)]
)
def test_and_in_which_language_it_compares_none(question: str, unread: str | None) -> None:
    by_meaning = Answerer(CORPUS, BM25Retriever(CORPUS), meanings=made_meanings(CORPUS, Letters()))
    assert by_meaning.answer(question).foreign_language == unread


def test_a_saved_answerer_answers_the_same() -> None:
    encoder = Letters()
    saved = SavedAnswerer(CORPUS, BM25Retriever(CORPUS), meanings=made_meanings(CORPUS, encoder))
    encoder.passages.clear()
    restored = SavedAnswerer.restore(saved.snapshot(), (), encoder)
    for question in ("Where do zebras graze?", "Wo grasen die Zebras?", "Who is chess champion?"):
        assert restored.answer(question).score == saved.answer(question).score
    assert encoder.passages == []
