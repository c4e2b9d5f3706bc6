"""From which score on does a passage answer? Learned from questions that the articles cannot answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from importlib.resources import files

import numpy as np

from retrieval.foreign.language import FOREIGN, Language
from retrieval.retriever import Hit

REFUSED_SHARE = 0.91
"""The share of the foreign questions that must be refused, by their confidence alone."""
REFUSED_BY_MEANING = 0.925
"""The same where passages are compared by meaning, too. With half of the tuning articles indexed
(six ways) .922 of the answerable questions are kept at refusing .952 of the others."""
REFUSED_OF_FEW, FEW, MANY = 0.985, 100, 1_000
"""The same for up to a hundred passages; the share falls to the one above until there are a thousand. Few passages
answer few questions, so most that come near them must be refused, and no foreign question comes as near. By meaning, of
34 questions on the shipped articles 19 of 21 are kept and all 13 others refused; with .915 it were 21 and 10. What is
sure by its words alone is answered, too, where passages are few: 20 and 13. With many that adds wrong ones."""
LEAST = 0.1
"""Below a tenth of its ideal score no passage answers, however foreign the foreign questions are."""
LENGTH, LEAD, UNKNOWN, UNFIT = 0.2, 0.2, 0.1, 0.1
"""What counts beside the best score. With half of the tuning articles indexed (six ways), .85 of the answerable
questions are kept at refusing .95 of the others; by the best score alone .82."""
UNKNOWN_BY_MEANING = 0.5
"""The same where passages are compared by meaning, too: that finds something near for any question. AUROC on questions
about the shipped articles .993, with .1 it is .989; with half of the tuning articles .93 are kept at refusing .94."""
REFUSED_ABROAD = 0.965
"""The share of such questions in other languages, which are 36 in each of six. Of 108 questions in them on the shipped
articles 65 of 72 are answered rightly then, and 31 of 36 refused."""
NEXT_BEST = 10


def foreign_questions(language: Language = "en") -> list[str]:
    """Questions on everything but the news, shipped with the program."""
    name = "foreign_questions.txt" if language == "en" else f"foreign_questions.{language}.txt"
    return (files("retrieval") / name).read_text("utf-8").splitlines()


def confidence(found: Sequence[Hit], terms: int, held: int, *, fits: bool, unknown: float = UNKNOWN) -> float:
    """How sure it is that the best of the passages found answers a question of so many terms.

    A longer question reaches a smaller share of its ideal. A passage that leads the next best well was meant. Words
    that no article holds (all but `held` of the terms), and passages without the kind of thing asked for (they don't
    fit), speak against it.
    """
    if not found or not terms:
        return 0.0
    best = found[:NEXT_BEST]
    return (
        best[0].score
        + LENGTH * math.log(terms)
        + LEAD * (best[0].score - best[-1].score)
        - unknown * (1 - held / terms)
        - UNFIT * (not fits)
    )


def refused_by_meaning(passages: int) -> float:
    """The share of the foreign questions to refuse in a corpus of so many passages."""
    return REFUSED_OF_FEW + (REFUSED_BY_MEANING - REFUSED_OF_FEW) * _how_many(passages)


def refused_by_words(passages: int) -> float:
    """The same by their words, where what is sure by its words alone is answered, too."""
    return REFUSED_SHARE + (1 - REFUSED_SHARE) * _how_many(passages)


def _how_many(passages: int) -> float:
    """From 0 for few to 1 for many."""
    return min(math.log(max(passages, FEW) / FEW) / math.log(MANY / FEW), 1.0)


def calibrate(best_score: Callable[[str], float], refused: float = REFUSED_SHARE) -> float:
    """The score that this share of the foreign questions doesn't reach with their best passage."""
    scores = sorted(map(best_score, foreign_questions()))
    return max(LEAST, scores[min(int(len(scores) * refused), len(scores) - 1)])


def calibrate_abroad(best_score: Callable[[str], float]) -> float:
    """The score from which a passage answers a question in another language."""
    scores = [best_score(question) for language in FOREIGN for question in foreign_questions(language)]
    return float(np.quantile(scores, REFUSED_ABROAD))
