"""What must be saved, so that an answerer needs to learn nothing anew?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from corpus.models import Corpus
from retrieval.answerer import Answerer
from retrieval.arrays import put, take
from retrieval.bm25 import BM25Retriever
from retrieval.saved_corpus import corpus_arrays, restore_corpus
from retrieval.snapshot import Snapshot
from retrieval.vocabulary import Vocabulary


class SavedAnswerer(Answerer):
    """An answerer whose parts are of the kind that can be saved."""

    def __init__(
        self, corpus: Corpus, retriever: BM25Retriever, learned: tuple[Vocabulary, float] | None = None
    ) -> None:
        super().__init__(corpus, retriever, learned)
        self.retriever = retriever

    def snapshot(self) -> Snapshot:
        """The corpus, but for its problems, and all that was made of it."""
        arrays = {
            **put("corpus", corpus_arrays(self.corpus)),
            **put("index", self.retriever.arrays()),
            **put("vocabulary", self._vocabulary.arrays()),
        }
        return Snapshot(arrays, {"corpus": self.corpus.fingerprint, "threshold": self.threshold})

    @classmethod
    def restore(cls, snapshot: Snapshot, problems: Sequence[str]) -> Self:
        arrays, facts = snapshot
        corpus = restore_corpus(take("corpus", arrays), facts["corpus"], problems)
        learned = Vocabulary.restore(take("vocabulary", arrays)), facts["threshold"]
        return cls(corpus, BM25Retriever.restore(take("index", arrays)), learned)
