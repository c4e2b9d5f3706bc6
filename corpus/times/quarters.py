"""Which quarter or half of a year does a phrase name?"""

from __future__ import annotations

from corpus.times import days
from corpus.times.phrases import Phrase
from corpus.times.readings import Context, Reading, side_of
from corpus.times.rules import Rule
from corpus.times.tense import Cue
from corpus.times.written import written_year, year_of
from corpus.times.years import decade


def quarter(phrase: Phrase, context: Context) -> Reading | None:
    """The third quarter, next year's first quarter; a fiscal one's days are not known."""
    if name := phrase.first("part_name"):
        return _short(str(name.value).upper(), phrase, context)
    number, reference = phrase.number("ordinal", "nth"), context.reference
    if number is None or number > 4:
        return None
    calendar = not phrase.has("fiscal")
    if year := year_of(phrase, reference):
        rule: Rule = "absolute" if written_year(phrase) else "named"
        return Reading(f"{year:04}-Q{number}", rule if calendar else "fiscal", calendar=calendar)
    if phrase.has("ago", "later") and (year := _year_spoken_of(context)):
        return Reading(f"{year - 1:04}-Q{number}", "anaphoric", calendar=calendar)
    if reference is None:
        return Reading(f"XXXX-Q{number}", "unresolved")
    cue = context.cue(phrase)
    year = reference.year + _years_away(number - (reference.month + 2) // 3, cue)
    return Reading(f"{year:04}-Q{number}", side_of(cue) if calendar else "fiscal", cue=cue, calendar=calendar)


def _years_away(quarters: int, cue: Cue | None) -> int:
    """To a quarter that lies so many after the current one, in the same year."""
    if cue is None:
        return 0
    return -1 if cue.side == "past" and quarters > 1 else 1 if cue.side == "future" and quarters < -1 else 0


def _year_spoken_of(context: Context) -> int | None:
    if context.quarter:
        return int(context.quarter[:4])
    return context.reference.year if context.reference else None


def _short(name: str, phrase: Phrase, context: Context) -> Reading | None:
    """Q3 2021, H1 2022; a bare H1 may be anything."""
    year = year_of(phrase, context.reference)
    if name in ("H3", "H4") or (year is None and (name[0] == "H" or context.reference is None)):
        return None
    if year is None and context.reference:
        return Reading(f"{context.reference.year:04}-{name}", "near")
    return Reading(f"{year:04}-{name}", "absolute")


def half(phrase: Phrase, context: Context) -> Reading | None:
    if phrase.has("decade_number"):
        return decade(phrase, context)
    number = phrase.number("ordinal") or (2 if phrase.has("last", "latest") else None)
    year = year_of(phrase, context.reference) or (context.reference.year if context.reference else None)
    if number not in (1, 2) or year is None:
        return None
    return Reading(f"{year:04}-H{number}", "absolute" if written_year(phrase) else "named")


def comparison(phrase: Phrase, context: Context) -> Reading | None:
    """The year-earlier quarter, the latest period: measured by the quarter that the article reports of."""
    reference, quarter_ = context.reference, context.quarter
    back = phrase.has("ago", "later", "last", "previous")
    if month := phrase.month:
        return Reading(f"{reference.year - 1:04}-{month:02}", "anaphoric") if reference else None
    year = written_year(phrase)
    if quarter_ is not None:
        return Reading(f"{year or int(quarter_[:4]) - back:04}{quarter_[4:]}", "anaphoric")
    if year is not None:
        return Reading(f"{year:04}", "anaphoric")
    if not back:
        return the_quarter(context)
    return Reading(f"{reference.year - 1:04}", "anaphoric") if reference else None


def the_quarter(context: Context) -> Reading:
    """The quarter that the article reports of, else the one that ended last."""
    if context.quarter:
        return Reading(context.quarter, "anaphoric")
    value = days.shift(context.reference, "Q", -1) if context.reference else None
    return Reading(value, "named") if value else Reading("XXXX-QX", "unresolved")
