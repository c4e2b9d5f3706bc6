"""From which confidence on does a passage answer, in English and in other languages?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from retrieval.calibration import calibrate, calibrate_abroad
from retrieval.vocabulary import Vocabulary

OWN, ABROAD = "en", "abroad"


class Learned(NamedTuple):
    """What an answerer learned of its corpus."""

    vocabulary: Vocabulary
    thresholds: Mapping[str, float]


class Thresholds:
    """Learned from questions that no article answers; those in other languages when the first reader asks in one."""

    def __init__(self, confidence: Callable[[str], float], learned: Mapping[str, float], refused: float) -> None:
        """`confidence` is that of the best answer to a question; `refused` is a share."""
        self._confidence = confidence
        self._refused = refused
        self._learned = dict(learned)

    @property
    def own(self) -> float:
        """For questions in English."""
        if OWN not in self._learned:
            self._learned[OWN] = calibrate(self._confidence, self._refused)
        return self._learned[OWN]

    @property
    def abroad(self) -> float:
        """For questions in other languages that are compared by meaning."""
        if ABROAD not in self._learned:
            self._learned[ABROAD] = calibrate_abroad(self._confidence)
        return self._learned[ABROAD]
