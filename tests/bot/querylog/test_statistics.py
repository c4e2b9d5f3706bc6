"""Do the counts by the day agree with the rows, whatever came and went?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.querylog.check import check
from bot.querylog.entries import Asked, Entry, Voted
from bot.querylog.forgetting import forget_row
from bot.querylog.reading import open_reader
from bot.querylog.retention import prune
from bot.querylog.selection import Selection
from bot.querylog.statistics import Counts, cited_articles, most_cited, read_statistics
from tests.bot.querylog.samples import answer, at, keep_all, passage, row_of

if TYPE_CHECKING:
    from pathlib import Path

    from bot.querylog.rows import LogRow


def asked(uid: str, day: int, latency: float = 4.0, outcome: str = "no_answer", **fields: Any) -> LogRow:
    hits = (passage(1, 0, 29),) if outcome == "answered" else ()
    return row_of(uid, answer(outcome=outcome, hits=hits, latency_ms=latency), at(day), **fields)


@pytest.fixture
def path(path: Path) -> Path:
    rows = [
        asked("0", 1, 0.5),
        asked("1", 2, 4, "answered", via="simulator"),
        asked("2", 2, 90_000, "answered"),
        asked("3", 4, 4, "about", command="start"),
    ]
    keep_all(path, *map(Asked, rows), Voted("2", "x", up=False, reason=None, at="1"))
    return path


@pytest.mark.parametrize(
    ("wanted", "questions", "counts"),
    [
        (Selection(), {"2022-01-01": 1, "2022-01-02": 2, "2022-01-04": 1}, (1, 1, 2)),
        (Selection(since="2022-01-02T23"), {"2022-01-02": 2, "2022-01-04": 1}, (0, 1, 2)),
        (Selection(until="2022-01-02"), {"2022-01-01": 1}, (1, 0, 0)),
        (Selection(until="2022-01-02T00:00:00.000Z"), {"2022-01-01": 1}, (1, 0, 0)),
        (Selection(until="2022-01-02T00:00:01"), {"2022-01-01": 1, "2022-01-02": 2}, (1, 1, 2)),
        (Selection(via="simulator"), {"2022-01-02": 1}, (0, 0, 1)),
        (Selection(command="start"), {"2022-01-04": 1}, (0, 0, 2)),
        (Selection(outcome="no_answer"), {"2022-01-01": 1}, (1, 0, 2)),
    ],
)
def test_days_are_counted(
    path: Path, wanted: Selection, questions: dict[str, int], counts: tuple[int, int, int]
) -> None:
    with open_reader(path) as connection:
        counted = read_statistics(connection, wanted)
        often, articles = most_cited(connection, wanted), cited_articles(connection, wanted)
    assert {day: of_day.questions for day, of_day in counted.days.items()} == questions
    times = sum(passage.times for passage in often)
    assert (counted.total.refused, counted.total.disliked, times) == counts
    assert sum(articles.values()) == times
    assert sum(counted.by["via"].values()) == counted.total.questions


@pytest.mark.parametrize(
    ("latencies", "share", "expected"),
    [
        ({}, 0.5, None),
        ({1: 10}, 0.5, 0.5),
        ({1: 10, 3: 10}, 0.5, 1.0),
        ({1: 10, 3: 10}, 0.75, 2.0),
        ({10: 1}, 1.0, 10.0),
        ({1: 98, 3_600_000: 2}, 0.95, 95 / 98),
    ],
)
def test_a_percentile_lies_inside_its_class(latencies: dict[int, int], share: float, expected: float | None) -> None:
    counts = Counts(questions=sum(latencies.values()))
    counts.latencies.update(latencies)
    assert counts.latency(share) == (None if expected is None else pytest.approx(expected))


_entries = st.one_of(
    st.builds(
        lambda uid, day, latency, outcome: Asked(asked(str(uid), day, latency, outcome)),
        st.integers(0, 9),
        st.integers(1, 9),
        st.floats(0, 20_000),
        st.sampled_from(["answered", "no_answer", "about"]),
    ),
    st.builds(
        lambda uid, voter, up: Voted(str(uid), voter, up, None, "1"),
        st.integers(0, 9),
        st.sampled_from("ab"),
        st.booleans(),
    ),
)


@settings(max_examples=30, deadline=None)
@given(entries=st.lists(_entries, min_size=1, max_size=30), day=st.integers(1, 9))
def test_whatever_comes_and_goes_the_counts_are_the_rows(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry], day: int
) -> None:
    path = tmp_path_factory.mktemp("counts") / "log.sqlite3"
    keep_all(path, Asked(asked("kept", 9, outcome="answered")), *entries)
    assert [finding for finding in check(path, None) if finding.trouble and finding.name != "key"] == []
    forget_row(path, "kept")
    prune(path, f"2022-01-0{day}")
    assert [finding for finding in check(path, None) if finding.trouble and finding.name != "key"] == []
