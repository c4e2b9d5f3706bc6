"""Are compact vectors near enough, and found by their texts?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.semantic.book import Book, digest, join_books, merge_books, shipped_book
from retrieval.semantic.vectors import DIMENSIONS, Vectors


def unit(count: int, seed: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    rows = np.random.default_rng(seed).normal(size=(count, DIMENSIONS)).astype(np.float32)
    scaled: np.ndarray[tuple[int, ...], np.dtype[np.float32]] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return scaled


@given(st.integers(1, 40), st.integers(0, 999))
def test_a_byte_a_number_keeps_cosines(count: int, seed: int) -> None:
    exact = unit(count, seed)
    compact = Vectors.compress(exact)
    assert np.abs(compact.cosines(exact[0]) - exact @ exact[0]).max() < 0.005
    assert np.abs(compact.exact(0) - exact[0]).max() < 0.005


def test_without_vectors_there_are_no_cosines() -> None:
    assert len(Vectors.empty(0).cosines(unit(1, 1)[0])) == 0


def book(encoder: str, *texts: str, seed: int = 1) -> Book:
    return Book(encoder, digest("passage", texts), Vectors.compress(unit(len(texts), seed)))


def test_a_text_is_found_wherever_it_stands() -> None:
    one, other = book("e", "a", "b"), book("e", "c", "a", seed=2)
    found, known = join_books([one, other, book("another", "d")], "e", digest("passage", ["c", "d", "b", "a", "a"]))
    assert known.tolist() == [True, False, True, True, True]
    assert np.array_equal(found.exact(0), other.vectors.exact(0))
    assert np.array_equal(found.exact(2), one.vectors.exact(1))
    assert np.array_equal(found.exact(3), one.vectors.exact(0))


def test_merged_books_say_the_same() -> None:
    one, foreign, other = book("e", "a", "b"), book("another", "a", seed=2), book("e", "c", seed=3)
    merged, apart = merge_books([one, foreign, other])
    assert (merged.encoder, apart.encoder) == ("e", "another")
    assert merged.find(digest("passage", ["c", "a", "x"])).tolist() == [2, 0, -1]
    assert np.array_equal(merged.vectors.exact(2), other.vectors.exact(0))
    assert merge_books([]) == []


def test_a_passage_is_no_question() -> None:
    assert book("e", "a").question("a") is None
    assert digest("question", ["a"]) != digest("passage", ["a"])


def test_an_empty_book_knows_nothing() -> None:
    assert book("e").find(digest("passage", ["a"])).tolist() == [-1]


def test_what_is_restored_is_what_was_saved() -> None:
    saved = book("e", "a", "b", "c")
    restored = Book.restore("e", saved.arrays())
    assert restored.find(digest("passage", ["c", "x"])).tolist() == [2, -1]


@pytest.mark.parametrize("text", ["How do I boil an egg so that the yolk stays soft?", "Warum ist der Himmel blau?"])
def test_calibrating_questions_are_shipped(text: str) -> None:
    assert shipped_book().question(text) is not None
    assert shipped_book().question(f"{text} ") is None
