"""Which calendar days does a TIMEX3 value cover? Arithmetic that stays within the calendar."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

Days = tuple[dt.date, dt.date]

UNKNOWN = {
    "D": "XXXX-XX-XX",
    "N": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "F": "XXXX-WXX",
    "E": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "X": "XXX",
    "C": "XX",
}
"""What a unit's value is where its place in the calendar isn't known."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_YEARS = re.compile(r"\d{2,4}")


def days_of(value: str) -> Days | None:
    """First and last day of a value, or of two that a slash joins; None where it names no days."""
    begin, slash, end = value.partition("/")
    try:
        if not slash:
            return _days_of_one(value)
        first, last = _days_of_one(begin), _days_of_one(end)
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    except (ValueError, OverflowError):  # 31 February, year 0, week 54
        return None


def _days_of_one(value: str) -> Days | None:
    for pattern, read in _READERS:
        if match := pattern.fullmatch(value):
            return read(match)
    return None


def _read_day(match: re.Match[str]) -> Days:
    day = dt.date(int(match[1]), int(match[2]), int(match[3]))
    return day, day


def _read_week(match: re.Match[str]) -> Days:
    year, week = int(match[1]), int(match[2])
    return dt.date.fromisocalendar(year, week, 6 if match[3] else 1), dt.date.fromisocalendar(year, week, 7)


def _read_months(year: int, first: int, last: int) -> Days:
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def _read_month(match: re.Match[str]) -> Days:
    return _read_months(int(match[1]), int(match[2]), int(match[2]))


def _read_part(match: re.Match[str]) -> Days:
    length = 3 if match[2] == "Q" else 6
    last = int(match[3]) * length
    return _read_months(int(match[1]), last - length + 1, last)


def _read_years(match: re.Match[str]) -> Days:
    """A year, a decade (199) or a century (19)."""
    first = int(match[0].ljust(4, "0"))
    return dt.date(first, 1, 1), dt.date(first + 10 ** (4 - len(match[0])) - 1, 12, 31)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days]], ...] = (
    (_DAY, _read_day),
    (_WEEK, _read_week),
    (_MONTH, _read_month),
    (_PART, _read_part),
    (_YEARS, _read_years),
)


def day_value(year: int, month: int, day: int) -> str | None:
    """A day in TIMEX3, where there is such a day."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def add_days(day: dt.date, count: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=count)
    except OverflowError:
        return None


def shift(day: dt.date, unit: str, count: int) -> str | None:
    """The day, week, month, quarter, year, decade or century `count` such units away, in TIMEX3."""
    if unit in _DAYS_EACH:
        moved = add_days(day, count * _DAYS_EACH[unit])
        return _SHORT_UNITS.get(unit, dt.date.isoformat)(moved) if moved else None
    if unit in _MONTHS_EACH:
        months = day.year * 12 + day.month - 1 + count * _MONTHS_EACH[unit]
        year, month = divmod(months, 12)
        if not 1 <= year <= 9999:
            return None
        return _LONG_UNITS[unit](year, month + 1)
    return None


_DAYS_EACH = {"D": 1, "N": 1, "W": 7, "F": 14, "E": 7}
_MONTHS_EACH = {"M": 1, "Q": 3, "Y": 12, "X": 120, "C": 1200}
_LONG_UNITS: dict[str, Callable[[int, int], str]] = {
    "M": lambda year, month: f"{year:04}-{month:02}",
    "Q": lambda year, month: f"{year:04}-Q{(month + 2) // 3}",
    "Y": lambda year, _: f"{year:04}",
    "X": lambda year, _: f"{year // 10:03}",
    "C": lambda year, _: f"{year // 100:02}",
}


def week_value(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def weekend_value(day: dt.date) -> str:
    return f"{week_value(day)}-WE"


_SHORT_UNITS: dict[str, Callable[[dt.date], str]] = {"W": week_value, "F": week_value, "E": weekend_value}


def next_weekday(day: dt.date, weekday: int, *, today: bool) -> dt.date | None:
    """The first such weekday (1 is Monday) after a day, or that day itself where `today` counts."""
    ahead = (weekday - day.isoweekday()) % 7
    return add_days(day, ahead if ahead or today else 7)


def last_weekday(day: dt.date, weekday: int, *, today: bool) -> dt.date | None:
    back = (day.isoweekday() - weekday) % 7
    return add_days(day, -(back if back or today else 7))
