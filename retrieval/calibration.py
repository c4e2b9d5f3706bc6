"""From which score on does a passage answer? Learned from questions that the articles cannot answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from importlib.resources import files

from retrieval.retriever import Hit

REFUSED_SHARE = 0.91
"""The share of the foreign questions that must be refused, by their confidence alone."""
LEAST = 0.1
"""Below a tenth of its ideal score no passage answers, however foreign the foreign questions are."""
LENGTH, LEAD, UNKNOWN, UNFIT = 0.2, 0.2, 0.1, 0.1
"""What counts beside the best score. With half of the tuning articles indexed (six ways), .85 of the answerable
questions are kept at refusing .95 of the others; by the best score alone .82."""
NEXT_BEST = 10


def foreign_questions() -> list[str]:
    """Questions on everything but the news, shipped with the program."""
    return (files("retrieval") / "foreign_questions.txt").read_text("utf-8").splitlines()


def confidence(found: Sequence[Hit], terms: int, held: int, *, fits: bool) -> float:
    """How sure it is that the best of the passages found answers a question of so many terms.

    A longer question reaches a smaller share of its ideal. A passage that leads the next best well was meant. Words
    that no article holds (all but `held` of the terms), and passages without the kind of thing asked for (they don't
    fit), speak against it.
    """
    if not found:
        return 0.0
    best = found[:NEXT_BEST]
    return (
        best[0].score
        + LENGTH * math.log(terms)
        + LEAD * (best[0].score - best[-1].score)
        - UNKNOWN * (1 - held / terms)
        - UNFIT * (not fits)
    )


def calibrate(best_score: Callable[[str], float]) -> float:
    """The score that `REFUSED_SHARE` of the foreign questions don't reach with their best passage."""
    scores = sorted(map(best_score, foreign_questions()))
    return max(LEAST, scores[int(len(scores) * REFUSED_SHARE)])
