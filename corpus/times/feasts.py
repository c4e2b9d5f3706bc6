"""On which day does a feast lie, Christmas Eve or Labor Day?"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Mapping

from corpus.times import days
from corpus.times.phrases import Phrase
from corpus.times.readings import Context, Reading, distance
from corpus.times.tense import Side
from corpus.times.written import written_year

_MONDAY, _THURSDAY = 1, 4
_SIDES: Mapping[int, Side] = {-1: "past", 1: "future"}
"""Of the last feast and the next."""


def _fixed(month: int, day: int) -> Callable[[int], dt.date]:
    return lambda year: dt.date(year, month, day)


def _nth(which: int, weekday: int, month: int) -> Callable[[int], dt.date]:
    """The first, second or last (-1) such weekday of a month."""

    def find(year: int) -> dt.date:
        whole = (dt.date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1))
        matching = [day for day in whole if day.isoweekday() == weekday]
        return matching[which - 1 if which > 0 else which]

    return find


FEASTS: Mapping[str, Callable[[int], dt.date]] = {
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "valentine's day": _fixed(2, 14),
    "halloween": _fixed(10, 31),
    "memorial day": _nth(-1, _MONDAY, 5),
    "labor day": _nth(1, _MONDAY, 9),
    "thanksgiving": _nth(4, _THURSDAY, 11),
    "thanksgiving day": _nth(4, _THURSDAY, 11),
}


def feast(phrase: Phrase, context: Context) -> Reading | None:
    """Of its year, if that is told; else the nearest one, the tense asked for advice."""
    token = phrase.first("feast")
    if token is None:
        return None
    find, reference = FEASTS[" ".join(str(token.value).lower().replace("’", "'").split())], context.reference
    if year := written_year(phrase):
        return Reading(find(year).isoformat(), "absolute")
    if reference is None:
        return Reading(days.UNKNOWN["D"], "unresolved")
    cue = context.cue(phrase) if phrase.step is None else None
    side = _SIDES.get(phrase.step or 0, cue.side if cue else None)
    years = range(max(1, reference.year - 1), min(9999, reference.year + 1) + 1)
    found = min((find(year) for year in years), key=lambda day: distance((day - reference).days, side))
    return Reading(found.isoformat(), cue.side if cue else "near", cue=cue)
