"""An encoder for tests: what shares letters is alike."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retrieval.semantic.encoder import Floats
from retrieval.semantic.vectors import DIMENSIONS


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


def _count(text: str) -> Floats:
    vector = np.full(DIMENSIONS, 0.01, np.float32)
    for letter in text.casefold():
        vector[ord(letter) % DIMENSIONS] += 1
    unit: Floats = vector / np.linalg.norm(vector)
    return unit
