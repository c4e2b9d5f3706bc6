"""What kind of thing does a question ask for, and does a passage hold one?

Li and Roth (2002) sort questions so; here only by the question word, and only where a passage can be
seen to hold the kind of thing: a person, a place, a date, a time of day, a number.
"""

from __future__ import annotations

import re
from typing import Literal

AnswerType = Literal["clock", "elapsed", "duration", "number", "date", "person", "place"]

WEIGHTS: dict[AnswerType, float] = {
    "clock": 0.1,
    "elapsed": 0.08,
    "duration": 0.08,
    "number": 0.08,
    "date": 0.1,
    "person": 0.02,
    "place": 0.04,
}
"""What holding it adds to a passage's score. MRR@10 on the tuning questions with and without: number .855 and
.838, date .820 and .806, place .808 and .782; persons, seen by their capitals alone, gain nothing there."""
DECISIVE: frozenset[AnswerType] = frozenset({"clock", "duration"})
"""A time of day and a length of time have so sure a form that no passage without one answers."""

SEEN: frozenset[AnswerType] = frozenset({"clock", "elapsed", "duration", "number", "date"})
"""Kinds that can be seen for sure; a person or a place may be named in ways that can't."""

_ASKED: tuple[tuple[AnswerType, str], ...] = (
    ("clock", r"\b(?:what|which) (?:time|hour)\b(?! (?:of|period|frame))"),
    ("elapsed", r"\bhow long (?:since|ago|has|have|had|is it since)\b"),
    ("duration", r"\bhow long\b"),
    ("number", r"\bhow (?:many|much)\b|\b(?:what|which) (?:number|share|percentage|proportion)\b|\bpopulation\b"),
    ("number", r"\bhow (?:big|large|far|old|deep|high|wide|tall|heavy|fast)\b"),
    ("date", r"\bwhen\b|\b(?:what|which) (?:day|date|year|month|decade|century)\b|\bhow (?:soon|recently)\b"),
    ("person", r"\bwho(?:m|se)?\b|\b(?:what|which) (?:person|man|woman|minister|president|author|king|queen)\b"),
    ("place", r"\bwhere\b|\b(?:what|which) (?:city|country|state|place|region|town|continent|capital)\b"),
)
_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve dozen dozens twenty thirty forty fifty hundred "
    "hundreds thousand thousands million millions billion billions half third several once twice both percent"
)
_DATE_WORDS = (
    "today yesterday tomorrow tonight week weeks weekend month months year years century decade ago mon tue wed thu "
    "fri sat sun monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov "
    "dec january february march april june july august september october november december spring summer autumn winter"
)
_DURATION_WORDS = (
    "second seconds minute minutes hour hours day days night week weeks month months year years decade decades century "
    "centuries long short brief briefly lasting lasted permanent ever since until forever"
)


_FIGURE = re.compile(r"\d")
_SELDOM = re.compile(
    r"\b(?:first|once|twice)\b[^.;]{0,80}?\b(?:in|for) (?:[\w-]+ ){0,6}?(?:day|week|month|year|decade)s?\b",
    re.IGNORECASE,
)
"""“The first in two years”, “once a week for years” tell how seldom or often, and not how long."""


def _any_of(words: str) -> str:
    return rf"\b(?:{'|'.join(words.split())})\b"


_QUESTIONS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _ASKED)
_HELD: dict[AnswerType, re.Pattern[str]] = {
    "clock": re.compile(
        r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\b(?:noon|midnight|o.clock)\b", re.IGNORECASE
    ),
    "elapsed": re.compile(rf"\d|{_any_of(_DURATION_WORDS)}", re.IGNORECASE),
    "duration": re.compile(
        rf"{_any_of(_DURATION_WORDS)}|\d\s?(?:(?:k?m|mi|ft)\b|kilomet|met[er]{{2}}|mile|feet)"
        r"|\b\d{3,4}s?\s?(?:[–-]|to|until|and)\s?(?:\d|present)",
        re.IGNORECASE,
    ),
    "number": re.compile(rf"\d|{_any_of(_NUMBER_WORDS)}", re.IGNORECASE),
    "date": re.compile(rf"\b\d{{4}}s?\b|{_any_of(_DATE_WORDS)}", re.IGNORECASE),
    "person": re.compile(
        r"(?<=[\w,;:’”] )[A-Z][\w’-]+ (?:[A-Z]\. )?[A-Z][\w’-]+|(?<![\w’-])[A-Z][\w’-]+ [A-Z][\w’-]+ (?:said|is|was)\b"
    ),
    "place": re.compile(r"\b(?:in|at|near|from|to|of|between|on|through|across|outside) (?:the )?(?:[a-z]+ )?[A-Z]\w+"),
}


def find_answer_type(question: str) -> AnswerType | None:
    """The kind of thing that is asked for, by the first question word that tells."""
    return next((kind for kind, asked in _QUESTIONS if asked.search(question)), None)


def holds(kind: AnswerType, passage: str) -> bool:
    """Whether a passage holds a thing of that kind."""
    return bool(_HELD[kind].search(_SELDOM.sub("", passage) if kind == "duration" else passage))


def has_figure(passage: str) -> bool:
    """Whether it says how many in digits: 100,000, but not thousands."""
    return bool(_FIGURE.search(passage))
