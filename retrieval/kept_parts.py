"""What was encoded, but stands in no saved index yet? Parts of a book, kept until an index has all their vectors.

Each is a snapshot in a folder of its own beside the indexes, and as they are: there as a whole or not at all, and
checked byte by byte.
"""

from __future__ import annotations

import secrets
from pathlib import Path

import numpy as np

from retrieval.arrays import put, take
from retrieval.saved_answerer import MEANINGS
from retrieval.semantic.book import Book
from retrieval.snapshot import open_snapshot, write_snapshot
from retrieval.whole_folders import filling, list_old

_PART = "part-"
_FORGOTTEN_SECONDS = 30 * 86_400
"""Who has not gone on by then will not."""


def write_part(folder: Path, book: Book) -> None:
    """Under a name of its own: two processes that encode the same do not meet. OSError where it can't be written."""
    with filling(folder / f"{_PART}{secrets.token_hex(8)}") as new:
        write_snapshot(new, put(MEANINGS, book.arrays()), {"encoder": book.encoder})


def list_parts(folder: Path) -> list[Path]:
    return list(folder.glob(f"{_PART}*"))


def list_forgotten(folder: Path) -> list[Path]:
    return list_old(list_parts(folder), _FORGOTTEN_SECONDS)


def read_part(place: Path) -> Book | None:
    """In memory: a mapped file stays open, and of so many a process may not have enough."""
    book = read_book(place)
    return book.take(np.arange(len(book.digests))) if book else None


def read_book(place: Path) -> Book | None:
    """What an index holds of the kind, or a part; SnapshotError where it is damaged."""
    arrays, facts = open_snapshot(place)
    encoder = facts.get("encoder")
    return Book.restore(encoder, take(MEANINGS, arrays)) if encoder else None
