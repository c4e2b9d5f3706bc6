"""Which year, decade or century does a phrase name?"""

from __future__ import annotations

from corpus.times import days
from corpus.times.phrases import Phrase
from corpus.times.readings import Context, Reading
from corpus.times.written import written_year

_YEARS = range(1500, 2201)
"""Other figures of four digits are seldom years."""
_LIKELY = range(1800, 2061)
"""What lies outside is a year only where something leads to it: in 1648."""
_LEADS = frozenset({"in", "of", "since", "from", "to", "early", "about", "unit", "comma"})
_LAST_CENTURY = 30


def year(phrase: Phrase, context: Context) -> Reading | None:
    del context
    found = written_year(phrase)
    likely = found in _LIKELY or phrase.before in _LEADS or len(phrase.own) > 1
    return Reading(f"{found:04}", "absolute") if found in _YEARS and likely else None


def spelled_year(phrase: Phrase, context: Context) -> Reading | None:
    """Nineteen ninety-six, the year two thousand; not nineteen five."""
    tens = phrase.has("unit") or any((phrase.number("word") or 0) >= 10 for _ in phrase.own)
    return year(phrase, context) if tens else None


def fiscal_year(phrase: Phrase, context: Context) -> Reading | None:
    del context
    found = written_year(phrase)
    return Reading(f"{found:04}", "fiscal", calendar=False) if found in _YEARS else None


def year_end(phrase: Phrase, context: Context) -> Reading | None:
    """Year-end, the month's end: what it is the end of."""
    if phrase.unit not in ("Y", "M"):
        return None
    value = days.shift(context.reference, phrase.unit, 0) if context.reference else None
    return Reading(value, "named") if value else Reading(days.UNKNOWN[phrase.unit], "unresolved")


def decade(phrase: Phrase, context: Context) -> Reading | None:
    """The 1990s, the late '80s, the nineties."""
    del context
    token = phrase.first("decade_number", "decade")
    if token is None:
        return None
    if token.kind == "decade":
        return Reading(str(token.value)[:3], "absolute")
    digits = "".join(letter for letter in str(token.value) if letter.isdecimal())
    return Reading(digits[:3] if len(digits) == 4 else f"19{digits[0]}", "absolute")


def century(phrase: Phrase, context: Context) -> Reading | None:
    del context
    number = phrase.number("nth", "ordinal")
    if phrase.unit != "C" or number is None or number > _LAST_CENTURY:
        return None
    return Reading(f"{number - 1:02}", "absolute")
