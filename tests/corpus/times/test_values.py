"""What does each kind of time expression mean in a paper of Sunday 9 January 2022?"""

from __future__ import annotations

import pytest

from tests.corpus.times.texts import SUNDAY, shown, times_of

Row = tuple[str, str, str, str | None]

ABSOLUTE: list[Row] = [
    ("They met on January 10, 2022.", "January 10, 2022", "2022-01-10", "2022-01-10 2022-01-10"),
    ("They met on 10 January 2022.", "10 January 2022", "2022-01-10", "2022-01-10 2022-01-10"),
    ("They met on the 10th of January 2022.", "the 10th of January 2022", "2022-01-10", "2022-01-10 2022-01-10"),
    ("They met on Jan. 10, 2022.", "Jan. 10, 2022", "2022-01-10", "2022-01-10 2022-01-10"),
    ("They met on Monday, Jan. 10, 2022.", "Monday, Jan. 10, 2022", "2022-01-10", "2022-01-10 2022-01-10"),
    ("They met on 9. März 2021.", "9. März 2021", "2021-03-09", "2021-03-09 2021-03-09"),
    ("Filed 2022-01-10.", "2022-01-10", "2022-01-10", "2022-01-10 2022-01-10"),
    ("Filed 2022-01-10T17:17Z.", "2022-01-10T17:17Z", "2022-01-10T17:17", "2022-01-10 2022-01-10"),
    ("Filed 31.12.2021.", "31.12.2021", "2021-12-31", "2021-12-31 2021-12-31"),
    ("Filed 12/31/2021.", "12/31/2021", "2021-12-31", "2021-12-31 2021-12-31"),
    ("They met on Jan. 10-13, 2022.", "Jan. 10-13, 2022", "2022-01-10/2022-01-13", "2022-01-10 2022-01-13"),
    ("It lasts from 10 to 13 January 2022.", "10 to 13 January 2022", "2022-01-10/2022-01-13", "2022-01-10 2022-01-13"),
    (
        "They met on the first Monday of May 2019.",
        "the first Monday of May 2019",
        "2019-05-06",
        "2019-05-06 2019-05-06",
    ),
    ("He came in March 2014.", "March 2014", "2014-03", "2014-03-01 2014-03-31"),
    ("He came in 2014.", "2014", "2014", "2014-01-01 2014-12-31"),
    ("He came in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3", "2021-07-01 2021-09-30"),
    ("Sales fell in Q3 2021.", "Q3 2021", "2021-Q3", "2021-07-01 2021-09-30"),
    ("He came in the second half of 2021.", "the second half of 2021", "2021-H2", "2021-07-01 2021-12-31"),
    ("He came in the summer of 2014.", "the summer of 2014", "2014-SU", None),
    ("It closed after the Sept. 11 attacks.", "Sept. 11", "2001-09-11", "2001-09-11 2001-09-11"),
    ("They married on Thanksgiving 2021.", "Thanksgiving 2021", "2021-11-25", "2021-11-25 2021-11-25"),
    ("He came in 1648.", "1648", "1648", "1648-01-01 1648-12-31"),
    ("He came in the late 1990s.", "the late 1990s", "199", "1990-01-01 1999-12-31"),
    ("He came in the '80s.", "the '80s", "198", "1980-01-01 1989-12-31"),
    ("He came in the nineties.", "the nineties", "199", "1990-01-01 1999-12-31"),
    ("A treaty of the 20th century.", "the 20th century", "19", "1900-01-01 1999-12-31"),
    ("He came in nineteen ninety-six.", "nineteen ninety-six", "1996", "1996-01-01 1996-12-31"),
    ("A problem of the year two thousand.", "the year two thousand", "2000", "2000-01-01 2000-12-31"),
]
FISCAL: list[Row] = [
    ("Sales fell in fiscal 2021.", "fiscal 2021", "2021", None),
    ("Sales fell in fiscal year 2021.", "fiscal year 2021", "2021", None),
    ("Sales fell in the fiscal second quarter.", "the fiscal second quarter", "2022-Q2", None),
]
INFERRED: list[Row] = [
    ("Talks will take place on January 13.", "January 13", "2022-01-13", "2022-01-13 2022-01-13"),
    ("They met on December 12.", "December 12", "2021-12-12", "2021-12-12 2021-12-12"),
    ("Troops have been there since March.", "March", "2021-03", "2021-03-01 2021-03-31"),
    ("The election will be held in April.", "April", "2022-04", "2022-04-01 2022-04-30"),
    ("He spoke to reporters last June.", "last June", "2021-06", "2021-06-01 2021-06-30"),
    ("He will leave next June.", "next June", "2022-06", "2022-06-01 2022-06-30"),
    ("He will speak at the summit this summer.", "this summer", "2022-SU", None),
    ("It was postponed to March.", "March", "2022-03", "2022-03-01 2022-03-31"),
    ("A poll in December shows that she will win.", "December", "2021-12", "2021-12-01 2021-12-31"),
    ("They were married on New Year’s Eve.", "New Year’s Eve", "2021-12-31", "2021-12-31 2021-12-31"),
    ("It will open on Memorial Day.", "Memorial Day", "2022-05-30", "2022-05-30 2022-05-30"),
    ("Last Thanksgiving he was in jail.", "Last Thanksgiving", "2021-11-25", "2021-11-25 2021-11-25"),
    ("They met in November last year.", "November last year", "2021-11", "2021-11-01 2021-11-30"),
    ("In May they met.", "May", "2021-05", "2021-05-01 2021-05-31"),
    ("It was signed last summer.", "last summer", "2021-SU", None),
    ("Sunday, May 9, was a holiday.", "Sunday, May 9", "2021-05-09", "2021-05-09 2021-05-09"),
]
NAMED: list[Row] = [
    ("He arrived last Friday.", "last Friday", "2022-01-07", "2022-01-07 2022-01-07"),
    ("He arrives next Friday.", "next Friday", "2022-01-14", "2022-01-14 2022-01-14"),
    ("He arrives this coming Friday.", "this coming Friday", "2022-01-14", "2022-01-14 2022-01-14"),
    ("He arrives on Tuesday of next week.", "Tuesday of next week", "2022-01-11", "2022-01-11 2022-01-11"),
    ("He arrived last week.", "last week", "2021-W52", "2021-12-27 2022-01-02"),
    ("He arrives next week.", "next week", "2022-W02", "2022-01-10 2022-01-16"),
    ("No breakthrough in the coming week.", "the coming week", "2022-W02", "2022-01-10 2022-01-16"),
    ("They met over the weekend.", "the weekend", "2022-W01-WE", "2022-01-08 2022-01-09"),
    ("It was agreed earlier this month.", "earlier this month", "2022-01", "2022-01-01 2022-01-31"),
    ("It will be over by the end of the year.", "the end of the year", "2022", "2022-01-01 2022-12-31"),
    ("It will be sold next year.", "next year", "2023", "2023-01-01 2023-12-31"),
    ("Sales will rise in next year's first quarter.", "next year's first quarter", "2023-Q1", "2023-01-01 2023-03-31"),
]
DAYS: list[Row] = [
    ("He spoke yesterday.", "yesterday", "2022-01-08", "2022-01-08 2022-01-08"),
    ("The US speaks with Russia tomorrow.", "tomorrow", "2022-01-10", "2022-01-10 2022-01-10"),
    ("They dine tonight.", "tonight", "2022-01-09TNI", "2022-01-09 2022-01-09"),
    ("They dined last night.", "last night", "2022-01-08TNI", "2022-01-08 2022-01-08"),
    ("He spoke this morning.", "this morning", "2022-01-09TMO", "2022-01-09 2022-01-09"),
    ("They will meet on Sunday evening.", "Sunday evening", "2022-01-09TEV", "2022-01-09 2022-01-09"),
    ("They meet tomorrow at 9 a.m.", "tomorrow at 9 a.m.", "2022-01-10T09:00", "2022-01-10 2022-01-10"),
    ("The offer ends at 5 p.m. EST Jan. 12.", "5 p.m. EST Jan. 12", "2022-01-12T17:00", "2022-01-12 2022-01-12"),
    ("It will begin at noon on Monday.", "noon on Monday", "2022-01-10T12:00", "2022-01-10 2022-01-10"),
    ("The summit begins the day after tomorrow.", "the day after tomorrow", "2022-01-11", "2022-01-11 2022-01-11"),
    ("They will meet a week from Monday.", "a week from Monday", "2022-01-17", "2022-01-17 2022-01-17"),
    ("He died two weeks ago today.", "two weeks ago today", "2021-12-26", "2021-12-26 2021-12-26"),
    ("It starts at ten o’clock on Monday.", "ten o’clock on Monday", "2022-01-10T10:00", "2022-01-10 2022-01-10"),
    ("It began at 1230 GMT on Monday.", "1230 GMT on Monday", "2022-01-03T12:30", "2022-01-03 2022-01-03"),
    ("He left on the morning of January 8.", "the morning of January 8", "2022-01-08TMO", "2022-01-08 2022-01-08"),
    ("They met on the last Friday in August.", "the last Friday in August", "2021-08-27", "2021-08-27 2021-08-27"),
    ("He left two days ago.", "two days ago", "2022-01-07", "2022-01-07 2022-01-07"),
    ("He left a week or so ago.", "a week or so ago", "2021-W52", "2021-12-27 2022-01-02"),
    (
        "It struck at 11:36 p.m. local time Thursday.",
        "11:36 p.m. local time Thursday",
        "2022-01-06T23:36",
        "2022-01-06 2022-01-06",
    ),
    ("He left nearly two weeks ago.", "nearly two weeks ago", "2021-W51", "2021-12-20 2021-12-26"),
    ("He left five months ago.", "five months ago", "2021-08", "2021-08-01 2021-08-31"),
    ("He will leave in two weeks.", "two weeks", "2022-W03", "2022-01-17 2022-01-23"),
]
WITHOUT_DAYS = [
    ("It has been tense for weeks.", "weeks", "PXW", "DURATION"),
    ("It took two weeks.", "two weeks", "P2W", "DURATION"),
    ("It took twenty-five years.", "twenty-five years", "P25Y", "DURATION"),
    ("It took two or three years.", "two or three years", "PXY", "DURATION"),
    ("It was the first in two and a half years.", "two and a half years", "P2.5Y", "DURATION"),
    ("It will be the first in ten years.", "ten years", "P10Y", "DURATION"),
    ("It took 24 hours.", "24 hours", "PT24H", "DURATION"),
    ("They meet every Monday.", "every Monday", "XXXX-WXX-1", "SET"),
    ("They meet on Monday nights.", "Monday nights", "XXXX-WXX-1TNI", "SET"),
    ("They meet on Saturday mornings.", "Saturday mornings", "XXXX-WXX-6TMO", "SET"),
    ("They meet on Mondays.", "Mondays", "XXXX-WXX-1", "SET"),
    ("They meet annually.", "annually", "P1Y", "SET"),
    ("They met daily.", "daily", "P1D", "SET"),
    ("They meet every two weeks.", "every two weeks", "P2W", "SET"),
    ("They meet each Jan. 6.", "each Jan. 6", "XXXX-01-06", "SET"),
    ("He said so recently.", "recently", "PAST_REF", "DATE"),
    ("He says so now.", "now", "PRESENT_REF", "DATE"),
    ("Nothing of that kind in the near future.", "the near future", "FUTURE_REF", "DATE"),
    ("It has grown in recent years.", "recent years", "PAST_REF", "DATE"),
    ("It was quiet in the past.", "the past", "PAST_REF", "DATE"),
    ("He left several years ago.", "several years ago", "PAST_REF", "DATE"),
    ("He left two hours ago.", "two hours ago", "PT2H", "DURATION"),
]


