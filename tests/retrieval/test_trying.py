"""Is a change tried on all judged questions before it is made?"""

from __future__ import annotations

from retrieval.gold import GoldQuestion, Judgement
from retrieval.levers import Levers
from retrieval.refit import Threshold
from retrieval.trying import preview, refit
from tests.retrieval.test_levers import ANSWERER, CHAMPION, LEADS, LED, NEGOTIATOR, SEEDS, pinned, slice_of


def answered_by(question: str, words: str) -> GoldQuestion:
    place = slice_of(words)
    return GoldQuestion(1, question, should_answer=True, judgements=(Judgement(place.article.id, place.span, 3),))


def not_answered(question: str) -> GoldQuestion:
    return GoldQuestion(2, question, should_answer=False, judgements=())


GOLD = [answered_by(NEGOTIATOR, LEADS), answered_by("Who leads the Russian side?", LEADS), not_answered(CHAMPION)]


def test_a_wording_makes_one_better_and_none_worse() -> None:
    comparison = preview(ANSWERER, LED, GOLD)
    assert str(comparison) == "3 judged: 1 better, 0 worse"
    assert [one.gold.text for one in comparison.of("better")] == [NEGOTIATOR]


def test_a_wrong_pin_makes_one_worse() -> None:
    comparison = preview(ANSWERER, pinned(CHAMPION, LEADS), GOLD)
    assert [one.gold.text for one in comparison.of("worse")] == [CHAMPION]


def test_no_change_changes_nothing() -> None:
    assert str(preview(ANSWERER, ANSWERER.effect.levers, GOLD)) == "3 judged: 0 better, 0 worse"


def test_the_threshold_rises_over_what_was_wrongly_answered() -> None:
    own, question = ANSWERER.threshold, "What does Russia demand?"
    assert ANSWERER.answer(question).outcome == "answered"
    wrong = [not_answered(question)]
    threshold, curve = refit(ANSWERER, wrong * 600)
    assert threshold.value > own
    assert (threshold.calibrated, threshold.corpus, threshold.judged) == (own, SEEDS.fingerprint, 600)
    assert {fit.threshold for fit in curve} >= {own, threshold.value}
    assert preview(ANSWERER, Levers(threshold=threshold), wrong).count("better") == 1


def test_a_fit_begins_with_the_articles_own_threshold_however_the_last_one_came_out() -> None:
    moved = ANSWERER.with_levers(Levers(threshold=Threshold(0.5, ANSWERER.threshold, "", 3)))
    assert refit(moved, GOLD) == refit(ANSWERER, GOLD)


def test_what_no_threshold_decides_has_no_say() -> None:
    answerer = ANSWERER.with_levers(pinned(CHAMPION, LEADS))
    unknown = answered_by("What did Macron say about Russia?", LEADS)
    about = answered_by("Who are you?", LEADS)
    threshold, curve = refit(answerer, [not_answered(CHAMPION), unknown, about])
    assert (threshold.value, threshold.judged) == (ANSWERER.threshold, 0)
    assert {fit.right for fit in curve} == {0}
