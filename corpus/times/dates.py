"""Which day of a month does a phrase name?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from corpus.times import clock, days
from corpus.times.phrases import Phrase
from corpus.times.readings import Context, Reading, distance, side_of
from corpus.times.tense import Cue
from corpus.times.written import written_date

_REMEMBERED = {(9, 11): 2001}
"""Days whose attacks are named without their year."""
_LISTED = frozenset({"day", "nth", "and", "comma", "dot", "of", "month", "abbr", "may", "year"})


def date(phrase: Phrase, context: Context) -> Reading | None:
    found = _read(written_date(phrase), phrase, context)
    token = phrase.first("iso")
    time = clock.time_of_iso(str(token.value)) if token else None
    return replace(found, value=found.value + time, type="TIME") if found and time else found


def date_pair(phrase: Phrase, context: Context) -> Reading | None:
    """One day of several that share a month: "8 and 9 January", "Jan. 8 and 9, 2022"."""
    month, _, year = written_date(_whole_list(phrase))
    return _read((month, phrase.number("day", "nth"), year), phrase, context)


def date_range(phrase: Phrase, context: Context) -> Reading | None:
    """Two days of a month, with a slash between their values, as ISO 8601 writes it."""
    month, first, year = written_date(phrase)
    begin = _read((month, first, year), phrase, context)
    last = [token.value for token in phrase.own if token.kind in ("day", "nth")][1]
    if begin is None:
        return None
    value = f"{begin.value}/{begin.value[:-2]}{last:02}"
    return replace(begin, value=value) if begin.rule == "unresolved" or days.days_of(value) else None


def _read(written: tuple[int | None, int | None, int | None], phrase: Phrase, context: Context) -> Reading | None:
    month, day, year = written
    if month is None or day is None:
        return None
    if year is None and phrase.after == "attacks":
        year = _REMEMBERED.get((month, day))
    if year is not None:
        value = days.day_value(year, month, day)
        return Reading(value, "absolute") if value else None
    if not days.day_value(2000, month, day):  # a leap year: 29 February may be meant, 31 February not
        return None
    if context.reference is None:
        return Reading(f"XXXX-{month:02}-{day:02}", "unresolved")
    cue = context.cue(phrase)
    found = _nearest(context.reference, month, day, cue, phrase.weekday)
    if found is None or phrase.weekday not in (None, found.isoweekday()):  # of another year, or a slip
        return Reading(f"XXXX-{month:02}-{day:02}", "unresolved")
    return Reading(found.isoformat(), side_of(cue), cue=cue)


def _nearest(reference: dt.date, month: int, day: int, cue: Cue | None, weekday: int | None) -> dt.date | None:
    """Of the years around the reference the nearest, the weekday and the tense asked for advice."""

    def rank(found: dt.date) -> tuple[bool, int]:
        off = distance((found - reference).days, cue.side if cue else None)
        return weekday not in (None, found.isoweekday()), off

    years = range(max(1, reference.year - 1), min(9999, reference.year + 1) + 1)
    values = (days.day_value(year, month, day) for year in years)
    return min((dt.date.fromisoformat(value) for value in values if value), key=rank, default=None)


def _whole_list(phrase: Phrase) -> Phrase:
    """All of a list of days, from its month on or up to it."""
    begin, end = phrase.begin, phrase.end
    while begin > 0 and phrase.tokens[begin - 1].kind in _LISTED:
        begin -= 1
    while end < len(phrase.tokens) and phrase.tokens[end].kind in _LISTED:
        end += 1
    return Phrase(phrase.shape, phrase.tokens, begin, end)
