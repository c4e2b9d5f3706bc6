"""Which passages answer the question, or do the articles not tell?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple, Self

from corpus.models import Corpus
from retrieval.about import is_about
from retrieval.answer import Answer, CitedPassage
from retrieval.followup import Exchange, join
from retrieval.foreign.language import find_language, is_foreign
from retrieval.judging import Judge, Judged
from retrieval.levers import Effect, Levers, take_effect
from retrieval.pins import lead
from retrieval.question import Question
from retrieval.retriever import Retriever, RetrieverError
from retrieval.selection import MAX_PASSAGES
from retrieval.semantic.meanings import Meanings
from retrieval.thresholds import Learned
from retrieval.topics import TopicFinder
from retrieval.vocabulary import Vocabulary
from retrieval.wordings import Reading

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
        self._meanings = meanings
        self._vocabulary = learned.vocabulary if learned else Vocabulary(article.text for article in corpus.articles)
        self._topics = TopicFinder(corpus, retriever, self._vocabulary)
        known = learned.thresholds if learned else {}
        self._judge = Judge(corpus, retriever, self._vocabulary, meanings, known)
        self.threshold = self._judge.thresholds.of("own")
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
        question, passages, confidence = read.question, read.judged.passages, read.judged.confidence
        sure = confidence >= threshold and not question.unknown
        hits = self._judge.selection.select(question, passages, limit) if sure else ()
        if read.pinned:
            hits = passages[: limit if limit > MAX_PASSAGES else min(limit, read.pinned)]
        nearest = () if hits else passages[:limit]
        left = [cited for cited in passages if cited not in hits and cited not in nearest]
        return Answer(
            question=text,
            outcome="answered" if hits else "no_answer",
            hits=_number(hits),
            nearest=nearest,
            offered=None if hits else self._judge.selection.near_miss(question, nearest, self.threshold),
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
            question = self._judge.understand(reading.text)
            found.append(_Read(reading, question, self._judge.judge(question, limit)))
        best = max(found, key=lambda read: (not read.question.unknown, read.judged.confidence))
        if not (pinned := self.effect.pins_of(text)):
            return best
        passages = lead(pinned, best.judged.passages, self.corpus)
        return best._replace(judged=best.judged._replace(passages=passages), pinned=len(pinned))

    def _name_levers(self, read: _Read) -> Iterator[str]:
        yield from (f"wording {wording}" for wording in read.reading.wordings)
        confidence = read.judged.confidence
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
        return self._judge.thresholds.of("abroad") + self.effect.threshold - self.threshold

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


class _Read(NamedTuple):
    reading: Reading
    question: Question
    judged: Judged
    pinned: int = 0
    """So many of the first passages are pinned to the question."""


def _number(passages: Iterable[CitedPassage], first: int = 1) -> tuple[CitedPassage, ...]:
    return tuple(replace(cited, rank=rank) for rank, cited in enumerate(passages, first))
