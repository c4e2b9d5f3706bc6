"""Which of the ranked passages does a reader see?"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from corpus.models import Corpus
from retrieval.analysis import analyze
from retrieval.answer import CitedPassage
from retrieval.answer_type import SEEN, find_answer_type, has_figure, holds
from retrieval.foreign.language import is_foreign
from retrieval.question import Question
from retrieval.said import holds_words_of
from retrieval.semantic.meanings import Meanings

MAX_PASSAGES = 3
"""As many at most answer a question; whoever asks for more gets the ranking."""
SAME_RANK = 0.91
"""A passage is shown beside the best one from this share of its score on: as few as answer, not as many as fit."""
SAME_RANK_ABROAD = 0.85
"""The same for questions in another language: a cosine tells less there."""
SAME_WORDS = 0.85
"""The same for a passage with every word that is asked for: “Is Ryabkov foreign minister?” has two answers."""
NEAR, NEAR_TERMS = 0.5, 0.5
"""A refusal offers its closest passage from half the threshold on, and where it holds half of the question's terms.
Of 181 refused foreign questions 41 share a word with the shipped articles: 8 are offered a passage, by the score
alone it were 20; what the articles nearly tell (“What did the talks achieve?”) has one."""


class Selection:
    """Knows of passages what their scores don't tell."""

    def __init__(self, corpus: Corpus, meanings: Meanings | None) -> None:
        self._corpus = corpus
        self._meanings = meanings

    def select(self, question: Question, passages: Sequence[CitedPassage], limit: int) -> Sequence[CitedPassage]:
        """Which passages answer, if the best one does: as few as do, and no heading beside a sentence."""
        if limit > MAX_PASSAGES or not passages:
            return passages[:limit]
        share = SAME_RANK_ABROAD if is_foreign(question.language) else SAME_RANK
        best_score = passages[0].score
        near = [
            cited
            for cited in passages[:limit]
            if cited.score >= share * best_score
            or (cited.score >= SAME_WORDS * best_score and _holds_all(question, cited))
        ]
        kind = find_answer_type(question.text)
        if kind in SEEN:
            near = [cited for cited in near if holds(kind, cited.citation.text)] or near
        if question.speaker:
            near = [cited for cited in near if self._is_said_by(question.speaker, cited)] or near
        if kind == "number":
            near += self._figure(question, near, passages)
        best, *others = near[:limit]
        return [best, *(cited for cited in others if self._is_prose(cited) or not self._is_prose(best))]

    def _figure(
        self, question: Question, near: Sequence[CitedPassage], passages: Sequence[CitedPassage]
    ) -> list[CitedPassage]:
        """What is nearer in meaning, and says in digits what the others don't: 100,000, beside thousands."""
        if not self._meanings or any(has_figure(cited.citation.text) for cited in near):
            return []
        figures = [cited for cited in passages if self._is_prose(cited) and has_figure(cited.citation.text)]
        best, *others = self._meanings.cosines(question, [cited.number for cited in (near[0], *figures)])
        return [cited for cited, cosine in zip(figures, others, strict=True) if cosine == max(others) >= best]

    def is_silent(self, question: Question, selected: Sequence[CitedPassage]) -> bool:
        """Whether somebody's words are asked for, and none of the passages holds any."""
        return bool(question.speaker) and not any(self._is_said_by(question.speaker, cited) for cited in selected)

    def _is_said_by(self, speaker: AbstractSet[str], cited: CitedPassage) -> bool:
        return holds_words_of(speaker, self._corpus.passages[cited.number], self._corpus)

    def _is_prose(self, cited: CitedPassage) -> bool:
        return self._corpus.passages[cited.number].kind == "prose"

    def near_miss(self, question: Question, nearest: Sequence[CitedPassage], threshold: float) -> CitedPassage | None:
        """The best that says something on the question; a sentence rather than a heading or a caption."""
        if is_foreign(question.language) and question.unknown:  # the words that are left don't tell of what
            return None
        least = max(1, NEAR_TERMS * len(question.terms))
        near = [
            cited
            for cited in nearest
            if cited.score >= NEAR * threshold and len({*analyze(cited.citation.text)} & {*question.terms}) >= least
        ]
        return next(filter(self._is_prose, near), near[0] if near else None)


def _holds_all(question: Question, cited: CitedPassage) -> bool:
    return len(question.terms) > 1 and {*question.terms} <= {*analyze(cited.citation.text)}
