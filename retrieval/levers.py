"""What did the operator change in how questions are answered, and what does that come to on these articles?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.models import Citation, Corpus
from retrieval.pins import Pin, locate_all
from retrieval.refit import Threshold
from retrieval.same_question import question_key
from retrieval.wordings import Reading, Readings, Wording


@dataclass(frozen=True, slots=True)
class Levers:
    """All that the operator set."""

    wordings: tuple[Wording, ...] = ()
    pins: tuple[Pin, ...] = ()
    threshold: Threshold | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What they come to on one corpus."""

    threshold: float
    """The confidence from which a passage answers."""
    levers: Levers = Levers()
    readings: Readings = field(default_factory=Readings)
    pinned: Mapping[str, tuple[Citation, ...]] = field(default_factory=dict)
    idle: tuple[str, ...] = ()
    """Why some do nothing here, a line each; without the questions, for a log is no place for them."""

    def pins_of(self, question: str) -> tuple[Citation, ...]:
        return self.pinned.get(question_key(question), ()) if self.pinned else ()

    def plan(self, question: str) -> tuple[list[Reading], tuple[Citation, ...], float]:
        """All that the levers do to a question: the same plan, the same answer."""
        return self.readings.of(question), self.pins_of(question), self.threshold


def take_effect(levers: Levers, corpus: Corpus, calibrated: float) -> Effect:
    """`calibrated` is the threshold that the corpus learned by itself."""
    pinned, gone = locate_all(levers.pins, corpus)
    idle = [f"what was pinned in {pin.article} at character {pin.start} is gone" for pin in gone]
    fitted = levers.threshold
    if fitted and not fitted.fits(calibrated):
        idle.append(
            f"the threshold {fitted.value:.2f} was fitted where the articles' own was {fitted.calibrated:.2f}, "
            f"which is now {calibrated:.2f}"
        )
        fitted = None
    threshold = fitted.value if fitted else calibrated
    return Effect(threshold, levers, Readings(levers.wordings), pinned, tuple(idle))
