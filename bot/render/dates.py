"""How are days and longer times written? As the reader's language has it, whatever the machine's locale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from gettext import NullTranslations
from itertools import groupby
from types import MappingProxyType
from typing import Literal

from bot.i18n import ENGLISH, language_of
from corpus.models import Event, Grain

Parts = Literal["yMMMEd", "MMMEd", "yMMMd", "MMMd", "yMMM"]
"""Which parts of a day are written, as Unicode names them: year, month, weekday, day."""

_ENGLISH: MappingProxyType[Parts, str] = MappingProxyType(
    {
        "yMMMEd": "{weekday} {day} {month} {year}",
        "MMMEd": "{weekday} {day} {month}",
        "yMMMd": "{day} {month} {year}",
        "MMMd": "{day} {month}",
        "yMMM": "{month} {year}",
    }
)
"""Neither Britain's order nor America's: the one that every reader of English takes in at a glance."""
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def write_day(day: dt.date, words: NullTranslations, *, year: bool = True) -> str:
    """Sun 9 Jan 2022, or Sun 9 Jan"""
    return _write(day, "yMMMEd" if year else "MMMEd", words)


def write_period(first: dt.date, last: dt.date, grain: Grain, words: NullTranslations, *, year: bool = True) -> str:
    """Sun 9 Jan 2022, 10–16 Jan 2022, Jan 2022 or 2022; what is as long as a month always has its year."""
    match grain:
        case "day" | "week":
            return write_day(first, words, year=year) if first == last else _write_days(first, last, words, year=year)
        case "month":
            return _join(_write(first, "yMMM", words), _write(last, "yMMM", words), " – ")
        case "year":
            return _join(str(first.year), str(last.year), "–")


def write_event_days(event: Event, words: NullTranslations, *, year: bool = True) -> str:
    """Sun 9 Jan 2022, evening"""
    days = write_period(event.first, event.last, event.grain, words, year=year)
    return f"{days}, {_part(event.part, words)}" if event.part else days


def list_days(days: Sequence[dt.date], words: NullTranslations) -> str:
    """12 Dec 2021 · 8 and 9 Jan 2022"""
    months = groupby(sorted(set(days)), key=lambda day: (day.year, day.month))
    return " · ".join(_list_month(list(month), words) for _, month in months)


def _write_days(first: dt.date, last: dt.date, words: NullTranslations, *, year: bool) -> str:
    if first.year != last.year:
        return f"{_write(first, 'yMMMd', words)} – {_write(last, 'yMMMd', words)}"
    end = _write(last, "yMMMd" if year else "MMMd", words)
    if first.month == last.month:
        return f"{_number(first, words)}–{end}"
    return f"{_write(first, 'MMMd', words)} – {end}"


def _part(part: str, words: NullTranslations) -> str:
    """Part of the day; a time by the clock is written out: 09:00."""
    named = {
        "morning": words.gettext("morning"),
        "midday": words.gettext("midday"),
        "afternoon": words.gettext("afternoon"),
        "evening": words.gettext("evening"),
        "night": words.gettext("night"),
        "daytime": words.gettext("daytime"),
    }
    return named.get(part, f"{part}:00" if part.isdecimal() else part)


def _list_month(days: Sequence[dt.date], words: NullTranslations) -> str:
    """8 and 9 Jan 2022"""
    others = ", ".join(_number(day, words) for day in days[:-1])
    last = _write(days[-1], "yMMMd", words)
    return words.gettext("{days} and {day}").format(days=others, day=last) if others else last


def _number(day: dt.date, words: NullTranslations) -> str:
    """9, or 9. in German: in every language that there is a catalogue for, the day comes before the month."""
    return _write(day, "MMMd", words).split()[0]


def _write(day: dt.date, parts: Parts, words: NullTranslations) -> str:
    language = language_of(words)
    if language == ENGLISH:
        weekday, month = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1]
        return _ENGLISH[parts].format(weekday=weekday, day=day.day, month=month, year=day.year)
    from babel.dates import format_skeleton  # noqa: PLC0415 - English, and the command line with it, needs no Babel

    return format_skeleton(parts, day, locale=language)


def _join(first: str, last: str, dash: str) -> str:
    return first if first == last else f"{first}{dash}{last}"
