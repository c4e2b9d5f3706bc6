"""Are the days of a filter read as they are meant?"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.filter_days import Unread, read_days

NEWEST = dt.date(2022, 1, 9)


def days(text: str, reference: dt.date | None = NEWEST) -> str:
    """From..to, as ISO 8601, without the year 2022; behind it what else was typed."""
    found = read_days(text, reference, "past")
    ends = (str(day).removeprefix("2022-") if day else "" for day in (found.first, found.last))
    return " ".join(["..".join(ends), *found.rest.split()])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("8 Jan", "01-08..01-08"),
        ("on 8 January NATO", "01-08..01-08 NATO"),
        ("Blinken since 8 Jan", "01-08.. Blinken"),
        ("from 2022-01-08", "01-08.."),
        ("after 10 Jan", "01-11.."),
        ("before 12 Jan", "..01-11"),
        ("until 12 Jan", "..01-12"),
        ("up to Jan 12", "..01-12"),
        ("10 Jan..13 Jan", "01-10..01-13"),
        ("10 Jan...13 Jan", "01-10..01-13"),
        ("10 jan–13 jan Geneva", "01-10..01-13 Geneva"),
        ("10-13 Jan", "01-10..01-13"),
        ("from 10 Jan to 13 Jan", "01-10..01-13"),
        ("from 10 to 13 Jan", "01-10..01-13"),
        ("since 10–13 Jan", "01-10..01-13"),
        ("between 8 and 10 January", "01-08..01-10"),
        ("2022-01-10..2022-01-13", "01-10..01-13"),
        ("since 8 Jan before 12 Jan", "01-08..01-11"),
        ("10 Dec", "2021-12-10..2021-12-10"),
        ("2 Feb", "02-02..02-02"),
        ("December 2021", "2021-12-01..2021-12-31"),
        ("on Monday", "01-03..01-03"),
        ("yesterday", "01-08..01-08"),
        ("Theresa May may march", ".. Theresa May may march"),
        ("", ".."),
    ],
)
def test_days_are_read(text: str, read: str) -> None:
    assert days(text) == read


def test_a_weekday_may_lie_ahead() -> None:
    assert read_days("Monday", NEWEST, "future").first == dt.date(2022, 1, 10)


def test_without_a_reference_only_whole_dates_are_read() -> None:
    assert days("8 Jan 2022", None) == "01-08..01-08"


@pytest.mark.parametrize(
    ("text", "unread", "rest"),
    [
        ("31 Feb", ["31 Feb"], []),
        ("NATO since 31 February 2022", ["31 February 2022"], ["NATO"]),
        ("Feb 30th Blinken", ["Feb 30th"], ["Blinken"]),
        ("2022-13-45", ["2022-13-45"], []),
        ("10/1/2022", ["10/1/2022"], []),
        ("0 Jan..40 Jan", ["0 Jan", "40 Jan"], [".."]),
        ("Geneva foo..bar", ["foo..bar"], ["Geneva"]),
        ("no illusions.. or so...", [], ["no", "illusions..", "or", "so..."]),
    ],
)
def test_a_day_that_there_is_not_is_told(text: str, unread: list[str], rest: list[str]) -> None:
    found = read_days(text, NEWEST, "past")
    assert found.unread == tuple(Unread(one, "no_day") for one in unread)
    assert (found.first, found.last, found.rest.split()) == (None, None, rest)


@pytest.mark.parametrize(("text", "unread"), [("10 Jan..foo", ".foo"), ("foo..10 Jan", "foo..")])
def test_half_a_range_is_read_and_the_other_half_told(text: str, unread: str) -> None:
    found = read_days(text, NEWEST, "past")
    assert (found.first, found.last, found.rest.split()) == (dt.date(2022, 1, 10), dt.date(2022, 1, 10), [])
    assert found.unread == (Unread(unread, "no_day"),)


def test_days_in_the_wrong_order_are_told() -> None:
    found = read_days("13 Jan .. 10 Jan", NEWEST, "past")
    assert (found.first, found.last, found.unread) == (None, None, (Unread("13 Jan .. 10 Jan", "backwards"),))


PARTS = (
    "since after before until to by 10 Jan 31 Feb 2022 .. - monday 9999-12-31 0001-01-01 99999 weeks ago and".split()
)


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=4), max_size=12).map(" ".join))
def test_whatever_is_typed_is_read(text: str) -> None:
    found = read_days(text, NEWEST, "past")
    assert len(found.rest) == len(text)
    assert not (found.first and found.last) or found.first <= found.last
