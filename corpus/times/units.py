"""Which day, week, month, quarter or year, counted from the day of publication or from one spoken of?"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from corpus.times import days
from corpus.times.phrases import Phrase
from corpus.times.quarters import the_quarter
from corpus.times.readings import Context, Reading
from corpus.times.rules import Rule
from corpus.times.tense import Cue

_ANAPHORIC = ("that", "same", "previous", "following")
_LENGTHS = {"X": "P10Y", "C": "P100Y", "F": "P2W", "E": "P2D"}
_SATURDAY, _SUNDAY = 6, 7


def span(phrase: Phrase, context: Context) -> Reading | None:
    """This week, next year, the current quarter, the end of the month."""
    unit, which = phrase.unit, phrase.which
    if unit not in days.UNKNOWN:
        return None
    if phrase.has("fiscal"):
        return _fiscal(phrase, context)
    if unit in "DN":
        return _that_day(phrase, context)
    if which in _ANAPHORIC or (which == "next" and _is_told(phrase, context)):
        found = _from_anchor(phrase, context)
        if found or which in _ANAPHORIC:
            return found or Reading(days.UNKNOWN[unit], "unresolved")
    return the_quarter(context) if unit == "Q" and which in (None, "latest") else _on_calendar(phrase, context)


def _on_calendar(phrase: Phrase, context: Context) -> Reading | None:
    unit, which = phrase.unit, phrase.which
    if which == "past" or (which is None and unit not in "EW" and not _is_this(phrase)):
        return Reading(_LENGTHS.get(unit, f"P1{unit}"), "duration", "DURATION")
    if context.reference is None:
        return Reading(days.UNKNOWN[unit], "unresolved")
    return _from_reference(phrase, context, context.reference)


def _is_this(phrase: Phrase) -> bool:
    """The end of the year, the best of the year, for the full year; not the year ended in March."""
    of = phrase.before in ("of", "for") and phrase.after not in ("ended", "to")
    return of or phrase.has("end", "early", "later", "full")


def _is_told(phrase: Phrase, context: Context) -> bool:
    """The next year, where what has been is told, is not the coming one."""
    the = any(before.kind == "the" and token.kind == "next" for before, token in pairwise(phrase.own))
    cue = context.cue(phrase) if the else None
    return cue is not None and cue.side == "past"


def _that_day(phrase: Phrase, context: Context) -> Reading | None:
    """That day, the next day: beside a day that was spoken of, and beside none else."""
    if context.day is None or phrase.which not in (*_ANAPHORIC, "next"):
        return None
    value = days.shift(context.day, "D", phrase.step or 0)
    return Reading(value, "anaphoric") if value else None


def _from_reference(phrase: Phrase, context: Context, reference: dt.date) -> Reading | None:
    unit, steps, cue = phrase.unit, phrase.step or 0, None
    rule: Rule = "named"
    if unit in "WE" and steps == 0:
        cue = context.cue(phrase)
        if unit == "W" and reference.isoweekday() == _SUNDAY and cue and cue.side == "future":
            steps, rule = 1, "week-ahead"
        elif unit == "E" and reference.isoweekday() < _SATURDAY and _is_behind(phrase, cue):
            steps = -1
    value = days.shift(reference, unit, steps)
    return Reading(value, rule, cue=cue) if value else None


def _is_behind(phrase: Phrase, cue: Cue | None) -> bool:
    """The weekend is the last one unless the tense tells otherwise; this weekend is the coming one."""
    return cue.side == "past" if cue else not phrase.has("this")


def _from_anchor(phrase: Phrase, context: Context) -> Reading | None:
    unit, anchor = phrase.unit, context.day
    if anchor is None and unit == "M":
        anchor = context.month
    if anchor is None and unit in "YXC" and context.year:
        anchor = dt.date(context.year, 1, 1)
    if anchor is None and unit == "Q" and context.quarter:
        anchor, _ = days.days_of(context.quarter) or (None, None)
    value = days.shift(anchor, unit, phrase.step or 0) if anchor else None
    return Reading(value, "anaphoric") if value else None


def _fiscal(phrase: Phrase, context: Context) -> Reading | None:
    if phrase.unit != "Y":
        return None
    if phrase.step is None:
        return Reading("P1Y", "duration", "DURATION")
    value = days.shift(context.reference, "Y", phrase.step) if context.reference else None
    return Reading(value or "XXXX", "fiscal", calendar=False)
