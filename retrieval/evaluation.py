"""How well are questions with known evidence answered, and how well are the others refused?"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import fmean
from typing import Literal

from corpus.models import Corpus, Span
from retrieval.answer import Answer
from retrieval.comparing import place_of, shown_by
from retrieval.gold import ANSWERS, GoldQuestion, Place, Shown
from retrieval.retriever import RetrieverError
from retrieval.selection import MAX_PASSAGES

DEPTH = 10
"""How far down a ranking is looked at."""

Metrics = dict[str, float | None]
"""Measures by name, each 0..1, or None where there was nothing to measure."""
Fault = Literal["refused", "answered", "first passage"]


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one question."""

    gold: GoldQuestion
    answered: bool
    shown: tuple[int, ...]
    """The grades of the passages a reader sees; 0 where nobody judged one."""
    ranking: tuple[Place, ...]
    """The best passages, best first, shown or kept back by a refusal."""
    known: Mapping[Place, int]
    """The grade of every judged passage, found or not."""
    seen: Shown
    """What a reader sees."""

    @property
    def found(self) -> list[int]:
        """The grades of the ranking; 0 where nobody judged a passage."""
        return [self.known.get(place, 0) for place in self.ranking]

    @property
    def is_ranked(self) -> bool:
        """Whether there is a known passage that a ranking should begin with."""
        return any(grade >= ANSWERS for grade in self.known.values())

    @property
    def fault(self) -> Fault | None:
        if self.answered != self.gold.should_answer:
            return "answered" if self.answered else "refused"
        return "first passage" if self.answered and self.is_ranked and self.shown[0] < ANSWERS else None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All trials, and what they come to."""

    trials: tuple[Trial, ...]

    @property
    def ranked(self) -> list[Trial]:
        return [trial for trial in self.trials if trial.is_ranked]

    @property
    def answerable(self) -> list[Trial]:
        return [trial for trial in self.trials if trial.gold.should_answer]

    @property
    def unanswerable(self) -> list[Trial]:
        return [trial for trial in self.trials if not trial.gold.should_answer]

    @property
    def refused(self) -> list[Trial]:
        return [trial for trial in self.trials if not trial.answered]

    @property
    def shown(self) -> list[int]:
        """The grades of all passages shown."""
        return list(chain.from_iterable(trial.shown for trial in self.trials))

    @property
    def judged(self) -> list[bool]:
        """For each passage of the rankings, whether anybody judged it."""
        return [place in trial.known for trial in self.ranked for place in trial.ranking]

    def metrics(self) -> Metrics:
        return {
            "hit@1": _mean(hit(trial.found) for trial in self.ranked),
            "mrr@10": _mean(reciprocal_rank(trial.found) for trial in self.ranked),
            "ndcg@10": _mean(ndcg(trial.found, trial.known.values()) for trial in self.ranked),
            "recall@3": _mean(recall(trial.found, trial.known.values()) for trial in self.ranked),
            "precision": _mean(grade >= ANSWERS for grade in self.shown),
            "refusal_precision": _mean(not trial.gold.should_answer for trial in self.refused),
            "refusal_recall": _mean(not trial.answered for trial in self.unanswerable),
            "answerable_refused": _mean(not trial.answered for trial in self.answerable),
        }


def evaluate(answer: Callable[[str, int], Answer], corpus: Corpus, gold: Iterable[GoldQuestion]) -> Evaluation:
    """Ask every question twice: as a reader does, and for the ranking. RetrieverError where the engine is down."""
    passages: defaultdict[str, list[Span]] = defaultdict(list)
    for passage in corpus.passages:
        passages[passage.article_id].append(passage.span)
    return Evaluation(tuple(_try(answer, question, passages) for question in gold))


def _try(answer: Callable[[str, int], Answer], gold: GoldQuestion, passages: Mapping[str, Sequence[Span]]) -> Trial:
    seen, deep = answer(gold.text, MAX_PASSAGES), answer(gold.text, DEPTH)
    if "unavailable" in {seen.outcome, deep.outcome}:
        raise RetrieverError("The search engine can't be asked")
    # A statement's variants in other articles are shown with it: they rank right behind it.
    cited = chain.from_iterable((hit.citation, *hit.also) for hit in deep.hits or deep.nearest)
    return Trial(
        gold=gold,
        answered=seen.outcome == "answered",
        shown=tuple(gold.grade(*place_of(hit.citation)) or 0 for hit in seen.hits),
        ranking=tuple(dict.fromkeys(map(place_of, cited)))[:DEPTH],
        known=_grade_passages(gold, passages),
        seen=shown_by(seen),
    )


def _grade_passages(gold: GoldQuestion, passages: Mapping[str, Sequence[Span]]) -> dict[Place, int]:
    """Judge every passage. A judgement that no passage answers to stays, as evidence that can't be found."""
    known: dict[Place, int] = {}
    for article_id in dict.fromkeys(judged.article_id for judged in gold.judgements):
        for span in passages.get(article_id, ()):
            grade = gold.grade(article_id, span)
            if grade is not None:
                known[article_id, span] = grade
    for judged in gold.judgements:
        if not any(judged.covers(*place) for place in known):
            known[judged.article_id, judged.span] = gold.grade(judged.article_id, judged.span) or 0
    return known


def hit(found: Sequence[int]) -> float:
    """Hit@1: does the first passage answer?"""
    return float(any(grade >= ANSWERS for grade in found[:1]))


def reciprocal_rank(found: Sequence[int]) -> float:
    """RR@10: one divided by the rank of the first passage that answers."""
    return next((1 / rank for rank, grade in enumerate(found[:DEPTH], 1) if grade >= ANSWERS), 0.0)


def ndcg(found: Sequence[int], known: Iterable[int]) -> float:
    """nDCG@10 (Järvelin and Kekäläinen 2002) with the grade itself as gain, as trec_eval counts it."""
    ideal = _discounted(sorted(known, reverse=True))
    return _discounted(found) / ideal if ideal else 0.0


def recall(found: Sequence[int], known: Iterable[int]) -> float:
    """Recall@3: the share of the passages that answer which the first three hold."""
    answering = sum(grade >= ANSWERS for grade in known)
    return sum(grade >= ANSWERS for grade in found[:MAX_PASSAGES]) / answering if answering else 0.0


def _discounted(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(rank + 1) for rank, grade in enumerate(grades[:DEPTH], 1))


def _mean(shares: Iterable[float]) -> float | None:
    values = list(shares)
    return fmean(values) if values else None
