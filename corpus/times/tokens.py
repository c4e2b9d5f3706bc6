"""How does a text look as a row of words, each with its class in the grammar?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.models import Span
from corpus.times.lexicon import LEXICON

_NAMES = (
    r"(?:USA|Russia|India)\s(?:Today|TODAY)",
    r"(?:Super|Fat|Black|Bloody|Cyber|Giving|News)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\s(?:morning|night))",
    r"(?:Satur|Sun|Mon|Thurs)day\s(?:Night|Morning|Times|Telegraph|Mirror|Herald|Express|Mail|Post)",
    r"(?:Last|This)\sWeek(?=\s(?:Tonight|With|with)|[\s,.]*[\"”'’])",
    r"(?<=[\"“'‘])T(?:oday|onight)(?=[\"”'’])",
    r"News\sDaily",
)
"""Of papers, broadcasts and feasts: they hold a word for a time, and name none that a calendar could be asked for."""
_TOKEN = re.compile(
    r"""
      (?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
    | (?P<numeric>\d{1,2}(?P<sep>[./])\d{1,2}(?P=sep)\d{4}(?![\w/]))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d)(?!:))
    | (?P<dotted>\d{1,2}\.\d\d(?=\s?[ap]\.?m\b))
    | (?P<comma_number>\d{1,3}(?:,\d{3})++(?!\d))
    | (?P<decade_number>(?:\d{3}|(?<!\w)['’‘]\d)0['’]?s\b)
    | (?P<part_name>[QH][1-4]\b)
    | (?P<nth>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<number>\d++(?=[ap]\.?m\b|\W|_|\Z))
    | (?P<ampm>(?:[ap]\.\s?m\b\.?|[ap]m\b))
    | (?P<poss>['’]s\b|(?<=s)['’](?!\w))
    | (?P<name>(?-i:NAMES)\b)
    | (?P<feast>(?-i:Christmas(?:\sEve|\sDay)?|Boxing\sDay|New\sYear['’]s\s(?:Eve|Day)|Valentine['’]s\sDay|Halloween
      |Memorial\sDay|Labor\sDay|Thanksgiving(?:\sDay)?)\b)
    | (?P<word>[^\W\d_]++(?:['’][^\W\d_s]\w*+)?|\w++)
    | (?P<dash>[–—-])
    | (?P<mark>[^\s\w])
    """.replace("NAMES", "|".join(_NAMES)),
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = {",": "comma", ".": "dot", "(": "open", ")": "close", "$": "money", "£": "money", "€": "money", "%": "percent"}
_NUMBERS = {"nth": "nth", "number": "number", "comma_number": "number"}
_MAX_DIGITS = 9
"""Longer figures count nothing on a calendar, and Python itself refuses to read very long ones."""
_MUST_BE_CAPITAL = frozenset({"month", "abbr", "wabbr", "weekday", "weekdays"})
_ALSO_WORDS = frozenset({"may", "march", "mar", "august", "mai"})
_ALSO_WORDS_SHORT = frozenset({"sun", "sat", "wed", "mon"})


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    kind: str
    """Its class in the grammar; "other" where it has none."""
    value: object
    """What it counts or names: a month's number, a unit's letter."""


def tokenize(text: str, span: Span, *, typed: bool = False) -> list[Token]:
    """The words and marks of a span. Typed by a reader, small letters will do: "10 jan"."""
    tokens = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        group = match.lastgroup
        if group == "word":
            kind, value = _classify(match[0], typed=typed)
        elif group in _NUMBERS:
            kind, value = _number(match[0], _NUMBERS[group])
        elif group == "mark":
            kind, value = _MARKS.get(match[0], "other"), None
        else:
            kind, value = group or "other", match[0]
        tokens.append(Token(match.start(), match.end(), kind, value))
    return tokens


def _classify(word: str, *, typed: bool) -> tuple[str, object]:
    lowered = word.lower()
    kind, value = LEXICON.get(lowered, ("other", None))
    if kind in _MUST_BE_CAPITAL:
        if word[0].islower() and not typed:
            return "other", None
        if lowered in _ALSO_WORDS:
            return "may", value
        if lowered in _ALSO_WORDS_SHORT and not typed:
            return "wdot", value
    return kind, value


def _number(text: str, kind: str) -> tuple[str, object]:
    digits = text.replace(",", "").rstrip("stndrhSTNDRH")
    if len(digits) > _MAX_DIGITS:
        return "other", None
    value = int(digits)
    if kind == "nth":
        return ("nth" if 1 <= value <= 31 else "nth_big"), value
    if len(text) == 4 and 1000 <= value <= 2999:
        return "year", value
    if 1 <= value <= 31 and len(text) <= 2:
        return "day", value
    return ("figure" if text.isdecimal() and len(text) > 3 else "number"), value
