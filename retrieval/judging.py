"""How sure is it that the passages found answer a question, and from where on is that sure enough?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from corpus.models import Corpus
from retrieval.answer import CitedPassage
from retrieval.answer_type import DECISIVE, SEEN, find_answer_type, holds
from retrieval.calibration import (
    UNKNOWN_BY_MEANING,
    calibrate,
    calibrate_abroad,
    confidence,
    refused_by_meaning,
    refused_by_words,
)
from retrieval.countries import speaks_of_others
from retrieval.foreign.followups import has_foreign_content
from retrieval.foreign.language import is_foreign
from retrieval.outcome import asks_for_outcome, is_still_to_come
from retrieval.question import Question
from retrieval.ranking import RERANKED, rerank
from retrieval.retriever import Hit, Retriever
from retrieval.selection import MAX_PASSAGES, Selection
from retrieval.semantic.meanings import Meanings
from retrieval.thresholds import Kind, Thresholds
from retrieval.understanding import understand
from retrieval.variants import fold_variants
from retrieval.vocabulary import Vocabulary

CANDIDATES = 10
"""How many passages are ranked, shown or not: the log keeps those that were left out."""


class Judged(NamedTuple):
    passages: tuple[CitedPassage, ...]
    confidence: float
    by_words: float = 0.0
    """How sure it is by its words alone, where meaning counts, too."""
    agreed: bool = False
    """Whether words alone find the same best passage."""


class Judge:
    """Ranks the passages that may answer. Its thresholds are learned from its own confidence."""

    def __init__(
        self,
        corpus: Corpus,
        retriever: Retriever,
        vocabulary: Vocabulary,
        meanings: Meanings | None,
        known: Mapping[Kind, float],
    ) -> None:
        """`known` has the thresholds that were learned before."""
        self.selection = Selection(corpus, meanings)
        self._corpus = corpus
        self._retriever = retriever
        self._vocabulary = vocabulary
        self._meanings = meanings
        self.thresholds = Thresholds(self._calibrations(), known)

    def understand(self, text: str) -> Question:
        return understand(text, self._retriever.knows, self._vocabulary, by_meaning=self._meanings is not None)

    def judge(self, question: Question, limit: int) -> Judged:
        """What is sure by its words alone is as sure as that above the threshold."""
        judged = self._judge(question, limit)
        if not judged.agreed:
            return judged
        sure = self.thresholds.of("own") + judged.by_words - self.thresholds.of("words")
        return judged._replace(confidence=max(judged.confidence, sure))

    def _calibrations(self) -> Mapping[Kind, Callable[[], float]]:
        def judged(text: str) -> Judged:
            return self._judge(self.understand(text), MAX_PASSAGES)

        if not self._meanings:
            return {"own": lambda: calibrate(lambda text: judged(text).confidence)}
        passages = len(self._corpus.passages)
        return {
            "own": lambda: calibrate(lambda text: judged(text).confidence, refused_by_meaning(passages)),
            "words": lambda: calibrate(lambda text: judged(text).by_words, refused_by_words(passages)),
            "abroad": lambda: calibrate_abroad(lambda text: judged(text).confidence),
        }

    def _judge(self, question: Question, limit: int) -> Judged:
        found = self._search(question, max(limit, RERANKED))
        ranked = map(self._cite, count(1), rerank(question, found, self._corpus))
        passages = tuple(fold_variants(ranked, self._corpus, max(limit, CANDIDATES)))
        selected = self.selection.select(question, passages, MAX_PASSAGES)
        kind = find_answer_type(question.text)
        fits = kind is None or any(holds(kind, cited.citation.text) for cited in selected)
        if self._is_beside(question, selected) or (not fits and kind in DECISIVE):
            return Judged(passages, 0.0)
        if self._meanings and is_foreign(question.language):
            return Judged(passages, self._meanings.confidence(question, found, holds=kind in SEEN and fits))
        terms, held = len(question.terms), sum(map(self._retriever.knows, question.terms))
        if not self._meanings:
            return Judged(passages, confidence(found, terms, held, fits=fits))
        by_words = self._retriever.search(question.terms, RERANKED)
        best = [hit.passage for hit in rerank(question, by_words, self._corpus)[:1]]
        return Judged(
            passages,
            confidence(found, terms, held, fits=fits, unknown=UNKNOWN_BY_MEANING),
            confidence(by_words, terms, held, fits=fits),
            agreed=best == [cited.number for cited in passages[:1]] != [],
        )

    def _is_beside(self, question: Question, selected: Sequence[CitedPassage]) -> bool:
        """Whether nothing is asked, or what was found says nothing of the speaker, of the countries, or yet of the
        outcome asked for."""
        language, outcome = question.language, asks_for_outcome(question.text)
        return (
            (is_foreign(language) and not has_foreign_content(question.asked, language))
            or self.selection.is_silent(question, selected)
            or all(speaks_of_others(cited.citation.text, question.text) for cited in selected)
            or (outcome and any(is_still_to_come(cited.citation, self._corpus) for cited in selected))
        )

    def _search(self, question: Question, limit: int) -> list[Hit]:
        if self._meanings:
            return self._meanings.search(question, limit)
        return self._retriever.search(question.terms, limit)

    def _cite(self, rank: int, hit: Hit) -> CitedPassage:
        passage = self._corpus.passages[hit.passage]
        return CitedPassage(rank, hit.score, hit.passage, self._corpus.cite(passage.article_id, passage.span))
