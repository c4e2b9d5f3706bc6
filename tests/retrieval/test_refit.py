"""Does the threshold follow the judged questions as far as they pay for, and no further?"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.calibration import LEAST
from retrieval.json_lines import LineError
from retrieval.refit import MARGIN, STEP, Judged, Threshold, fit_threshold, parse_threshold

OWN = 0.5
FITTED = Threshold(0.47, OWN, "0f1e", 9)


def answerable(*confidences: float) -> list[Judged]:
    return [Judged(one, answering_is_right=True, refusing_is_right=False) for one in confidences]


def unanswerable(*confidences: float) -> list[Judged]:
    return [Judged(one, answering_is_right=False, refusing_is_right=True) for one in confidences]


def fitted(judged: list[Judged]) -> float:
    return fit_threshold(judged, OWN)[0].threshold


@pytest.mark.parametrize(
    ("judged", "threshold"),
    [
        ([], OWN),
        (answerable(0.6, 0.7) + unanswerable(0.2), OWN),
        (answerable(0.485), 0.485 - MARGIN),
        (unanswerable(0.515), 0.515 + MARGIN),
        (answerable(0.4), OWN),  # one question doesn't pay for so much
        (answerable(*[0.4] * 16), 0.4 - MARGIN),
        (answerable(*[0.485] * 9) + unanswerable(*[0.485] * 9), OWN),
        (answerable(0.49) + unanswerable(0.488), 0.489),  # between the two
        ([Judged(0.49, answering_is_right=False, refusing_is_right=False)] * 20, OWN),
    ],
)
def test_the_threshold_moves_as_far_as_questions_pay_for(judged: list[Judged], threshold: float) -> None:
    assert fitted(judged) == pytest.approx(threshold)


@given(st.lists(st.builds(Judged, st.floats(0, 2), st.booleans(), st.booleans()), max_size=40))
def test_it_never_becomes_worse_and_never_runs_away(judged: list[Judged]) -> None:
    best, curve = fit_threshold(judged, OWN)
    [own] = [fit for fit in curve if fit.threshold == OWN]
    assert best.right >= own.right
    assert abs(best.threshold - OWN) <= STEP * len(judged) ** 0.5 + 1e-9
    assert [fit.threshold for fit in curve] == sorted(fit.threshold for fit in curve)
    assert curve[0].threshold >= LEAST


def test_the_curve_counts_both_kinds_of_fault() -> None:
    best, _ = fit_threshold([*answerable(0.2, 0.8), *unanswerable(0.1, 0.9)], OWN)
    assert (best.right, best.wrongly_answered, best.wrongly_refused) == (2, 1, 1)


def test_it_is_kept_with_where_it_came_from() -> None:
    assert parse_threshold(FITTED.to_text()) == FITTED


@pytest.mark.parametrize(("calibrated", "fits"), [(OWN, True), (OWN + STEP / 2, True), (OWN - STEP * 1.1, False)])
def test_it_is_of_the_articles_own_scale(calibrated: float, *, fits: bool) -> None:
    assert FITTED.fits(calibrated) == fits


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"value": "0.4"}, "'value' is not a number"),
        ({"value": 0}, "'value' is below 0.1, or no number to compare with"),
        ({"value": float("nan")}, "'value' is below 0.1, or no number to compare with"),
        ({"judged": True}, "'judged' is not a whole number"),
        ({"corpus": None}, "'corpus' is not a text"),
    ],
)
def test_a_bad_file_is_refused(change: dict[str, object], says: str) -> None:
    with pytest.raises(LineError) as caught:
        parse_threshold(json.dumps(json.loads(FITTED.to_text()) | change))
    assert str(caught.value) == says
