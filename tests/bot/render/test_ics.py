from __future__ import annotations

import datetime as dt
from dataclasses import replace
from gettext import NullTranslations

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.render.ics
from bot.render.html import clean
from bot.render.ics import can_write_ics, ics
from corpus.models import Corpus, Event
from tests.bot.render.events import BRUSSELS, DINNER, EVENTS, GENEVA, SEEDS, VIENNA, make_event

WORDS = NullTranslations()


def entries(*events: Event, corpus: Corpus = SEEDS) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(ics(events, corpus, WORDS) or b"").events)


def entry(made: tuple[Corpus, Event]) -> icalendar.Event:
    corpus, event = made
    [found] = entries(event, corpus=corpus)
    return found


def test_the_planned_events_of_the_seeds() -> None:
    assert [(entry.start, str(entry["summary"])) for entry in entries(*EVENTS)] == [
        (dt.date(2022, 1, 9), DINNER.removesuffix(".")),
        (dt.date(2022, 1, 10), GENEVA.removesuffix(".")),
        (dt.date(2022, 1, 12), BRUSSELS.removesuffix(".")),
        (dt.date(2022, 1, 13), VIENNA.removesuffix(".")),
    ]


def test_a_description_cites_all_that_tell_of_it() -> None:
    [found] = entries(EVENTS[3])
    assert str(found["description"]) == (
        "This Monday, representatives of the USA and Russia are negotiating in Geneva.\n"
        "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022\n"
        "\n"
        "Success of the talks, which begin Monday in Geneva, depend on Russian cooperation\n"
        "[2] Geneva talks hinge on Russia deescalating Ukraine threat · Sun 9 Jan 2022 (date inferred)"
    )


def test_a_day_is_a_whole_day_and_blocks_nobody() -> None:
    [found] = entries(EVENTS[3])
    assert (found.start, found.end) == (dt.date(2022, 1, 10), dt.date(2022, 1, 11))
    assert found["dtstart"].params["value"] == "DATE"
    assert found["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("part", "start"),
    [
        ("09:30", dt.datetime(2022, 1, 10, 9, 30)),  # noqa: DTZ001 - in no zone, as the article tells it
        ("17", dt.datetime(2022, 1, 10, 17)),  # noqa: DTZ001
        ("evening", dt.date(2022, 1, 10)),
        ("24:00", dt.date(2022, 1, 10)),
        ("٠٩:٣٠", dt.date(2022, 1, 10)),
    ],
)
def test_a_time_by_the_clock_is_kept(part: str, start: dt.date) -> None:
    assert entry(make_event("They meet.", part=part)).start == start


@pytest.mark.parametrize(
    ("last", "end"),
    [
        (dt.date(9999, 12, 30), dt.date(9999, 12, 31)),
        (dt.date(9999, 12, 31), None),
    ],
)
def test_the_end_is_the_day_after_the_last_where_there_is_one(last: dt.date, end: dt.date | None) -> None:
    corpus, event = make_event("They meet.", "9999-12-29")
    found = entry((corpus, replace(event, last=last)))
    assert found.get("dtend") == (end and icalendar.vDDDTypes(end))


@pytest.mark.parametrize(
    ("published", "stamp"),
    [
        ("2022-01-09", "2022-01-09T00:00"),
        ("2022-01-09T17:17:00", "2022-01-09T17:17"),
        ("2022-01-09T17:17:00-05:00", "2022-01-09T22:17"),
        ("2022-01-09T25:00", "2022-01-09T00:00"),
        ("0001-01-01T00:00+05:00", "0001-01-01T00:00"),
        (None, "2022-01-10T00:00"),
    ],
)
def test_the_stamp_is_the_articles(published: str | None, stamp: str) -> None:
    found = entry(make_event("They meet.", published=published))
    assert found.stamp.isoformat(timespec="minutes") == f"{stamp}+00:00"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_an_address_is_linked(url: str | None, kept: str | None) -> None:
    assert entry(make_event("They meet.", url=url)).get("url") == kept


def test_the_same_events_give_the_same_file() -> None:
    assert ics(EVENTS, SEEDS, WORDS) == ics(EVENTS, SEEDS, WORDS)


def test_no_two_events_are_one_to_a_calendar() -> None:
    assert len({entry["uid"] for entry in entries(*EVENTS)}) == 4


def test_weeks_and_what_is_past_are_left_out() -> None:
    assert entries(*[event for event in EVENTS if event.status != "planned" or event.grain == "week"]) == []


def test_without_icalendar_there_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_write_ics()
    monkeypatch.setattr(bot.render.ics, "find_spec", lambda _: None)
    assert ics(EVENTS, SEEDS, WORDS) is None


@given(st.text(st.characters(exclude_categories=["Cs"])), st.dates())
def test_any_text_is_read_back(text: str, day: dt.date) -> None:
    found = entry(make_event(text, str(day)))
    assert str(found["description"]).startswith(clean(text))
    assert found.start == day
