"""Which questions does a message ask?"""

from __future__ import annotations

import re
from itertools import pairwise

from retrieval.about import is_about
from retrieval.leaning import asks_bare, opens_question
from retrieval.topics import has_content

MOST_QUESTIONS = 3
"""So many of a message are answered, each with up to three passages: more would be no message but a page."""
_ENDS = re.compile(r"""(?:(?<=\?)|(?<=\?[!)]))(?![?!)"”’'])|\n+""")
"""Where a part ends: behind a question mark, but not within a quotation, and with the line."""


def split_questions(text: str) -> list[str]:
    """Its questions, where it asks several; else the text as it is.

    What is no question goes with the one after it: it tells what that is about.
    """
    questions: list[str] = []
    waiting = ""
    for part, following in pairwise([*_ENDS.split(text), ""]):
        waiting = " ".join(f"{waiting} {part}".split())
        if _ends_question(part, following):
            questions.append(waiting)
            waiting = ""
    if len(questions) < 2 or not _says_something(questions[0]):
        return [text]
    return [*questions[:-1], f"{questions[-1]} {waiting}".rstrip()]


def _ends_question(part: str, following: str) -> bool:
    part = part.strip()
    asked = part.rstrip("!)").endswith("?")
    # Without a question mark a line may go on in the next one.
    if not asked and not (opens_question(part) and part[-1].isalnum() and (not following or opens_question(following))):
        return False
    return _says_something(part) or asks_bare(part)


def _says_something(part: str) -> bool:
    return is_about(part) or has_content(part)
