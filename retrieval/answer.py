"""What is an answer? Passages, each cited exactly, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.models import Citation

Outcome = Literal["answered", "no_answer", "about", "unavailable"]


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A ranked passage: `rank` from 1, `score` a share of the question's ideal, which phrases and kind may raise."""

    rank: int
    score: float
    number: int
    """Its number in `Corpus.passages`."""
    citation: Citation
    also: tuple[Citation, ...] = ()
    """The same statement in other articles."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Passages that answer, or none: "not in the articles" is an answer without hits, never an error."""

    question: str
    outcome: Outcome
    hits: tuple[CitedPassage, ...] = ()
    """The passages that answer; empty unless answered."""
    nearest: tuple[CitedPassage, ...] = ()
    """The best passages that a refusal kept back; empty when answered."""
    offered: CitedPassage | None = None
    """The one of `nearest` that a reader may find useful, as a near miss."""
    candidates: tuple[CitedPassage, ...] = ()
    """The next passages, below the cut: shown to nobody, kept for the log."""
    understood: str | None = None
    """What the question was taken to be about, where it leans on what was said before."""
    joined: str | None = None
    """The question in full, where it leans on what was said before."""
    unknown: tuple[str, ...] = ()
    """Names in the question that the articles don't hold."""
    terms: tuple[str, ...] = ()
    score: float = 0.0
    """How sure it is that the best passage answers: its confidence, from 0, mostly below 2."""
    threshold: float = 0.0
    """The confidence from which a passage is taken for an answer."""
    latency_ms: float = 0.0
    levers: tuple[str, ...] = ()
    """What the operator set that made this answer another one: a wording, a pin, the threshold."""
    by_meaning: bool = False
    """Whether passages were compared by meaning, too, and not by their words alone."""
    foreign_language: str | None = None
    """The question's language (BCP 47), where that may be why nothing was found: only words were compared, and the
    articles are in others."""
