"""What do the passages of a corpus mean? Only those are encoded that nobody encoded before."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import NamedTuple

import numpy as np

from corpus.models import Corpus
from retrieval.bm25 import Watch, unwatched
from retrieval.semantic.book import Book, digest, join_books
from retrieval.semantic.encoder import Encoder, Floats
from retrieval.semantic.vectors import Vectors

BATCH = 8
"""Passages encoded in one go: enough for the threads not to wait for each other, and few to wait for at Ctrl-C."""


class Learned(NamedTuple):
    book: Book
    """A vector for each passage, in their order."""
    encoded: int
    """How many of them no book had."""


def learn_meanings(corpus: Corpus, encoder: Encoder, known: Sequence[Book] = (), watch: Watch = unwatched) -> Learned:
    """What the encoder says of each passage, or has said."""
    texts = {article.id: article.text for article in corpus.articles}
    passages = [passage.span.of(texts[passage.article_id]) for passage in corpus.passages]
    digests = digest("passage", passages)
    vectors, is_known = join_books(known, encoder.name, digests)
    missing = np.flatnonzero(~is_known)
    for number, vector in zip(
        watch(missing.tolist(), "Finding meanings"), _encode([passages[n] for n in missing], encoder), strict=True
    ):
        vectors.put(np.asarray([number]), Vectors.compress(vector[None]))
    return Learned(Book(encoder.name, digests, vectors), len(missing))


def _encode(texts: Sequence[str], encoder: Encoder) -> Iterator[Floats]:
    """In as many threads as there are processors: the model is no Python and leaves the interpreter free."""
    batches = [texts[begin : begin + BATCH] for begin in range(0, len(texts), BATCH)]
    pool = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="meanings")
    try:
        yield from chain.from_iterable(pool.map(encoder.encode_passages, batches))
    finally:
        pool.shutdown(cancel_futures=True)
