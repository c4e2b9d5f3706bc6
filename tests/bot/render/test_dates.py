from __future__ import annotations

import datetime as dt
import re
from gettext import NullTranslations

import pytest

from bot.i18n import shipped, words
from bot.render.dates import list_days, write_day, write_event_days, write_period
from corpus.models import Event, Grain

WORDS = NullTranslations()


parse = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("day", "written", "short"),
    [
        ("2022-01-09", "Sun 9 Jan 2022", "Sun 9 Jan"),
        ("2021-12-31", "Fri 31 Dec 2021", "Fri 31 Dec"),
        ("2024-02-29", "Thu 29 Feb 2024", "Thu 29 Feb"),
        ("0001-01-01", "Mon 1 Jan 1", "Mon 1 Jan"),
    ],
)
def test_write_day(day: str, written: str, short: str) -> None:
    assert write_day(parse(day), WORDS) == written
    assert write_day(parse(day), WORDS, year=False) == short


@pytest.mark.parametrize(
    ("first", "last", "grain", "written", "short"),
    [
        ("2022-01-10", "2022-01-10", "day", "Mon 10 Jan 2022", "Mon 10 Jan"),
        ("2022-01-10", "2022-01-13", "day", "10–13 Jan 2022", "10–13 Jan"),
        ("2022-01-10", "2022-01-16", "week", "10–16 Jan 2022", "10–16 Jan"),
        ("2022-01-31", "2022-02-06", "week", "31 Jan – 6 Feb 2022", "31 Jan – 6 Feb"),
        ("2021-12-27", "2022-01-02", "week", "27 Dec 2021 – 2 Jan 2022", "27 Dec 2021 – 2 Jan 2022"),
        ("2022-01-01", "2022-01-31", "month", "Jan 2022", "Jan 2022"),
        ("2022-01-01", "2022-03-31", "month", "Jan 2022 – Mar 2022", "Jan 2022 – Mar 2022"),
        ("2014-01-01", "2014-12-31", "year", "2014", "2014"),
        ("2014-01-01", "2016-12-31", "year", "2014–2016", "2014–2016"),
    ],
)
def test_write_period(first: str, last: str, grain: Grain, written: str, short: str) -> None:
    assert write_period(parse(first), parse(last), grain, WORDS) == written
    assert write_period(parse(first), parse(last), grain, WORDS, year=False) == short


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        (["2022-01-08"], "8 Jan 2022"),
        (["2022-01-09", "2021-12-12", "2022-01-08", "2022-01-08"], "12 Dec 2021 · 8 and 9 Jan 2022"),
        (["2022-01-01", "2022-01-03", "2022-01-05", "2022-02-01"], "1, 3 and 5 Jan 2022 · 1 Feb 2022"),
    ],
)
def test_list_days(listed: list[str], written: str) -> None:
    assert list_days([parse(day) for day in listed], WORDS) == written


@pytest.mark.parametrize(
    ("part", "written"),
    [
        (None, "Sun 9 Jan 2022"),
        ("evening", "Sun 9 Jan 2022, evening"),
        ("09:30", "Sun 9 Jan 2022, 09:30"),
        ("17", "Sun 9 Jan 2022, 17:00"),
    ],
)
def test_a_part_of_the_day_stands_behind_it(part: str | None, written: str) -> None:
    day = parse("2022-01-09")
    assert write_event_days(Event(day, day, "day", part, "reported", ()), WORDS) == written


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "So., 9. Jan. 2022 | So., 9. Jan. | 10.–16. Jan. 2022 | Jan. 2022 – März 2022 | 8. und 9. Jan. 2022"),
        ("fr", "dim. 9 janv. 2022 | dim. 9 janv. | 10–16 janv. 2022 | janv. 2022 – mars 2022 | 8 et 9 janv. 2022"),
        ("es", "dom, 9 ene 2022 | dom, 9 ene | 10–16 ene 2022 | ene 2022 – mar 2022 | 8 y 9 ene 2022"),
        ("pl", "niedz., 9 sty 2022 | niedz., 9 sty | 10–16 sty 2022 | sty 2022 – mar 2022 | 8 i 9 sty 2022"),
        (
            "uk",
            "нд, 9 січ. 2022 р. | нд, 9 січ. | 10–16 січ. 2022 р. | січ. 2022 р. – бер. 2022 р. | 8 і 9 січ. 2022 р.",
        ),
        (
            "ru",
            "вс, 9 янв. 2022 г. | вс, 9 янв. | 10–16 янв. 2022 г. | янв. 2022 г. – март 2022 г. | 8 и 9 янв. 2022 г.",
        ),
    ],
)
def test_a_language_has_its_own_names_and_order(language: str, expected: str) -> None:
    own, saturday, sunday = words(language), parse("2022-01-08"), parse("2022-01-09")
    written = [
        write_day(sunday, own),
        write_day(sunday, own, year=False),
        write_period(parse("2022-01-10"), parse("2022-01-16"), "week", own),
        write_period(parse("2022-01-01"), parse("2022-03-31"), "month", own),
        list_days([saturday, sunday], own),
    ]
    assert " | ".join(written).replace("\u202f", " ") == expected


@pytest.mark.parametrize("language", shipped())
def test_the_day_comes_first_in_every_language(language: str) -> None:
    written = write_period(parse("2022-01-31"), parse("2022-02-06"), "week", words(language))
    assert [int(number) for number in re.findall(r"\d+", written)] == [31, 6, 2022]
