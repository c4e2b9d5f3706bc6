"""From which confidence on should a passage answer, by what people judged? The articles' own calibration is the prior.

The threshold that a corpus learned from foreign questions is moved as far as judged questions pay for: by d, where that
sets right more than (d / STEP)² of them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise

from retrieval.calibration import LEAST
from retrieval.json_lines import LineError, read_field, read_object

STEP = 0.03
"""One question moves the threshold by so much at most, four by twice that, nine by three times. Drawn again and again
from the foreign questions, the seeds' calibrated threshold varies by .018 (standard deviation): one question should
move it little more than chance does."""
MARGIN = 0.01
"""How far from the next judged question a threshold stays, where there is room."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold fitted to judged questions, and where it came from."""

    value: float
    calibrated: float
    """What the articles had learned by themselves."""
    corpus: str
    judged: int

    def to_text(self) -> str:
        return json.dumps(asdict(self), indent=2) + "\n"

    def fits(self, calibrated: float) -> bool:
        """Whether it may be used on articles that learned this one: it is of a scale that each corpus has anew."""
        return abs(self.calibrated - calibrated) <= STEP


@dataclass(frozen=True, slots=True)
class Judged:
    """How sure the answer to a judged question is, and what would be right."""

    confidence: float
    answering_is_right: bool
    refusing_is_right: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """What a threshold comes to on the judged questions."""

    threshold: float
    right: int
    wrongly_answered: int
    wrongly_refused: int
    worth: float
    """The questions that are right, less what moving from the calibrated threshold costs."""


def parse_threshold(text: str) -> Threshold:
    row = read_object(text)
    value, calibrated = (float(read_field(row, name, float)) for name in ("value", "calibrated"))
    if not LEAST <= value < math.inf:
        raise LineError(f"'value' is below {LEAST}, or no number to compare with")
    return Threshold(value, calibrated, read_field(row, "corpus", str), read_field(row, "judged", int))


def fit_threshold(judged: Sequence[Judged], calibrated: float) -> tuple[Fit, list[Fit]]:
    """The best threshold, and the curve that it was chosen from, by rising threshold."""
    curve = [_fit(threshold, judged, calibrated) for threshold in _candidates(judged, calibrated)]
    return max(curve, key=lambda fit: (fit.worth, -abs(fit.threshold - calibrated))), curve


def _candidates(judged: Iterable[Judged], calibrated: float) -> list[float]:
    """One in each gap between the questions' scores: the one nearest to the calibrated threshold."""
    scores = sorted({LEAST, *(one.confidence for one in judged if one.confidence > LEAST)})
    gaps = [*pairwise(scores), (scores[-1], scores[-1] + 1)]
    return sorted({calibrated, *(_nearest(calibrated, low, high) for low, high in gaps)})


def _nearest(calibrated: float, low: float, high: float) -> float:
    margin = min(MARGIN, (high - low) / 2)
    return min(max(calibrated, low + margin), high - margin)


def _fit(threshold: float, judged: Iterable[Judged], calibrated: float) -> Fit:
    right = wrongly_answered = wrongly_refused = 0
    for one in judged:
        answers = one.confidence >= threshold
        right += one.answering_is_right if answers else one.refusing_is_right
        wrongly_answered += answers and one.refusing_is_right
        wrongly_refused += not answers and one.answering_is_right
    worth = right - ((threshold - calibrated) / STEP) ** 2
    return Fit(threshold, right, wrongly_answered, wrongly_refused, worth)