@pytest.mark.parametrize(("text", "words", "value", "days"), ABSOLUTE + FISCAL + INFERRED + NAMED + DAYS)
def test_days(text: str, words: str, value: str, days: str | None) -> None:
    (time,) = times_of(text)
    assert (time.span.of(text), time.value) == (words, value)
    assert (f"{time.first} {time.last}" if time.first else None) == days
    assert time.type == ("TIME" if "T" in value else "DATE")


@pytest.mark.parametrize(("text", "words", "value", "kind"), WITHOUT_DAYS)
def test_what_names_no_days(text: str, words: str, value: str, kind: str) -> None:
    (time,) = times_of(text)
    assert (time.span.of(text), time.value, time.type) == (words, value, kind)
    assert time.first is time.last is None


@pytest.mark.parametrize("text", [row[0] for row in ABSOLUTE])
def test_what_is_written_out_needs_no_day_of_publication(text: str) -> None:
    with_day, without = times_of(text), times_of(text, None)
    assert without == with_day
    assert {time.rule for time in without} == {"absolute"}


@pytest.mark.parametrize("text", [row[0] for row in INFERRED + NAMED + DAYS])
def test_all_else_has_no_days_without_it(text: str) -> None:
    assert [(time.first, time.last) for time in times_of(text, None)] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on January 10.", "XXXX-01-10"),
        ("They met on Monday.", "XXXX-WXX-1"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last week.", "XXXX-WXX"),
        ("They met last year.", "XXXX"),
        ("They met in March.", "XXXX-03"),
        ("They will meet in 2 weeks.", "P2W"),
        ("They met Jan. 10-13.", "XXXX-01-10/XXXX-01-13"),
    ],
)
def test_values_without_a_day_of_publication(text: str, value: str) -> None:
    (time,) = times_of(text, None)
    assert time.value == value
    assert time.rule in ("unresolved", "duration")


