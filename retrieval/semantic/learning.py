"""What do the passages and paragraphs of a corpus mean? Only those are encoded that nobody encoded before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import NamedTuple

import numpy as np

from corpus.models import Corpus
from retrieval.bm25 import Watch, unwatched
from retrieval.semantic.book import Book, digest, join_books
from retrieval.semantic.encoder import Encoder, Floats
from retrieval.semantic.paragraphs import long_paragraphs
from retrieval.semantic.vectors import Vectors

BATCH = 8
"""Passages encoded in one go: enough for the threads not to wait for each other, and few to wait for at Ctrl-C."""
KEPT_EVERY = 500
"""So many passages at most are encoded anew after a kill or a power cut: half a minute's work on two processors."""

Keep = Callable[[Book], None]
"""Puts a part of the book aside while the rest is encoded."""


def keep_nothing(part: Book) -> None: ...


class Learned(NamedTuple):
    book: Book
    """A vector for each passage, in their order, then one for each paragraph of several."""
    encoded: int
    """How many of them no book had."""


def learn_meanings(
    corpus: Corpus,
    encoder: Encoder,
    known: Sequence[Book] = (),
    watch: Watch = unwatched,
    keep: Keep = keep_nothing,
) -> Learned:
    """What the encoder says of each passage and paragraph, or has said."""
    texts = [*corpus.texts_of(corpus.passages), *long_paragraphs(corpus)]
    digests = digest("passage", texts)
    vectors, is_known = join_books(known, encoder.name, digests)
    missing = np.flatnonzero(~is_known)
    book = Book(encoder.name, digests, vectors)
    numbers = watch(missing.tolist(), "Finding meanings")
    _fill(book, zip(numbers, _encode([texts[n] for n in missing], encoder), strict=True), keep)
    return Learned(book, len(missing))


def _fill(book: Book, encoded: Iterable[tuple[int, Floats]], keep: Keep) -> None:
    """Each vector into its row. What is new is kept every so often, and however it ends: also at Ctrl-C."""
    new: list[int] = []
    try:
        for number, vector in encoded:
            book.vectors.put(np.asarray([number]), Vectors.compress(vector[None]))
            new.append(number)
            if len(new) == KEPT_EVERY:
                keep(book.take(np.asarray(new)))
                new.clear()
    finally:
        if new:
            keep(book.take(np.asarray(new)))


def _encode(texts: Sequence[str], encoder: Encoder) -> Iterator[Floats]:
    """In as many threads as there are processors: the model is no Python and leaves the interpreter free."""
    batches = [texts[begin : begin + BATCH] for begin in range(0, len(texts), BATCH)]
    pool = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="meanings")
    try:
        yield from chain.from_iterable(pool.map(encoder.encode_passages, batches))
    finally:
        pool.shutdown(cancel_futures=True)
