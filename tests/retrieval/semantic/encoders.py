"""An encoder for tests: what shares letters is alike."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.models import Corpus
from retrieval.bm25 import BM25Retriever
from retrieval.semantic.book import Book
from retrieval.semantic.encoder import Floats
from retrieval.semantic.learning import learn_meanings
from retrieval.semantic.meanings import Meanings
from retrieval.semantic.vectors import DIMENSIONS, Vectors


class Letters:
    """Counts letters, and what it was asked for."""

    name = "letters 1"

    def __init__(self) -> None:
        self.questions: list[str] = []
        self.passages: list[str] = []

    def encode_question(self, text: str) -> Floats:
        self.questions.append(text)
        return _count(text)

    def encode_passages(self, texts: Sequence[str]) -> Floats:
        self.passages += texts
        return np.stack([_count(text) for text in texts])


def made_meanings(corpus: Corpus, encoder: Letters, book: Book | None = None) -> Meanings:
    """Of what the encoder says of the corpus, unless a book has it."""
    background = Vectors.compress(np.stack([_count("pancakes"), _count("football")]))
    return Meanings(encoder, book or learn_meanings(corpus, encoder).book, BM25Retriever(corpus), background)


def _count(text: str) -> Floats:
    vector = np.full(DIMENSIONS, 0.01, np.float32)
    for letter in text.casefold():
        vector[ord(letter) % DIMENSIONS] += 1
    unit: Floats = vector / np.linalg.norm(vector)
    return unit