@pytest.mark.parametrize(
    "text",
    [
        "They were built 7000 years ago.",
        "They were built 99999999999 days ago.",
        "They met on 31 February.",
        "They met on February 31, 2022.",
        "They met on 29 February 2021.",
        "They met on 2022-02-31.",
        "They met on 1 January 10000.",
        "They met on January 1, 0000.",
        "They met in the year 0.",
        "They met at 25:61.",
        "They met at 13 p.m.",
        "They lost 3:15.",
        "They met on 1/2/2022.",
        "It may rain, and they march on Washington.",
        "The sun sat there for 2000 people.",
        "It cost $2000 or 1999 dollars.",
        "Come on Thursday, March 21st.",
        "They met on the fifth Friday of February 2021.",
        "It starts 99999999 weeks from Monday.",
        "He writes for USA Today.",
        "He writes for USA TODAY.",
        "He told ABC’s “This Week” that he was ready.",
        "He told NBC’s “Today” that he was ready.",
        "He told “Fox News Sunday” that he was ready.",
        "He won four states on Super Tuesday.",
        "He was on Saturday Night Live.",
        "He left shortly before he fell, and soon after.",
        "The index closed at 2082.1 points.",
        "They signed 1523 of them.",
        "Call " + "1" * 1_000_000,
    ],
)
def test_nothing_wrong_is_said(text: str) -> None:
    assert [time.first for time in times_of(text) if time.first] == []


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "text", ["They met two weeks ago and will meet in two weeks, next year, last Monday, tomorrow and this weekend."]
)
def test_the_calendar_ends_somewhere(text: str, published: str) -> None:
    for time in times_of(text, published):
        assert (time.first is None) == (time.last is None)


def test_days_that_share_a_month() -> None:
    text = "They met on 8 and 9 January, and on Dec. 12, 13 and 14, 2015."
    assert shown(times_of(text), text) == [
        ("8", "2022-01-08"),
        ("9 January", "2022-01-09"),
        ("Dec. 12", "2015-12-12"),
        ("13", "2015-12-13"),
        ("14, 2015", "2015-12-14"),
    ]


@pytest.mark.parametrize(
    ("published", "text", "value", "rule"),
    [
        (SUNDAY, "Talks will take place in Geneva this week.", "2022-W02", "week-ahead"),
        (SUNDAY, "Talks took place in Geneva this week.", "2022-W01", "named"),
        ("2022-01-08", "Talks will take place in Geneva this week.", "2022-W01", "named"),
        ("2022-01-10", "Talks will take place in Geneva this week.", "2022-W02", "named"),
    ],
)
def test_this_week_in_a_paper_of_a_sunday(published: str, text: str, value: str, rule: str) -> None:
    (time,) = times_of(text, published)
    assert (time.value, time.rule) == (value, rule)
