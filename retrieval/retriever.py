"""What does a retriever promise?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class RetrieverError(Exception):
    """The engine could not be asked. Never the same as "nothing found"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matches, by its number in `Corpus.passages`; its score is a share of the question's ideal."""

    passage: int
    score: float


class Retriever(Protocol):
    def search(self, terms: Sequence[str], limit: int) -> list[Hit]:
        """The best passages for the terms, best first; ties in reading order. RetrieverError when down."""
        ...

    def knows(self, term: str) -> bool:
        """Whether any passage holds the term."""
        ...
