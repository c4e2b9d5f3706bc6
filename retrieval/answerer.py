"""Which passages answer the question, or do the articles not tell?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from functools import cached_property
from itertools import count
from typing import NamedTuple, Self

from corpus.models import Corpus
from retrieval.about import is_about
from retrieval.answer import Answer, CitedPassage
from retrieval.answer_type import DECISIVE, SEEN, find_answer_type, holds
from retrieval.calibration import REFUSED_SHARE, UNKNOWN, UNKNOWN_BY_MEANING, confidence, refused_by_meaning
from retrieval.countries import speaks_of_others
from retrieval.followup import Exchange, join
from retrieval.foreign.language import find_language, is_foreign
from retrieval.levers import Effect, Levers, take_effect
from retrieval.outcome import asks_for_outcome, is_still_to_come
from retrieval.pins import lead
from retrieval.question import Question
from retrieval.ranking import RERANKED, rerank
from retrieval.retriever import Hit, Retriever, RetrieverError
from retrieval.selection import MAX_PASSAGES, Selection
from retrieval.semantic.meanings import Meanings
from retrieval.thresholds import Learned, Thresholds
from retrieval.topics import TopicFinder
from retrieval.understanding import understand
from retrieval.variants import fold_variants
from retrieval.vocabulary import Vocabulary
from retrieval.wordings import Reading

CANDIDATES = 10
"""How many passages are ranked, shown or not: the log keeps those that were left out."""

FIRST, BEGINNING = 50, 1_000
"""So many articles, and characters of each that doesn't say it itself, tell which languages the articles are in."""


