"""Does a filter let exactly those rows through, newest first, page by page, and by an index?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.querylog.entries import Asked, Voted
from bot.querylog.reading import list_rows, open_reader, read_later, read_page
from bot.querylog.rows import LogRow
from bot.querylog.selection import Selection, conditions, number, tables
from tests.bot.querylog.samples import PSEUDONYMS, answer, at, keep_all, row_of

if TYPE_CHECKING:
    from pathlib import Path

CHAT = PSEUDONYMS.of("chat", 5)


@pytest.fixture
def path(path: Path) -> Path:
    """Six rows, of which the fourth was written while the clock was four days behind."""
    rows = [
        row_of("0", answer("Who leads the Russian side?"), at(5)),
        row_of("1", answer("When do the talks start?", outcome="answered"), at(6)),
        row_of("2", answer("Хто очолює делегацію?"), at(7), chat_id=5),
        row_of("3", answer("Macron", outcome="answered"), at(3), command="quotes", via="simulator"),
        row_of("4", answer("Où en est la Genève?", outcome="unavailable"), at(8), user_id=None),
        row_of("5", answer("WHEN do the talks start!", outcome="answered"), at(9)),
    ]
    votes = [Voted("1", "a", up=False, reason="wrong date", at="1"), Voted("5", "a", up=True, reason=None, at="2")]
    keep_all(path, *map(Asked, rows), *votes)
    return path


@pytest.mark.parametrize(
    ("wanted", "uids"),
    [
        (Selection(), "543210"),
        (Selection(since="2022-01-07"), "542"),
        (Selection(since="2022-01-07T13"), "54"),
        (Selection(until="2022-01-06"), "30"),
        (Selection(since="2022-01-03", until="2022-01-06T12:00:00.001Z"), "310"),
        (Selection(since="2023"), ""),
        (Selection(until="2021"), ""),
        (Selection(outcome="no_answer"), "20"),
        (Selection(outcome="answered", since="2022-01-06"), "51"),
        (Selection(command="quotes"), "3"),
        (Selection(via="simulator"), "3"),
        (Selection(chat=CHAT), "2"),
        (Selection(user="nobody"), ""),
        (Selection(disliked=True), "1"),
        (Selection(normal="when do talk start"), "51"),
        (Selection(words="talks"), "51"),
        (Selection(words="start when"), "51"),
        (Selection(words="tal"), "51"),
        (Selection(words="geneve ou"), "4"),
        (Selection(words="ДЕЛЕГ"), "2"),
        (Selection(words='"talks" OR -macron*) NEAR('), ""),
        (Selection(words="talks", outcome="answered", disliked=True), "1"),
        (Selection(words="?!"), "543210"),
    ],
)
def test_a_filter_lets_through_what_fits(path: Path, wanted: Selection, uids: str) -> None:
    assert "".join(row.uid for row in list_rows(path, 0, wanted)) == uids
    with open_reader(path) as connection:
        pages = [page for before in range(7, 0, -1) for page in read_page(connection, wanted, before, 1)]
        assert "".join(dict.fromkeys(row.uid for row in pages)) == uids
        assert "".join(row.uid for row in read_later(connection, wanted)) == uids[::-1]


def test_those_who_follow_get_what_came_later(path: Path) -> None:
    with open_reader(path) as connection:
        [third, fourth] = read_later(connection, after=3, size=2)
        assert (third.uid, fourth.uid) == ("3", "4")
        assert read_later(connection, after=6) == []


def test_votes_come_with_the_row(path: Path) -> None:
    feedback = {row.uid: row.to_json()["feedback"] for row in list_rows(path)}
    assert feedback["1"] == {"up": 0, "down": 1, "reasons": ["wrong date"]}
    assert feedback["5"] == {"up": 1, "down": 0, "reasons": []}
    assert feedback["0"] is None


@pytest.mark.parametrize(
    "wanted",
    [
        Selection(),
        Selection(since="2022-01-07", until="2022-01-08"),
        Selection(outcome="x"),
        Selection(command="x"),
        Selection(via="x"),
        Selection(chat="x"),
        Selection(user="x"),
        Selection(normal="x"),
        Selection(disliked=True),
        Selection(words="talks"),
        Selection(words="talks", outcome="answered", chat="x"),
    ],
)
def test_no_filter_sorts_the_log_or_reads_it_all(path: Path, wanted: Selection) -> None:
    where, values = conditions(wanted, before=9)
    sql = f"SELECT uid FROM {tables(wanted)} WHERE {where} ORDER BY {number(wanted)} DESC LIMIT 50"  # noqa: S608
    with open_reader(path) as connection:
        plan = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert not any("TEMP B-TREE" in line for line in plan)
    assert not any(line == "SCAN queries" for line in plan)


@settings(max_examples=60, deadline=None)
@given(words=st.text(st.characters(), max_size=40))
def test_any_words_can_be_looked_for(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    path = tmp_path_factory.mktemp("any") / "log.sqlite3"
    row: LogRow = row_of("1", answer(words), at(1) + dt.timedelta(hours=1))
    keep_all(path, Asked(row))
    found = [row.uid for row in list_rows(path, wanted=Selection(words=words))]
    assert found == ["1"] or Selection(words=words).match
