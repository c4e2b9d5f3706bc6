"""Is a filter read as it is meant, and does it let through what it should?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.models import Event, EventStatus, Mention, Speaker, TimeExpression
from retrieval.event_book import EventBook
from retrieval.filter_days import Unread
from retrieval.filtering import filter_events, filter_quotes, nearest_events, nearest_speakers
from retrieval.filters import LONGEST, Filter, language_of_filter, read_event_filter, read_quote_filter
from retrieval.foreign.language import Language
from retrieval.speaker_names import SpeakerNames
from tests.retrieval.quoted import ONE, SEEDS, TWO, book_of, book_of_seeds, find, quote

BOOK = book_of_seeds()
NAMES = SpeakerNames(quoted.speaker for quoted in BOOK.speakers)
NEWEST = dt.date(2022, 1, 9)


def read(text: str) -> Filter:
    return read_quote_filter(text, NAMES, BOOK.knows, NEWEST)


def found(text: str) -> list[int]:
    return [said.number for said in filter_quotes(BOOK, read(text))]


BLINKEN = [0, 1, 2, 3, 6, 7, 8, 9]
RYABKOV = [4, 12, 13]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", list(range(14))),
        ("Blinken", BLINKEN),
        ("blinkin", BLINKEN),
        ("Antony", BLINKEN),
        ("Rjabkow", RYABKOV),
        ("Blinken or Ryabkov", sorted(BLINKEN + RYABKOV)),
        ("ryabkov no illusions", [12]),
        ("Blinken on NATO", [3]),
        ("reported", [4]),
        ("direct Ryabkov", [12, 13]),
        ("reported NATO", []),
        ("since 8 Jan", list(range(14))),
        ("since 9 Jan", [number for number in range(14) if number != 10]),
        ("before 9 Jan", [10]),
        ("on Saturday", [10]),
        ("after 10 Jan", []),
        ("“coming week”", [2, 6]),
        ('"week coming"', []),
        ("Ukraine's head", [0, 8]),
        ("unclear", [11]),
        ("diplomacy", [4, 11]),
        ("senior administration official", [10]),
        ("official", [5, 10]),
        ("government official", [5]),
        ("official slam", [10]),
        ("minister", RYABKOV),
        ("secretary of state", BLINKEN),
        ("about minister", []),
        ("CNN", [0, 6]),
        ("Blinken via CNN", [0, 6]),
        ("Ryabkov CNN", []),
        ("Блинкен Reuters", []),
        ("about Ryabkov", []),
        ("Macron", []),
        ("Blinken seit 10. Januar", []),
        ("avant le 9 janvier", [10]),
        ("w sobotę", [10]),
        ("Рябков косвенная", [4]),
        ("direct Блінкен і Рябков", [0, 1, 2, 3, 6, 7, 8, 9, 12, 13]),
        ("Blinken über die NATO", [3]),
        ("à propos de Riabkov", []),
        ("incierto", [11]),
    ],
)
def test_quotes_are_filtered(text: str, numbers: list[int]) -> None:
    assert found(text) == numbers


def test_an_organisation_speaks_and_is_spoken_of() -> None:
    told = quote(ONE, "the principle of reciprocity applies to the negotiations", "NATO", kind="organisation")
    spoken_of = quote(TWO, "In the context of NATO, we refer", "Antony Blinken")
    neither = quote(TWO, "we’ll see if there are grounds", "Antony Blinken")
    book = book_of(SEEDS, told, spoken_of, neither)
    names = SpeakerNames(quoted.speaker for quoted in book.speakers)
    for text, numbers in (("NATO", [0, 1]), ("Blinken NATO", [1]), ("about NATO", [1]), ("Blinken", [1, 2])):
        wanted = read_quote_filter(text, names, book.knows, NEWEST)
        assert [said.number for said in filter_quotes(book, wanted)] == numbers, text


def test_who_is_not_sure_is_not_found_by_name() -> None:
    book = book_of(SEEDS, quote(ONE, "Then they will see", "Antony Blinken", sure=False))
    named = read_quote_filter("Blinken", NAMES, book.knows, NEWEST)
    assert list(filter_quotes(book, named)) == []
    assert len(filter_quotes(book, read_quote_filter("see", NAMES, book.knows, NEWEST))) == 1


def test_what_nobody_knows_is_told_and_the_nearest_names_are_offered() -> None:
    wanted = read("Macron illusions pineapple")
    assert wanted.unknown == ("Macron", "pineapple")
    for near in ("Ribakowa", "Рыбакова"):
        assert [speaker.name for speaker in nearest_speakers(NAMES, read(near))] == ["Sergei Ryabkov"]
    assert nearest_speakers(NAMES, wanted) == []
    assert nearest_speakers(NAMES, read("reported NATO")) == ()


def test_a_wrong_day_is_told() -> None:
    assert read("Blinken 31 Feb").unread == (Unread("31 Feb", "no_day"),)


def test_a_wrong_day_is_told_as_it_was_typed() -> None:
    assert read("Blinken nach dem 31. Februar").unread == (Unread("31. Februar", "no_day"),)
    assert read("nach 12. Januar vor 8. Januar").unread == (Unread("nach 12. Januar vor 8. Januar", "backwards"),)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Blinken seit 8. Januar", "de"),
        ("Blinken „no illusions“", None),
        ("Рябков “no illusions”", "ru"),
        ("war in Ukraine", None),
        ("UN on Ukraine", "en"),
    ],
)
def test_the_language_of_a_filter_is_not_that_of_what_it_quotes(text: str, language: Language | None) -> None:
    assert language_of_filter(text, None) == language


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("war in Ukraine", ("war", "ukrain")),
        ("rozmowy w genewie", ("rozmowi", "geneva")),
        ("советник в женеве", ("sovetnik", "geneva")),
        ("genf", ("geneva",)),
    ],
)
def test_names_of_places_are_put_in_english_and_other_words_are_not(text: str, terms: tuple[str, ...]) -> None:
    assert read_event_filter(text, NEWEST).terms == terms


def test_a_surname_that_is_a_function_word_is_a_name_where_it_has_a_capital() -> None:
    may = Speaker("may", "Theresa May", "person", ("Theresa May",), ())
    names = SpeakerNames([may])
    assert read_quote_filter("Theresa may", names, BOOK.knows, NEWEST).named
    assert read_quote_filter("May", names, BOOK.knows, NEWEST).named
    assert not read_quote_filter("may", names, BOOK.knows, NEWEST).named


def test_nothing_is_asked_for_in_particular() -> None:
    assert read(" about, the ").is_empty
    assert not read("Blinken").is_empty
    assert not read("since 31 Feb").is_empty


@pytest.mark.parametrize(("text", "all_through"), [("", True), ("since 31 Feb", True), ("Macron", False)])
def test_what_cannot_be_read_leaves_nothing_out(text: str, *, all_through: bool) -> None:
    assert read(text).lets_all_through == all_through


EVENTS = [
    ("A meeting of the NATO-Russia Council is scheduled in Brussels on Wednesday", "on Wednesday", 12, "planned"),
    ("Talks will then take place on January 13 in Vienna", "on January 13", 13, "planned"),
    ("representatives of the USA and Russia are negotiating in Geneva", "This Monday", 10, "planned"),
    ("As of: January 9th, 2022 5:17 p.m.", "January 9th, 2022", 9, "reported"),
]


def event(text: str, when: str, day: int, status: EventStatus) -> Event:
    date = dt.date(2022, 1, day)
    expression = TimeExpression(ONE.id, find(ONE.text, when), "DATE", str(date), date, date, "by hand")
    mention = Mention(SEEDS.cite(ONE.id, find(ONE.text, text)), expression)
    return Event(date, date, "day", None, status, (mention,))


def make_events() -> list[Event]:
    return [
        event(text, when, day, "planned" if status == "planned" else "reported") for text, when, day, status in EVENTS
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", [12, 13, 10, 9]),
        ("in Geneva", [10]),
        ("nato", [12]),
        ("planned", [12, 13, 10]),
        ("reported", [9]),
        ("planned Vienna", [13]),
        ("10 Jan..12 Jan", [12, 10]),
        ("after 10 Jan", [12, 13]),
        ("before 10 Jan", [9]),
        ("on Monday", [10]),
        ("USA", [10]),
        ("“take place”", [13]),
        ("Monday Brussels", []),
        ("Moscow", []),
        ("geplant Wien", [13]),
        ("zaplanowane w Genewie", [10]),
        ("entre el 10 y el 12 de enero", [12, 10]),
        ("od 10 do 12 stycznia", [12, 10]),
        ("после 10 января", [12, 13]),
        ("10–12 січня", [12, 10]),
        ("à partir du 12 janvier", [12, 13]),
        ("bis Montag", [10, 9]),
    ],
)
def test_events_are_filtered(text: str, days: list[int]) -> None:
    wanted = read_event_filter(text, NEWEST)
    assert [event.first.day for event in filter_events(EventBook(make_events()), wanted)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Geneva 20 Jan", [10, 13, 25]),
        ("20 Jan", [12, 13, 25]),
        ("since 1 Feb Brussels", [12, 13, 25]),
        ("before 5 Jan", [9, 10, 12]),
        ("“talks in Vienna”", [13, 25]),
        ("Macron", []),
        ("caption", []),
    ],
)
def test_the_nearest_events_are_offered(text: str, days: list[int]) -> None:
    wanted = read_event_filter(text, NEWEST)
    later = event("Talks will then take place on January 13 in Vienna", "on January 13", 25, "planned")
    assert [event.first.day for event in nearest_events(EventBook([*make_events(), later]), wanted)] == days


def test_what_lasts_is_found_on_each_of_its_days() -> None:
    week = replace(make_events()[0], first=dt.date(2022, 1, 10), last=dt.date(2022, 1, 16), grain="week")
    book = EventBook([week])
    assert filter_events(book, read_event_filter("15 Jan..20 Jan", NEWEST)) == [week]
    assert filter_events(book, read_event_filter("17 Jan", NEWEST)) == []


EVENT_BOOK = EventBook(make_events())
PARTS = "Blinken ryabkov about on the reported unclear “ ” \" since 10 Jan 31 Feb .. NATO State of 's".split()


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=5), max_size=12).map(" ".join))
def test_whatever_is_typed_is_a_filter(text: str) -> None:
    filter_quotes(BOOK, read(text))
    filter_events(EVENT_BOOK, read_event_filter(text, NEWEST))


def test_what_is_pasted_is_cut() -> None:
    assert read("x " * LONGEST + "Blinken").named == ()


def test_what_is_too_long_is_cut_between_words() -> None:
    assert not read("progress " * 200).unknown