class Answerer:
    """Cites or abstains. What it learns of the corpus when it is made, a saved one is told."""

    def __init__(
        self,
        corpus: Corpus,
        retriever: Retriever,
        learned: Learned | None = None,
        meanings: Meanings | None = None,
    ) -> None:
        self.corpus = corpus
        self._retriever = retriever
        self._meanings = meanings
        self._selection = Selection(corpus, meanings)
        self._vocabulary = learned.vocabulary if learned else Vocabulary(article.text for article in corpus.articles)
        self._topics = TopicFinder(corpus, retriever, self._vocabulary)
        refused = refused_by_meaning(len(corpus.passages)) if meanings else REFUSED_SHARE
        self._thresholds = Thresholds(self._confidence, learned.thresholds if learned else {}, refused)
        self.threshold = self._thresholds.own
        self.effect = Effect(self.threshold)

    def with_levers(self, levers: Levers) -> Self:
        """The same, but with what the operator set; this one stays as it is. Nothing is learned anew."""
        changed = copy(self)
        changed.effect = take_effect(levers, self.corpus, self.threshold)
        return changed

    @property
    def by_meaning(self) -> bool:
        """Whether passages are compared by meaning, too, and not by their words alone."""
        return self._meanings is not None

    def answer(self, text: str, limit: int = MAX_PASSAGES, previous: Exchange | None = None) -> Answer:
        """At most `limit` passages; more than three ask for the ranking, not for as few as answer.

        A question that leans on the previous one is answered in full: joined with that one.
        """
        if is_about(text):
            return Answer(text, "about", by_meaning=self.by_meaning)
        try:
            joined = join(text, previous, self._topics)
        except RetrieverError:
            return Answer(text, "unavailable", threshold=self.effect.threshold)
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
            read = self._read(text, limit)
            threshold = self._threshold_of(read.question)
        except RetrieverError:
            return Answer(text, "unavailable", threshold=self.effect.threshold)
        question, (passages, confidence) = read.question, read.ranking
        sure = confidence >= threshold and not question.unknown
        hits = self._selection.select(question, passages, limit) if sure else ()
        if read.pinned:
            hits = passages[: limit if limit > MAX_PASSAGES else min(limit, read.pinned)]
        nearest = () if hits else passages[:limit]
        left = [cited for cited in passages if cited not in hits and cited not in nearest]
        return Answer(
            question=text,
            outcome="answered" if hits else "no_answer",
            hits=_number(hits),
            nearest=nearest,
            offered=None if hits else self._selection.near_miss(question, nearest, self.threshold),
            candidates=_number(left, len(hits) + len(nearest) + 1),
            unknown=question.unknown,
            terms=question.terms,
            score=confidence,
            threshold=threshold,
            levers=tuple(self._name_levers(read)),
            by_meaning=self.by_meaning,
            foreign_language=None if hits else self._unread_language(question),
        )

    def _read(self, text: str, limit: int) -> _Read:
        """The question in the operator's wordings, where that is surer of its answer than as it was asked."""
        found = []
        for reading in self.effect.readings.of(text):
            question = self._understand(reading.text)
            found.append(_Read(reading, question, self._rank(question, limit)))
        best = max(found, key=lambda read: (not read.question.unknown, read.ranking.confidence))
        if not (pinned := self.effect.pins_of(text)):
            return best
        passages = lead(pinned, best.ranking.passages, self.corpus)
        return best._replace(ranking=best.ranking._replace(passages=passages), pinned=len(pinned))

    def _name_levers(self, read: _Read) -> Iterator[str]:
        yield from (f"wording {wording}" for wording in read.reading.wordings)
        confidence = read.ranking.confidence
        if read.pinned:
            yield "pin"
        elif not read.question.unknown:
            threshold = self._threshold_of(read.question)
            calibrated = threshold - self.effect.threshold + self.threshold
            if (confidence >= calibrated) != (confidence >= threshold):
                yield "threshold"

    def _threshold_of(self, question: Question) -> float:
        """What the operator set for questions in English moves that for other languages by as much."""
        if not (self.by_meaning and is_foreign(question.language)):
            return self.effect.threshold
        return self._thresholds.abroad + self.effect.threshold - self.threshold

    def _unread_language(self, question: Question) -> str | None:
        """The question's language, where it is neither one of the articles' nor one that is compared by meaning."""
        is_read = self.by_meaning and is_foreign(question.language)
        return question.language if not is_read and question.language not in {None, *self._languages} else None

    @cached_property
    def _languages(self) -> frozenset[str | None]:
        """Those of the articles, as far as the first ones tell."""
        return frozenset(
            article.language or find_language(article.text[:BEGINNING]) for article in self.corpus.articles[:FIRST]
        )

    def _confidence(self, text: str) -> float:
        return self._rank(self._understand(text)).confidence

    def _understand(self, text: str) -> Question:
        return understand(text, self._retriever.knows, self._vocabulary, by_meaning=self.by_meaning)

    def _search(self, question: Question, limit: int) -> list[Hit]:
        if self._meanings:
            return self._meanings.search(question, limit)
        return self._retriever.search(question.terms, limit)

    def _rank(self, question: Question, limit: int = MAX_PASSAGES) -> _Ranking:
        found = self._search(question, max(limit, RERANKED))
        ranked = map(self._cite, count(1), rerank(question, found, self.corpus))
        passages = tuple(fold_variants(ranked, self.corpus, max(limit, CANDIDATES)))
        selected = self._selection.select(question, passages, MAX_PASSAGES)
        texts = [cited.citation.text for cited in selected]
        kind = find_answer_type(question.text)
        fits = kind is None or any(holds(kind, text) for text in texts)
        held = sum(map(self._retriever.knows, question.terms))
        silent = self._selection.is_silent(question, selected)
        foreign = all(speaks_of_others(text, question.text) for text in texts)
        early = asks_for_outcome(question.text) and any(is_still_to_come(one.citation, self.corpus) for one in selected)
        if silent or foreign or early or (not fits and kind in DECISIVE):
            return _Ranking(passages, 0.0)
        if self._meanings and is_foreign(question.language):
            sure = kind in SEEN and fits
            return _Ranking(passages, self._meanings.confidence(question, found, holds=sure))
        unknown = UNKNOWN_BY_MEANING if self._meanings else UNKNOWN
        return _Ranking(passages, confidence(found, len(question.terms), held, fits=fits, unknown=unknown))

    def _cite(self, rank: int, hit: Hit) -> CitedPassage:
        passage = self.corpus.passages[hit.passage]
        return CitedPassage(rank, hit.score, hit.passage, self.corpus.cite(passage.article_id, passage.span))


class _Ranking(NamedTuple):
    passages: tuple[CitedPassage, ...]
    confidence: float


class _Read(NamedTuple):
    reading: Reading
    question: Question
    ranking: _Ranking
    pinned: int = 0
    """So many of the ranking's first are pinned to the question."""


def _number(passages: Iterable[CitedPassage], first: int = 1) -> tuple[CitedPassage, ...]:
    return tuple(replace(cited, rank=rank) for rank, cited in enumerate(passages, first))
