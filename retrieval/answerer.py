"""Which passages answer the question, or do the articles not tell?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from corpus.models import Corpus
from retrieval.about import is_about
from retrieval.analysis import analyze
from retrieval.answer import Answer, CitedPassage
from retrieval.answer_type import DECISIVE, SEEN, find_answer_type, holds
from retrieval.calibration import calibrate, confidence
from retrieval.countries import speaks_of_others
from retrieval.followup import Exchange, join
from retrieval.question import Question, analyze_question
from retrieval.ranking import RERANKED, rerank
from retrieval.retriever import Hit, Retriever, RetrieverError
from retrieval.topics import TopicFinder
from retrieval.variants import fold_variants
from retrieval.vocabulary import Vocabulary

MAX_PASSAGES = 3
SAME_RANK = 0.91
"""A passage is shown beside the best one from this share of its score on: as few as answer, not as many as fit."""
NEAR, NEAR_TERMS = 0.5, 0.5
"""A refusal offers its closest passage from half the threshold on, and where it holds half of the question's terms.
Of 181 refused foreign questions 41 share a word with the shipped articles: 8 are offered a passage, by the score
alone it were 20; what the articles nearly tell (“What did the talks achieve?”) has one."""
CANDIDATES = 10
"""How many passages are ranked, shown or not: the log keeps those that were left out."""


class Answerer:
    """Cites or abstains. What it learns of the corpus when it is made, a saved one is told."""

    def __init__(self, corpus: Corpus, retriever: Retriever, learned: tuple[Vocabulary, float] | None = None) -> None:
        self.corpus = corpus
        self._retriever = retriever
        self._vocabulary = learned[0] if learned else Vocabulary(article.text for article in corpus.articles)
        self._topics = TopicFinder(corpus, retriever, self._vocabulary)
        self.threshold = learned[1] if learned else self._calibrate()

    def answer(self, text: str, limit: int = MAX_PASSAGES, previous: Exchange | None = None) -> Answer:
        """At most `limit` passages; more than three ask for the ranking, not for as few as answer.

        A question that leans on the previous one is answered in full: joined with that one.
        """
        if is_about(text):
            return Answer(text, "about")
        try:
            joined = join(text, previous, self._topics)
        except RetrieverError:
            return Answer(text, "unavailable", threshold=self.threshold)
        if joined is None:
            return self._answer(text, limit)
        answer = self._answer(joined.text, limit)
        if answer.outcome == "no_answer" and joined.stands_alone:
            alone = self._answer(text, limit)
            if alone.outcome == "answered":
                return alone
        return replace(answer, question=text, joined=joined.text, understood=joined.understood)

    def _answer(self, text: str, limit: int) -> Answer:
        try:
            question = self._understand(text)
            ranking = self._rank(question, limit)
        except RetrieverError:
            return Answer(text, "unavailable", threshold=self.threshold)
        sure = ranking.confidence >= self.threshold and not question.unknown
        hits = self._select(question, ranking.passages, limit) if sure else ()
        nearest = () if hits else ranking.passages[:limit]
        left = [cited for cited in ranking.passages if cited not in hits and cited not in nearest]
        return Answer(
            question=text,
            outcome="answered" if hits else "no_answer",
            hits=_number(hits),
            nearest=nearest,
            offered=None if hits else self._near_miss(question, nearest),
            candidates=_number(left, len(hits) + len(nearest) + 1),
            unknown=question.unknown,
            terms=question.terms,
            score=ranking.confidence,
            threshold=self.threshold,
        )

    def _near_miss(self, question: Question, nearest: Sequence[CitedPassage]) -> CitedPassage | None:
        """The best that says something on the question; a sentence rather than a heading or a caption."""
        near = [
            cited
            for cited in nearest
            if cited.score >= NEAR * self.threshold
            and len({*analyze(cited.citation.text)} & {*question.terms}) >= NEAR_TERMS * len(question.terms)
        ]
        return next(filter(self._is_prose, near), near[0] if near else None)

    def _calibrate(self) -> float:
        return calibrate(lambda text: self._rank(self._understand(text)).confidence)

    def _understand(self, text: str) -> Question:
        return analyze_question(text, self._retriever.knows, self._vocabulary)

    def _rank(self, question: Question, limit: int = MAX_PASSAGES) -> _Ranking:
        found = self._retriever.search(question.terms, max(limit, RERANKED))
        ranked = map(self._cite, count(1), rerank(question, found, self.corpus))
        passages = tuple(fold_variants(ranked, self.corpus, max(limit, CANDIDATES)))
        texts = [cited.citation.text for cited in self._select(question, passages, MAX_PASSAGES)]
        kind = find_answer_type(question.text)
        fits = kind is None or any(holds(kind, text) for text in texts)
        held = sum(map(self._retriever.knows, question.terms))
        if (not fits and kind in DECISIVE) or all(speaks_of_others(text, question.text) for text in texts):
            return _Ranking(passages, 0.0)
        return _Ranking(passages, confidence(found, len(question.terms), held, fits=fits))

    def _select(self, question: Question, passages: Sequence[CitedPassage], limit: int) -> Sequence[CitedPassage]:
        """Which passages answer, if the best one does: as few as do, and no heading beside a sentence."""
        if limit > MAX_PASSAGES or not passages:
            return passages[:limit]
        near = [cited for cited in passages[:limit] if cited.score >= SAME_RANK * passages[0].score]
        kind = find_answer_type(question.text)
        if kind in SEEN:
            near = [cited for cited in near if holds(kind, cited.citation.text)] or near
        best, *others = near
        return [best, *(cited for cited in others if self._is_prose(cited) or not self._is_prose(best))]

    def _is_prose(self, cited: CitedPassage) -> bool:
        return self.corpus.passages[cited.number].kind == "prose"

    def _cite(self, rank: int, hit: Hit) -> CitedPassage:
        passage = self.corpus.passages[hit.passage]
        return CitedPassage(rank, hit.score, hit.passage, self.corpus.cite(passage.article_id, passage.span))


class _Ranking(NamedTuple):
    passages: tuple[CitedPassage, ...]
    confidence: float


def _number(passages: Iterable[CitedPassage], first: int = 1) -> tuple[CitedPassage, ...]:
    return tuple(replace(cited, rank=rank) for rank, cited in enumerate(passages, first))
