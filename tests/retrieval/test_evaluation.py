"""Are answers scored as the literature scores them, and refusals as a reader meets them?"""

from __future__ import annotations

from dataclasses import replace
from math import log2

import ir_measures
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.models import Span
from retrieval.answer import Outcome
from retrieval.evaluation import Evaluation, Fault, evaluate, hit, ndcg, recall, reciprocal_rank
from retrieval.gold import Judgement, Shown
from retrieval.retriever import RetrieverError
from tests.retrieval.samples import CORPUS, Scripted, cited, gold

HIT, RR, NDCG, RECALL = map(ir_measures.parse_measure, ("Success(rel=2)@1", "RR(rel=2)@10", "nDCG@10", "R(rel=2)@3"))
GRADES = st.lists(st.integers(0, 3), max_size=15)


@settings(deadline=None)  # ir-measures loads its engines at the first call
@given(found=GRADES, missed=GRADES)
def test_the_measures_agree_with_ir_measures(found: list[int], missed: list[int]) -> None:
    known = [*found, *missed, 2]
    run = [ir_measures.ScoredDoc("q", str(rank), -rank) for rank, _ in enumerate(found)]
    qrels = [ir_measures.Qrel("q", str(number), grade) for number, grade in enumerate(known)]
    theirs = ir_measures.calc_aggregate([HIT, RR, NDCG, RECALL], qrels, run)
    assert hit(found) == theirs[HIT]
    assert reciprocal_rank(found) == pytest.approx(theirs[RR])
    assert ndcg(found, known) == pytest.approx(theirs[NDCG])
    assert recall(found, known) == pytest.approx(theirs[RECALL])


def test_a_ranking_is_measured_whether_shown_or_kept_back() -> None:
    """Passage 1 answers fully, 3 partly, 0 is only related: found at the ranks 2 and 4."""
    question = gold((1, 3), (3, 2), (0, 1))
    outcomes: tuple[Outcome, ...] = ("answered", "no_answer")
    for outcome in outcomes:
        metrics = evaluate(Scripted(outcome, *cited(0, 1, 2, 3)), CORPUS, [question]).metrics()
        assert (metrics["hit@1"], metrics["mrr@10"], metrics["recall@3"]) == (0, 1 / 2, 1 / 2)
        ideal = 3 + 2 / log2(3) + 1 / 2
        assert metrics["ndcg@10"] == pytest.approx((1 + 3 / log2(3) + 2 / log2(5)) / ideal)


def test_only_shown_passages_count_for_what_a_reader_sees() -> None:
    right = evaluate(Scripted("answered", *cited(1, 2)), CORPUS, [gold((1, 2))])
    wrong = evaluate(Scripted("answered", *cited(1, 2)), CORPUS, [gold((1, 1), should_answer=False)])
    refused = evaluate(Scripted("no_answer", *cited(1, 2)), CORPUS, [gold((1, 2))])
    assert right.metrics()["precision"] == 1
    assert Evaluation(right.trials + wrong.trials + refused.trials).metrics()["precision"] == 1 / 2


def test_refusals_are_counted_on_both_sides() -> None:
    absent = gold(should_answer=False)
    answered, refused = Scripted("answered", *cited(0)), Scripted("no_answer", *cited(0))
    trials = [
        *evaluate(answered, CORPUS, [gold((0, 3))] * 3 + [absent]).trials,
        *evaluate(refused, CORPUS, [gold((0, 3))] + [absent] * 4).trials,
    ]
    metrics = Evaluation(tuple(trials)).metrics()
    assert metrics["refusal_precision"] == 4 / 5
    assert metrics["refusal_recall"] == 4 / 5
    assert metrics["answerable_refused"] == 1 / 4


@pytest.mark.parametrize(
    ("outcome", "judged", "should_answer", "fault"),
    [
        ("answered", 3, True, None),
        ("answered", 1, True, None),  # nobody knows a better passage
        ("no_answer", 3, True, "refused"),
        ("about", 3, True, "refused"),
        ("answered", 0, False, "answered"),
        ("no_answer", 0, False, None),
    ],
)
def test_a_fault_is_named(outcome: Outcome, judged: int, *, should_answer: bool, fault: Fault | None) -> None:
    question = gold((0, judged), should_answer=should_answer)
    [trial] = evaluate(Scripted(outcome, *cited(0)), CORPUS, [question]).trials
    assert trial.fault == fault


def test_a_wrong_first_passage_is_a_fault() -> None:
    [trial] = evaluate(Scripted("answered", *cited(0, 1)), CORPUS, [gold((1, 3))]).trials
    assert trial.fault == "first passage"


def test_a_question_without_known_passage_has_no_ranking_to_measure() -> None:
    evaluation = evaluate(Scripted("no_answer", *cited(0)), CORPUS, [gold((0, 1)), gold((0, 3))])
    assert len(evaluation.ranked) == 1
    assert evaluation.metrics()["hit@1"] == 1
    assert evaluation.metrics()["answerable_refused"] == 1


def test_a_share_of_nothing_is_none() -> None:
    metrics = evaluate(Scripted("answered"), CORPUS, []).metrics()
    assert set(metrics.values()) == {None}


def test_unjudged_passages_are_counted() -> None:
    evaluation = evaluate(Scripted("answered", *cited(0, 1, 2)), CORPUS, [gold((1, 3), (2, 0))])
    assert evaluation.judged == [False, True, True]


def test_variants_rank_behind_their_statement() -> None:
    first, second, variant = cited(0, 1, 3)
    ranking = replace(first, also=(variant.citation,)), second, variant
    [trial] = evaluate(Scripted("answered", *ranking), CORPUS, [gold((0, 3), (3, 3))]).trials
    assert trial.ranking == (("one", Span(0, 14)), ("two b", Span(0, 14)), ("one", Span(15, 28)))
    assert recall(trial.found, trial.known.values()) == 1


def test_evidence_that_is_no_passage_counts_as_missed() -> None:
    """A judgement of five characters across two passages: neither holds half of it."""
    question = replace(gold((0, 3)), judgements=(*gold((0, 3)).judgements, Judgement("two b", Span(12, 17), 3)))
    evaluation = evaluate(Scripted("answered", *cited(0, 1, 2, 3, 4, 5)), CORPUS, [question])
    assert evaluation.metrics()["recall@3"] == 1 / 2


def test_a_trial_keeps_what_a_reader_sees() -> None:
    place = ("one", Span(0, 14))
    [answered] = evaluate(Scripted("answered", *cited(0, 1)), CORPUS, [gold((1, 3))]).trials
    [refused] = evaluate(Scripted("no_answer", *cited(0, 1)), CORPUS, [gold((1, 3))]).trials
    assert (answered.seen, refused.seen) == (Shown(answered=True, places=(place,)), Shown(answered=False))


def test_a_search_engine_that_is_down_is_no_refusal() -> None:
    with pytest.raises(RetrieverError):
        evaluate(Scripted("unavailable"), CORPUS, [gold((0, 3))])
