"""How is a day written? The same everywhere, whatever the machine's locale."""

from __future__ import annotations

import datetime as dt
from gettext import NullTranslations


def write_day(day: dt.date, words: NullTranslations) -> str:
    """Sun 9 Jan 2022"""
    weekdays = words.gettext("Mon Tue Wed Thu Fri Sat Sun").split()
    months = words.gettext("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return words.gettext("{weekday} {day} {month} {year}").format(
        weekday=weekdays[day.weekday()], day=day.day, month=months[day.month - 1], year=day.year
    )
