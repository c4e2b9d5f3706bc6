"""Which days does a TIMEX3 value cover, and how far does the calendar reach?"""

from __future__ import annotations

import datetime as dt

import pytest

from corpus.times.days import days_of, shift

DAY = dt.date(2022, 1, 9)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-01-09", "2022-01-09", "2022-01-09"),
        ("2022-01-09TEV", "2022-01-09", "2022-01-09"),
        ("2022-01-09T17:17", "2022-01-09", "2022-01-09"),
        ("2022-W02", "2022-01-10", "2022-01-16"),
        ("2022-W02-WE", "2022-01-15", "2022-01-16"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2022-Q4", "2022-10-01", "2022-12-31"),
        ("2022-H1", "2022-01-01", "2022-06-30"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2022-01-10/2022-01-13", "2022-01-10", "2022-01-13"),
    ],
)
def test_days(value: str, first: str, last: str) -> None:
    assert days_of(value) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    "2022-02-31 0000 2022-13 2022-W54 2022-Q5 2022-H3 2022-SU XXXX-01-10 PXW P2W PAST_REF 2022-01-13/2022-01-10 "
    "2022-01-10/XXXX-01-13 9999-W53 00".split(),
)
def test_none(value: str) -> None:
    assert days_of(value) is None


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [
        ("D", 1, "2022-01-10"),
        ("N", -1, "2022-01-08"),
        ("W", 1, "2022-W02"),
        ("F", 1, "2022-W03"),
        ("E", 1, "2022-W02-WE"),
        ("M", -1, "2021-12"),
        ("Q", -1, "2021-Q4"),
        ("Y", 1, "2023"),
        ("X", -1, "201"),
        ("C", -1, "19"),
        ("Y", -2022, None),
        ("D", -(10**7), None),
        ("D", 10**12, None),
        ("C", 80, None),
        ("TH", 1, None),
    ],
)
def test_shift(unit: str, count: int, value: str | None) -> None:
    assert shift(DAY, unit, count) == value
