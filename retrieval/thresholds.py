"""From which confidence on does a passage answer? Learned when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from retrieval.vocabulary import Vocabulary

Kind = Literal["own", "words", "abroad"]
"""Of questions in English; of those, by their words alone, where meaning counts too; of those in other languages."""


class Learned(NamedTuple):
    """What an answerer learned of its corpus."""

    vocabulary: Vocabulary
    thresholds: Mapping[Kind, float]


class Thresholds:
    """Learned from questions that no article answers, unless they are known."""

    def __init__(self, calibrations: Mapping[Kind, Callable[[], float]], known: Mapping[Kind, float]) -> None:
        self._calibrations = calibrations
        self._known = dict(known)

    def of(self, kind: Kind) -> float:
        if kind not in self._known:
            self._known[kind] = self._calibrations[kind]()
        return self._known[kind]

    def all(self) -> Mapping[Kind, float]:
        """Those of each kind there is."""
        return {kind: self.of(kind) for kind in self._calibrations}
