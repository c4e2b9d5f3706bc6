"""Through which outlet, and on which day?"""

from __future__ import annotations

import datetime as dt

import pytest

from tests.corpus.quotes.reading import quotes_of, words


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“We will wait for them,” Ana Lopez said, according to Reuters.", "Reuters"),
        ("“We will wait for them,” Ana Lopez told the New York Times.", "New York Times"),
        ("“We will wait for them,” said Ana Lopez on CNN.", "CNN"),
        ("“We will wait for them,” Ana Lopez said on CNN’s “State of the Union.”", "CNN"),
        ("“We will wait for them,” Ana Lopez said in an interview with Fox News.", "Fox News"),
        ("RIA reported that Ana Lopez said: “We will wait for them.”", None),
        ("“We will wait for them,” Ana Lopez told reporters in Geneva.", None),
        ("“I saw it on CNN last night,” Ana Lopez said.", None),
        ("“We will wait for them,” Reuters said.", None),
    ],
)
def test_the_outlet_is_named_where_it_is_not_the_speaker(text: str, via: str | None) -> None:
    assert words(text, quotes_of(text)[0].via) == via


def test_what_is_carried_on_came_through_the_same_outlet_on_the_same_day() -> None:
    text = "“We will wait for them,” Ana Lopez said Saturday on CNN. “We are patient people.”"
    quotes = quotes_of(text)
    assert [words(text, quote.via) for quote in quotes] == ["CNN", "CNN"]
    assert [quote.said_on for quote in quotes] == [dt.date(2022, 1, 8)] * 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“We will wait for them,” Ana Lopez said Thursday.", dt.date(2022, 1, 6)),
        ("“We will wait for them,” Ana Lopez told reporters in a call on Saturday.", dt.date(2022, 1, 8)),
        ("On January 3, Ana Lopez said: “We will wait for them.”", None),
        ("Ana Lopez on Friday said that talks begin on Monday.", dt.date(2022, 1, 7)),
        ("Ana Lopez said that talks begin on Monday.", None),
        ("“We will wait until Monday for them,” Ana Lopez said.", None),
        ("“We will wait for them,” Ana Lopez said this week.", None),
    ],
)
def test_the_day_of_speaking_stands_near_the_cue_and_is_never_guessed(text: str, day: dt.date | None) -> None:
    assert quotes_of(text)[0].said_on == day
