"""Which day does a weekday mean, or a word like yesterday?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from corpus.times import days
from corpus.times.amounts import count_of, offset
from corpus.times.phrases import Phrase
from corpus.times.readings import Context, Reading, side_of


def weekday(phrase: Phrase, context: Context) -> Reading | None:
    number = phrase.weekday
    if number is None:
        return None
    return _read(number, phrase, context, context.reference) if context.reference else _unknown(number)


def _read(number: int, phrase: Phrase, context: Context, reference: dt.date) -> Reading | None:
    match phrase.which:
        case "next":
            return _in_week(reference, 1, number)
        case "last" | "past" | "latest":
            return _named(days.last_weekday(reference, number, today=False))
        case "coming":
            return _named(days.next_weekday(reference, number, today=False))
        case "previous" | "following" | "same":
            return _beside(context.day, number, phrase)
        case "this" if context.cue(phrase, weak=True) is None:
            return _named(days.next_weekday(reference, number, today=True))
    cue = context.cue(phrase, weak=True)
    find = days.next_weekday if cue and cue.side == "future" else days.last_weekday
    found = find(reference, number, today=True)
    return Reading(found.isoformat(), side_of(cue), cue=cue) if found else None


def weekday_of_week(phrase: Phrase, context: Context) -> Reading | None:
    """Monday of next week."""
    number, steps = phrase.weekday, phrase.step
    if number is None or steps is None or phrase.unit != "W":
        return None
    return _in_week(context.reference, steps, number) if context.reference else _unknown(number)


def deictic(phrase: Phrase, context: Context) -> Reading | None:
    """Yesterday, tonight. Of a night that may have begun on either of two days the day isn't told."""
    steps = phrase.number("deictic")
    part = "TNI" if steps is None else ""
    found = days.add_days(context.reference, steps or 0) if context.reference else None
    if context.reference and not found:
        return None
    value = (found.isoformat() if found else days.UNKNOWN["D"]) + part
    calendar = not phrase.has("overnight")
    return Reading(value, "deictic" if found else "unresolved", "TIME" if part else "DATE", calendar=calendar)


def from_day(phrase: Phrase, context: Context) -> Reading | None:
    """The day after tomorrow, a week from Monday, two weeks ago today."""
    steps = {"D": 1, "W": 7}.get(phrase.unit)
    if steps is None:
        return offset(phrase, context)
    read = deictic if phrase.has("deictic") else weekday
    start = read(replace(phrase, begin=phrase.begin + 2), context)
    count = 1 if phrase.has("since") else count_of(phrase)
    if start is None or count is None or count != int(count):
        return None
    if start.rule == "unresolved":
        return replace(start, value=days.UNKNOWN["D"])
    back = any(token.value in ("ago", "before") for token in phrase.own)
    found = days.add_days(dt.date.fromisoformat(start.value), int(count) * steps * (-1 if back else 1))
    return replace(start, value=found.isoformat()) if found else None


def _in_week(reference: dt.date, steps: int, weekday: int) -> Reading | None:
    return _named(days.add_days(reference, 7 * steps + weekday - reference.isoweekday()))


def _named(found: dt.date | None) -> Reading | None:
    return Reading(found.isoformat(), "named") if found else None


def _unknown(weekday: int) -> Reading:
    return Reading(f"XXXX-WXX-{weekday}", "unresolved")


def _beside(anchor: dt.date | None, weekday: int, phrase: Phrase) -> Reading:
    """The Friday before, or after, or on the day that was spoken of."""
    find = days.next_weekday if phrase.which == "following" else days.last_weekday
    found = find(anchor, weekday, today=phrase.which == "same") if anchor else None
    return Reading(found.isoformat(), "anaphoric") if found else _unknown(weekday)
