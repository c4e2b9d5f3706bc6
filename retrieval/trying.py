"""What would a change of the levers do to the judged questions? Tried beside the answerer that serves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.answerer import Answerer
from retrieval.comparing import Compared, Comparison, shown_by
from retrieval.gold import ANSWERS, GoldQuestion
from retrieval.levers import Levers
from retrieval.refit import Fit, Judged, Threshold, fit_threshold


def preview(answerer: Answerer, levers: Levers, gold: Sequence[GoldQuestion]) -> Comparison:
    """Today's answers beside those with `levers`. RetrieverError where the engine is down."""
    changed = answerer.with_levers(levers)
    return Comparison(tuple(_compare(answerer, changed, question) for question in gold))


def refit(answerer: Answerer, gold: Sequence[GoldQuestion]) -> tuple[Threshold, list[Fit]]:
    """The threshold that the judged questions speak for, and the curve that it was chosen from."""
    answers_all = Threshold(0.0, answerer.threshold, answerer.corpus.fingerprint, judged=0)
    willing = answerer.with_levers(replace(answerer.effect.levers, threshold=answers_all))
    judged = [one for question in gold if (one := _judge(willing, question))]
    best, curve = fit_threshold(judged, answerer.threshold)
    return Threshold(best.threshold, answerer.threshold, answerer.corpus.fingerprint, len(judged)), curve


def _compare(answerer: Answerer, changed: Answerer, gold: GoldQuestion) -> Compared:
    before = shown_by(answerer.answer(gold.text))
    same = answerer.effect.plan(gold.text) == changed.effect.plan(gold.text)
    return Compared(gold, before, before if same else shown_by(changed.answer(gold.text)))


def _judge(willing: Answerer, gold: GoldQuestion) -> Judged | None:
    """None for a question that no threshold decides: it is pinned, or names what the articles don't hold."""
    answer = willing.answer(gold.text)
    shown = shown_by(answer)
    if not shown.answered or "pin" in answer.levers:
        return None
    known = any(judgement.grade >= ANSWERS for judgement in gold.judgements)
    # Where the wrong passage comes first, neither to answer nor to refuse is right.
    answers = not known or (gold.grade(*shown.places[0]) or 0) >= ANSWERS
    return Judged(answer.score, gold.should_answer and answers, not gold.should_answer)
