"""Which questions does a message ask, and what is answered to them?"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from retrieval.about import is_about
from retrieval.answer import Answer
from retrieval.followup import Exchange, exchange_of
from retrieval.leaning import asks_bare, opens_question
from retrieval.topics import has_content

MOST_QUESTIONS = 3
"""So many of a message are answered, each with up to three passages: more would be no message but a page."""
_ENDS = re.compile(r"""(?:(?<=\?)|(?<=\?[!)]))(?![?!)"”’'])|\n+""")
"""Where a part ends: behind a question mark, but not within a quotation, and with the line."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a message."""

    answers: tuple[Answer, ...]
    exchange: Exchange | None
    """What the next message may lean on."""
    is_cut: bool = False
    """Whether it asks more than is answered."""


def answer_message(
    text: str, previous: Exchange | None, answer: Callable[[str, Exchange | None], Answer], since: float
) -> Answered:
    """Its questions in order: a later one may lean on an earlier one. The first has waited `since`."""
    questions = split_questions(text)
    answers: list[Answer] = []
    for question in questions[:MOST_QUESTIONS]:
        given = answer(question, previous)
        done = time.perf_counter()
        answers.append(replace(given, latency_ms=(done - since) * 1000))
        previous, since = exchange_of(given) or previous, done
    return Answered(tuple(answers), previous, len(questions) > MOST_QUESTIONS)


def split_questions(text: str) -> list[str]:
    """Its questions, where it asks several; else the text as it is. Behind `MOST_QUESTIONS` the rest is one.

    What is no question goes with the one after it: it tells what that is about.
    """
    questions: list[str] = []
    waiting: list[str] = []
    for part, following in pairwise([*_ENDS.split(text), ""]):
        waiting.append(part)
        if len(questions) <= MOST_QUESTIONS and _ends_question(part, following):
            questions.append(_join(waiting))
            waiting.clear()
    if len(questions) < 2 or not _says_something(questions[0]):
        return [text]
    return [*questions[:-1], _join([questions[-1], *waiting])]


def _join(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())


def _ends_question(part: str, following: str) -> bool:
    part = part.strip()
    asked = part.rstrip("!)").endswith("?")
    # Without a question mark a line may go on in the next one.
    if not asked and not (opens_question(part) and part[-1].isalnum() and (not following or opens_question(following))):
        return False
    return _says_something(part) or asks_bare(part)


def _says_something(part: str) -> bool:
    return is_about(part) or has_content(part)
