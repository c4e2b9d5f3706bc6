"""What must be saved, so that an answerer needs to learn nothing anew?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from corpus.models import Corpus
from retrieval.answerer import Answerer
from retrieval.arrays import put, take
from retrieval.bm25 import BM25Retriever
from retrieval.saved_corpus import corpus_arrays, restore_corpus
from retrieval.semantic.book import Book
from retrieval.semantic.encoder import Encoder
from retrieval.semantic.meanings import Meanings
from retrieval.semantic.vectors import Vectors
from retrieval.snapshot import Snapshot
from retrieval.thresholds import Learned
from retrieval.vocabulary import Vocabulary

MEANINGS = "meanings"
BACKGROUND = "background"


class SavedAnswerer(Answerer):
    """An answerer whose parts are of the kind that can be saved."""

    def __init__(
        self,
        corpus: Corpus,
        retriever: BM25Retriever,
        learned: Learned | None = None,
        meanings: Meanings | None = None,
    ) -> None:
        super().__init__(corpus, retriever, learned, meanings)
        self.retriever = retriever

    @property
    def book(self) -> Book | None:
        """What the encoder said of its passages."""
        return self._meanings.book if self._meanings else None

    def snapshot(self) -> Snapshot:
        """The corpus, but for its problems, and all that was made of it."""
        arrays = {
            **put("corpus", corpus_arrays(self.corpus)),
            **put("index", self.retriever.arrays()),
            **put("vocabulary", self._vocabulary.arrays()),
        }
        if self._meanings:
            arrays |= put(MEANINGS, self._meanings.book.arrays()) | put(BACKGROUND, self._meanings.background.arrays())
        return Snapshot(arrays, {"corpus": self.corpus.fingerprint, "thresholds": self._judge.thresholds.all()})

    @classmethod
    def restore(cls, snapshot: Snapshot, problems: Sequence[str], encoder: Encoder | None = None) -> Self:
        """With an encoder, `snapshot` must hold what it said of each passage."""
        arrays, facts = snapshot
        corpus = restore_corpus(take("corpus", arrays), facts["corpus"], problems)
        learned = Learned(Vocabulary.restore(take("vocabulary", arrays)), facts["thresholds"])
        retriever = BM25Retriever.restore(take("index", arrays))
        meanings = None
        if encoder:
            book, background = Book.restore(encoder.name, take(MEANINGS, arrays)), take(BACKGROUND, arrays)
            meanings = Meanings(encoder, book, retriever, Vectors.restore(background))
        return cls(corpus, retriever, learned, meanings)
