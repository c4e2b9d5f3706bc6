"""Which days does a chart of the log show? Also those on which nothing was asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from bot.querylog.statistics import Counts


def every_day(days: Mapping[str, Counts]) -> Mapping[str, Counts]:
    """From the first day to the last, in order."""
    if not days:
        return days
    first, last = dt.date.fromisoformat(min(days)), dt.date.fromisoformat(max(days))
    names = [str(first + dt.timedelta(days=number)) for number in range((last - first).days + 1)]
    return {name: days.get(name, Counts()) for name in names}
