"""Starts that encode, some of them interrupted, and what the next one still has to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.models import Article, Corpus, Passage, Span
from retrieval.bm25 import BM25Retriever
from retrieval.kept_parts import list_parts
from retrieval.saved_answerer import SavedAnswerer
from retrieval.semantic.learning import KEPT_EVERY, learn_meanings
from retrieval.store import Store
from retrieval.thresholds import Learned
from retrieval.vocabulary import Vocabulary
from tests.retrieval.semantic.encoders import Letters, made_meanings

KEY = "a key"
COUNT = 2 * KEPT_EVERY + 100


def passages(count: int, subject: str = "Talks") -> Corpus:
    """A corpus of one article of so many sentences."""
    sentences = [f"{subject} number {number} begin." for number in range(count)]
    text, found = "", []
    for sentence in sentences:
        span = Span(len(text), len(text) + len(sentence))
        found.append(Passage("only", span, span, "prose"))
        text += f"{sentence}\n\n"
    return Corpus((Article("only", text),), tuple(found), fingerprint=f"{count} {subject}")


CORPUS = passages(COUNT)


def learn(store: Store, encoder: Letters, corpus: Corpus = CORPUS) -> SavedAnswerer:
    """As a start does, but not calibrated: that takes longer than all else."""
    book = learn_meanings(corpus, encoder, store.known_meanings(), keep=store.keep).book
    vocabulary = Vocabulary(article.text for article in corpus.articles)
    learned = Learned(vocabulary, {"own": 0.25, "words": 0.25, "abroad": 0.25})
    return SavedAnswerer(corpus, BM25Retriever(corpus), learned, made_meanings(corpus, encoder, book))


def interrupt(store: Store, encoder: Letters, after: int, corpus: Corpus = CORPUS) -> None:
    """Ctrl-C after so many passages."""

    def watch(numbers: list[int], doing: str) -> Iterator[int]:
        del doing
        yield from numbers[:after]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        learn_meanings(corpus, encoder, store.known_meanings(), watch, store.keep)  # type: ignore[arg-type]


def encoded_next(folder: Path, warn: Callable[[str], None]) -> int:
    """How many passages the next start encodes. What it says of them is what one says that was never interrupted."""
    encoder = Letters()
    store = Store(folder, "1.0", warn, encoder)
    answerer = learn(store, encoder)
    whole = learn_meanings(CORPUS, Letters()).book.vectors
    assert answerer.book
    for name, array in answerer.book.vectors.arrays().items():
        assert np.array_equal(array, whole.arrays()[name])
    assert store.save(KEY, answerer) is not answerer
    assert list_parts(folder) == []
    again = Store(folder, "1.0", warn, encoder)
    assert again.find(KEY)
    return len(encoder.passages)
