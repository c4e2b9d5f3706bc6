"""Which passages share words with a question, or mean the like? Both kinds of likeness, joined."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from retrieval.bm25 import POOL, BM25Retriever, union
from retrieval.foreign.language import is_foreign
from retrieval.postings import Numbers
from retrieval.question import Question
from retrieval.retriever import Hit
from retrieval.semantic.background import nearness
from retrieval.semantic.book import Book
from retrieval.semantic.encoder import Encoder, Floats
from retrieval.semantic.paragraphs import paragraph_rows
from retrieval.semantic.vectors import Vectors

COSINE, BEST, PARAGRAPH = 3.0, 1.0, 2.0
"""What the cosine of a passage counts, that of the best in its paragraph, and that of the paragraph as a whole, beside
the share of words. MRR@10 on the tuning questions .801 by words alone, .828 with 4 × the passage's, .833 with that and
the best, .835 with these, .838 with 4, 2, 3, where questions on the shipped articles are told apart less well. Trees
that learned from all of these and ten more features come to .841."""
NAMES_ALONE = 0.15
"""What shared words count for in another language, where they are names: of 72 such questions on the shipped articles
62 find the answer first, with 1 it were 56."""
BACKGROUND, NAMES, HOLDS = 0.6, 0.02, 0.02
"""What counts beside the best cosine in how sure it is: how near the question is to foreign ones, against it; names,
and that the kind of thing asked for is held. More for names, and who names nobody is refused. The cosine of the
paragraph tells nothing more there."""
UNLIKE = 0.75
"""The cosine of what has nothing in common: theirs crowd between .7 and .9."""
AT_HAND = 64
"""So many questions stay encoded: one is read in other wordings, alone and joined with the last, and asked again."""

UNDER_WAY = 2
"""So many questions stay compared: one is searched for, and then its confidence is asked for."""


class Meanings:
    """Ranks passages by their words and by their meaning. Candidates come from both: a question in Cyrillic shares no
    word with an English passage."""

    def __init__(
        self,
        encoder: Encoder,
        book: Book,
        retriever: BM25Retriever,
        background: Vectors,
        questions: Book | None = None,
    ) -> None:
        """`book` is what was learned of the retriever's passages; `questions` has the vectors of some questions."""
        self.book, self.background = book, background
        self._encoder = encoder
        self._retriever = retriever
        self._questions = questions if questions and questions.encoder == encoder.name else None
        self._read = lru_cache(AT_HAND)(self._encode)
        self._compared = lru_cache(UNDER_WAY)(self._compare)
        paragraphs = retriever.paragraph_of
        self._begins = np.flatnonzero(np.diff(paragraphs, prepend=-1))
        self._wholes = paragraph_rows(paragraphs)

    def search(self, question: Question, limit: int) -> list[Hit]:
        """The best passages for a question, best first; ties in reading order."""
        if not len(self.book.vectors) or not any(map(str.isalnum, question.asked)):
            return []
        cosines, wholes = self._compared(question.asked)
        by_words = [hit.passage for hit in self._retriever.search(question.terms, max(POOL, limit))]
        numbers = union(_nearest(cosines, max(POOL, limit)), np.asarray(by_words, np.int32))
        share = np.float32(NAMES_ALONE if is_foreign(question.language) else 1)
        alike = share * self._retriever.score(question.terms, numbers) + self._likeness(cosines, wholes)[numbers]
        best = np.lexsort((numbers, -alike))[:limit]
        return [Hit(int(numbers[n]), float(alike[n])) for n in best]

    def cosines(self, question: Question, passages: Sequence[int]) -> list[float]:
        """How near passages are in meaning, whatever their words."""
        cosines: list[float] = self.book.vectors.take(np.asarray(passages)).cosines(self._read(question.asked)).tolist()
        return cosines

    def confidence(self, question: Question, found: Sequence[Hit], *, holds: bool) -> float:
        """How sure it is that the best passage answers a question in another language: by the cosine, by its names,
        and whether it `holds` the kind of thing asked for.
        """
        best = np.asarray([hit.passage for hit in found[:1]], np.int32)
        names = self._retriever.score(question.terms, best).max(initial=0)
        cosines, _ = self._compared(question.asked)
        anyway = nearness(self.background, self._read(question.asked))
        return float(cosines.max(initial=0) - BACKGROUND * anyway + NAMES * names + HOLDS * holds)

    def _encode(self, text: str) -> Floats:
        known = self._questions.question(text) if self._questions else None
        return self._encoder.encode_question(text) if known is None else known

    def _compare(self, text: str) -> tuple[Floats, Floats]:
        """The cosine of each passage, and of each paragraph as a whole."""
        cosines = self.book.vectors.cosines(self._read(text))
        return cosines[: len(self._retriever.paragraph_of)], cosines[self._wholes]

    def _likeness(self, cosines: Floats, wholes: Floats) -> Floats:
        of_paragraph = BEST * np.maximum.reduceat(cosines, self._begins) + PARAGRAPH * wholes
        joined = COSINE * cosines + of_paragraph[self._retriever.paragraph_of] - (COSINE + BEST + PARAGRAPH) * UNLIKE
        likeness: Floats = np.maximum(joined, 0) * self._retriever.weights
        return likeness


def _nearest(cosines: Floats, limit: int) -> Numbers:
    if len(cosines) <= limit:
        return np.arange(len(cosines), dtype=np.int32)
    return np.argpartition(-cosines, limit)[:limit].astype(np.int32)
