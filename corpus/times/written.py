"""Which day, month and year are written out?"""

from __future__ import annotations

import datetime as dt

from corpus.times import days
from corpus.times.phrases import Phrase


def written_date(phrase: Phrase) -> tuple[int | None, int | None, int | None]:
    """Month, day and year, as far as they are there."""
    if token := phrase.first("iso"):
        year, month, day = str(token.value)[:10].split("-")
        return int(month), int(day), int(year)
    if token := phrase.first("numeric"):
        return _numeric(str(token.value))
    return phrase.month, phrase.number("day", "nth", "ordinal"), phrase.number("year")


def full_date(phrase: Phrase) -> dt.date | None:
    """The day that is written out with its year; none where there is no such day."""
    month, day, year = written_date(phrase)
    value = days.day_value(year, month, day) if month and day and year else None
    return dt.date.fromisoformat(value) if value else None


def written_year(phrase: Phrase) -> int | None:
    """1989, nineteen eighty-nine, the year two thousand."""
    for number, token in enumerate(phrase.own):
        if token.kind == "year" and isinstance(token.value, int):
            return token.value
        if token.kind == "hundreds" and isinstance(token.value, int):
            return 100 * token.value + _sum(phrase, phrase.begin + number, phrase.end)
        if token.kind == "thousand":
            return 1000 * _sum(phrase, phrase.begin, phrase.begin + number)
    return None


def year_of(phrase: Phrase, reference: dt.date | None) -> int | None:
    """The year that is written out, or said to be this, the last or the next one."""
    year = written_year(phrase)
    if year is None and reference is not None and phrase.has("unit") and phrase.unit == "Y" and phrase.step is not None:
        return reference.year + phrase.step
    return year


def _sum(phrase: Phrase, begin: int, end: int) -> int:
    return sum(
        token.value for token in phrase.tokens[begin:end] if token.kind == "word" and isinstance(token.value, int)
    )


def _numeric(text: str) -> tuple[int | None, int | None, int | None]:
    """31.12.2021 and 12/31/2021; what could be either of two days is none."""
    first, second, year = (int(part) for part in text.replace("/", ".").split("."))
    if "." in text or first > 12 or first == second:
        return second, first, year
    return (first, second, year) if second > 12 else (None, None, None)
