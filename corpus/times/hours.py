"""On which day does a part of the day, or a time by the clock, lie?"""

from __future__ import annotations

from dataclasses import replace

from corpus.times import days
from corpus.times.clock import time_of
from corpus.times.dates import date
from corpus.times.phrases import Phrase
from corpus.times.readings import Context, Reading
from corpus.times.rules import Rule
from corpus.times.weekdays import deictic, weekday

_DATED = frozenset({"month", "abbr", "may", "iso", "numeric"})
_NAMED = frozenset({"weekday", "wabbr", "wdot", "deictic"}) | _DATED
_LEADING = frozenset({"this", "last", "next", "coming", "past", "nth", "of", "dot"})
_TRAILING = frozenset({"nth", "ordinal", "dot", "comma", "year", "the"})


def clock_on_day(phrase: Phrase, context: Context) -> Reading | None:
    """Noon on Monday, Monday evening, 5 p.m. EST Nov. 9."""
    inner, time = _day_within(phrase), time_of(phrase)
    read = date if inner.has(*_DATED) else deictic if inner.has("deictic") else weekday
    found = read(inner, context)
    return replace(found, value=found.value[:10] + time, type="TIME") if found and time else None


def _day_within(phrase: Phrase) -> Phrase:
    """The part of a phrase that names the day, without the hour's figures."""
    named = [at for at in range(phrase.begin, phrase.end) if phrase.tokens[at].kind in _NAMED]
    begin, end = named[0], named[-1] + 1
    while begin > phrase.begin and _leads(phrase, begin - 1):
        begin -= 1
    while end < phrase.end and _trails(phrase, end):
        end += 1
    return replace(phrase, begin=begin, end=end)


def _leads(phrase: Phrase, at: int) -> bool:
    kind, after = phrase.tokens[at].kind, phrase.tokens[at + 1].kind
    return kind in _LEADING or (kind == "day" and after in _DATED | {"of", "dot"})


def _trails(phrase: Phrase, at: int) -> bool:
    kind, before = phrase.tokens[at].kind, phrase.tokens[at - 1].kind
    return kind in _TRAILING or (kind == "day" and before in _DATED | {"dot"})


def clock(phrase: Phrase, context: Context) -> Reading | None:
    """A bare hour is of the day that its sentence spoke of, else of one that can only be guessed."""
    time = time_of(phrase)
    if time is None or (phrase.has("clock") and not _tells_time(phrase)):
        return None
    if context.day:
        return Reading(context.day.isoformat() + time, "anaphoric", "TIME")
    guess = min((day for day in (context.last_day, context.reference) if day), default=None)
    return Reading((guess.isoformat() if guess else days.UNKNOWN["D"]) + time, "unresolved", "TIME", calendar=False)


def _tells_time(phrase: Phrase) -> bool:
    """9:30 alone may be a score, or a verse."""
    return phrase.has("ampm", "zone") or phrase.before in ("at", "from", "to", "since", "about")


def part_of_day(phrase: Phrase, context: Context) -> Reading | None:
    """This morning, last night; that evening, of the day spoken of."""
    part = phrase.first("part")
    near = phrase.which in ("this", "last")
    day = context.reference if near else context.day
    if part is None or (day is None and not near):
        return None
    found = days.add_days(day, phrase.step or 0) if day else None
    rule: Rule = "unresolved" if found is None else "deictic" if near else "anaphoric"
    return Reading((found.isoformat() if found else days.UNKNOWN["D"]) + str(part.value), rule, "TIME")
