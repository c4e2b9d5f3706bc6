"""Which vectors are known already? Found by the text that they are of, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from hashlib import blake2b
from importlib.resources import files
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Arrays, put, take
from retrieval.semantic.encoder import Floats
from retrieval.semantic.vectors import Vectors

Kind = Literal["question", "passage"]
Digests = NDArray[np.uint64]

SHIPPED = "shipped.npz"


def digest(kind: Kind, texts: Iterable[str]) -> Digests:
    """A number for each text. Of a million, two share one by chance in 3 of 100 million cases."""
    person = kind.encode()
    digests = (blake2b(text.encode(errors="replace"), digest_size=8, person=person).digest() for text in texts)
    return np.frombuffer(b"".join(digests), np.uint64)


class Book:
    """Vectors of one encoder and the digests of their texts."""

    def __init__(self, encoder: str, digests: Digests, vectors: Vectors) -> None:
        self.encoder = encoder
        self.digests, self.vectors = digests, vectors

    def arrays(self) -> Arrays:
        """All that `restore` needs, but for the encoder's name."""
        return {"digests": self.digests, **put("vectors", self.vectors.arrays())}

    @classmethod
    def restore(cls, encoder: str, arrays: Arrays) -> Self:
        return cls(encoder, arrays["digests"], Vectors.restore(take("vectors", arrays)))

    def take(self, rows: NDArray[np.intp]) -> Book:
        """Those rows alone."""
        return Book(self.encoder, self.digests[rows], self.vectors.take(rows))

    @cached_property
    def _order(self) -> NDArray[np.intp]:
        """Only where something is looked up: sorting a million takes a tenth of a second."""
        return np.argsort(self.digests, kind="stable")

    def find(self, wanted: Digests) -> NDArray[np.intp]:
        """The rows of the wanted digests, -1 where there is none."""
        if not len(self.digests):
            return np.full(len(wanted), -1, np.intp)
        places = self.digests.searchsorted(wanted, sorter=self._order)
        rows = self._order.take(places, mode="clip")
        return np.where(self.digests[rows] == wanted, rows, -1)

    def question(self, text: str) -> Floats | None:
        """The vector of a question, as near as it is kept."""
        [row] = self.find(digest("question", [text])).tolist()
        return None if row < 0 else self.vectors.exact(row)


def merge_books(books: Iterable[Book]) -> list[Book]:
    """One for each encoder: a thousand are looked through one by one, and that takes minutes."""
    parts: dict[str, list[Arrays]] = {}
    for book in books:
        parts.setdefault(book.encoder, []).append(book.arrays())
    return [
        Book.restore(encoder, {name: np.concatenate([part[name] for part in own]) for name in own[0]})
        for encoder, own in parts.items()
    ]


def join_books(books: Sequence[Book], encoder: str, wanted: Digests) -> tuple[Vectors, NDArray[np.bool_]]:
    """A row for each wanted digest, and whether any book of that encoder has it."""
    found = Vectors.empty(len(wanted))
    known = np.zeros(len(wanted), np.bool_)
    for book in books:
        if book.encoder == encoder:
            rows = book.find(wanted)
            new = (rows >= 0) & ~known
            found.put(np.flatnonzero(new), book.vectors.take(rows[new]))
            known |= new
    return found, known


def shipped_book() -> Book:
    """The vectors of the shipped articles and of the questions that they are calibrated with."""
    with (files("retrieval.semantic") / SHIPPED).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return Book.restore(str(arrays["encoder"]), {name: arrays[name] for name in arrays.files})
