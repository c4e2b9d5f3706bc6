"""What holds for every time expression, and what do those before it tell?"""

from __future__ import annotations

import datetime as dt
import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clean import find_body
from corpus.models import Article
from corpus.sentences import find_passages
from corpus.times import MEANINGS, find_times, read_times
from corpus.times.find import RESOLVERS
from corpus.times.grammar import SHAPES
from tests.corpus.times.texts import article_times, shown, times_of

WORDS = """
    on in the a this last next past Monday Sunday Sun. January Jan. May 10 31 13 1990 2022 0000 10000 - , . : and to of
    week weeks year quarter third first ago later earlier early end will met meets half million few evening 9:30 a.m.
    noon today tonight 2022-01-10 1990s '80s 20th century every daily now fiscal summer same that following day 's for
    or so before from hours nineteen ninety Mondays Tuesday's weekend full period night coming recent 31.12.2021 Q3
""".split()
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join))
DAYS = st.one_of(st.none(), st.dates())


def test_every_shape_has_its_resolver() -> None:
    assert set(SHAPES) == set(RESOLVERS)


@given(TEXTS, DAYS)
def test_any_text_on_any_day(text: str, day: dt.date | None) -> None:
    article = Article("talks", text, published=day.isoformat() if day else None)
    passages = find_passages(article, find_body(text))
    end = 0
    for time in find_times(article, passages):
        assert any(passage.span.start <= time.span.start < time.span.end <= passage.span.end for passage in passages)
        assert end <= time.span.start
        end = time.span.end
        assert time.rule in MEANINGS
        assert time.type in ("DATE", "TIME") or time.first is None
        assert (time.first is None) == (time.last is None)
        assert time.first is None or time.last is None or time.first <= time.last
        assert day or time.first is None or time.rule in ("absolute", "anaphoric")
        assert time.cue is None or time.cue.end <= time.span.start or time.span.end <= time.cue.start


@given(TEXTS, DAYS)
def test_anything_may_be_typed(text: str, day: dt.date | None) -> None:
    for time in read_times(text, day):
        assert 0 <= time.span.start < time.span.end <= len(text)


def count_calls(text: str) -> int:
    calls = 0

    def count(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        article_times(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "sentence",
    [
        "They will meet on Monday and met on Jan. 10, 2022, two weeks ago. ",
        "this past this past ",
        "1 and ",
        "twenty-",
        "7",
    ],
)
def test_twice_the_text_is_twice_the_work(sentence: str) -> None:
    article_times(sentence)  # builds the grammar
    once, twice = count_calls(sentence * 300), count_calls(sentence * 600)
    assert twice < 2.5 * once


def test_a_year_earlier_is_a_year_before_the_quarter_reported_of() -> None:
    text = (
        "Profit rose in the third quarter. A year earlier the firm had made a loss. In the latest quarter sales fell."
    )
    assert shown(article_times(text, "2021-11-02"), text) == [
        ("the third quarter", "2021-Q3"),
        ("A year earlier", "2020-Q3"),
        ("the latest quarter", "2021-Q3"),
    ]


def test_the_next_day_is_the_day_after_the_one_spoken_of() -> None:
    text = (
        "They met on December 12, 2021. The next day they left. A week later he wrote.\n\nThe following day is unknown."
    )
    times = article_times(text)
    assert shown(times, text)[:2] == [("December 12, 2021", "2021-12-12"), ("The next day", "2021-12-13")]
    assert [time.rule for time in times][1] == "anaphoric"
    assert "The following day" not in [words for words, _ in shown(times, text)]


@pytest.mark.parametrize(
    ("text", "value", "first"),
    [
        ("On Monday they met, and at 5 p.m. they left.", "2022-01-03T17:00", dt.date(2022, 1, 3)),
        ("The bus leaves at 5 p.m. as ever.", "2022-01-09T17:00", None),
        ("It came on Friday. That evening it left.", "2022-01-07TEV", dt.date(2022, 1, 7)),
    ],
)
def test_a_bare_hour_is_of_the_day_spoken_of_and_of_no_other(text: str, value: str, first: dt.date | None) -> None:
    time = times_of(text)[-1]
    assert (time.value, time.first) == (value, first)


def test_an_hour_far_from_its_day_claims_none() -> None:
    text = "On Friday, December 31, 2021, it broke. Nobody saw it. The alarm rang at 5 p.m. and was ignored."
    time = article_times(text)[-1]
    assert (time.value, time.rule, time.first) == ("2021-12-31T17:00", "unresolved", None)


def test_that_month_is_the_one_spoken_of() -> None:
    text = "He resigned in March 2014. Prices rose that month. In the next month they fell."
    assert ("that month", "2014-03") in shown(article_times(text), text)


def test_page_furniture_tells_no_time() -> None:
    text = (
        "As of: January 9th, 2022 5:17 p.m.\n5 min read\n\nThe two sides met on Monday in a small town near the lake."
    )
    assert shown(article_times(text), text) == [("Monday", "2022-01-03")]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("This Monday, envoys of both sides are negotiating in Geneva.", "are negotiating"),
        ("A meeting is scheduled in Brussels on Wednesday.", "is scheduled"),
        ("The meeting on Monday is to be followed by others.", "is to be followed"),
        ("Russia on Sunday appeared to be taking a hard line.", "appeared to be taking"),
        ("She will have met him by Friday.", "will have met"),
        ("“We shall see,” he said on Friday.", "said"),
        ("Nothing about Friday.", None),
        ("He told Meet the Press on Friday.", "told"),
        ("She could not be reached on Friday.", "could not be reached"),
        ("After Friday's attack they will fail.", "attack"),
        ("The presidential debate on Friday was long.", "was"),
    ],
)
def test_the_words_that_told(text: str, cue: str | None) -> None:
    (time,) = times_of(text)
    assert (time.cue.of(text) if time.cue else None) == cue


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("8 Jan", "2022-01-08"),
        ("10 january", "2022-01-10"),
        ("jan 10", "2022-01-10"),
        ("January 8th 2022", "2022-01-08"),
        ("2022-01-10", "2022-01-10"),
        ("next Monday", "2022-01-10"),
        ("monday", "2022-01-10"),
        ("sun 9 jan", "2022-01-09"),
        ("10-13 jan", "2022-01-10/2022-01-13"),
        ("this week", "2022-W02"),
        ("march 2021", "2021-03"),
    ],
)
def test_what_a_reader_types(typed: str, value: str) -> None:
    assert shown(list(read_times(typed, dt.date(2022, 1, 9))), typed) == [(typed, value)]


def test_a_typed_weekday_lies_on_the_side_that_is_asked_for() -> None:
    (ahead,), (behind,) = (read_times("Monday", dt.date(2022, 1, 9), side) for side in ("future", "past"))
    assert (ahead.value, behind.value) == ("2022-01-10", "2022-01-03")
    assert ahead.cue is None


def test_several_typed_days() -> None:
    typed = "10 Jan..13 Jan"
    assert [value for _, value in shown(list(read_times(typed, dt.date(2022, 1, 9))), typed)] == [
        "2022-01-10",
        "2022-01-13",
    ]
