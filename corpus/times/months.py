"""Which month or season does a phrase name?"""

from __future__ import annotations

from dataclasses import replace

from corpus.times import days
from corpus.times.phrases import Phrase
from corpus.times.readings import AGAINST_TENSE, Context, Reading, side_of
from corpus.times.rules import Rule
from corpus.times.tense import Cue
from corpus.times.written import written_year, year_of

_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""A season's first month; its last is two months later."""


def month(phrase: Phrase, context: Context) -> Reading | None:
    number, reference, steps = phrase.month, context.reference, phrase.step
    if number is None:
        return None
    if year := year_of(phrase, reference):
        return Reading(f"{year:04}-{number:02}", _rule_of_year(phrase))
    if reference is None:
        return Reading(f"XXXX-{number:02}", "unresolved")
    cue = context.cue(phrase) if steps is None else None
    value = days.shift(reference, "M", _months_away(number - reference.month, steps, cue))
    return Reading(value, side_of(cue) if steps is None else "named", cue=cue) if value else None


def weekday_of_month(phrase: Phrase, context: Context) -> Reading | None:
    """The last Friday in August."""
    number, which = phrase.weekday, phrase.number("ordinal", "nth")
    found = month(replace(phrase, begin=phrase.begin + _month_at(phrase)), context)
    covered = days.days_of(found.value) if found else None
    if number is None or found is None or covered is None:
        return found and replace(found, value=days.UNKNOWN["D"], rule="unresolved")
    first, last = covered
    day = days.last_weekday(last, number, today=True) if which is None else days.next_weekday(first, number, today=True)
    day = days.add_days(day, 7 * ((which or 1) - 1)) if day else None
    return replace(found, value=day.isoformat()) if day and first <= day <= last else None


def _month_at(phrase: Phrase) -> int:
    return next(at for at, token in enumerate(phrase.own) if token.kind in ("month", "abbr", "may"))


def _months_away(months: int, steps: int | None, cue: Cue | None) -> int:
    """From -12 to 12, on the side that is named or told; the nearest if neither."""
    if steps == 0:
        return months
    if steps:
        beyond = months * steps <= 0
        return months + 12 * steps * beyond
    ahead, back = months % 12, -months % 12
    if cue is None:
        return ahead if ahead < back else -back
    told, other = (ahead, -back) if cue.side == "future" else (-back, ahead)
    return told if cue.beside or abs(told) <= AGAINST_TENSE * abs(other) else other


def season(phrase: Phrase, context: Context) -> Reading | None:
    token, reference = phrase.first("season"), context.reference
    if token is None:
        return None
    name = str(token.value)
    if year := year_of(phrase, reference):
        return Reading(f"{year:04}-{name}", _rule_of_year(phrase))
    if reference is None:
        return Reading(f"XXXX-{name}", "unresolved")
    steps = phrase.step
    cue = context.cue(phrase) if steps is None else None
    years = _years_away(_BEGINS[name] - reference.month, steps, cue)
    return Reading(f"{reference.year + years:04}-{name}", side_of(cue) if steps is None else "named", cue=cue)


def _years_away(months: int, steps: int | None, cue: Cue | None) -> int:
    """To a season that begins so many months after the reference, in the same year."""
    if steps == 0:
        return 0
    if steps == -1:
        return -1 if months > -3 else 0
    if steps == 1:
        return 1 if months <= 0 else 0
    if cue is None:
        return 0
    return -1 if cue.side == "past" and months > 0 else 1 if cue.side == "future" and months < -2 else 0


def _rule_of_year(phrase: Phrase) -> Rule:
    return "absolute" if written_year(phrase) else "named"
