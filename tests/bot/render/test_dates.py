from __future__ import annotations

import datetime as dt
from gettext import NullTranslations

import pytest

from bot.render.dates import write_day


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("2022-01-09", "Sun 9 Jan 2022"),
        ("2021-12-31", "Fri 31 Dec 2021"),
        ("2024-02-29", "Thu 29 Feb 2024"),
        ("0001-01-01", "Mon 1 Jan 1"),
    ],
)
def test_write_day(day: str, written: str) -> None:
    assert write_day(dt.date.fromisoformat(day), NullTranslations()) == written
