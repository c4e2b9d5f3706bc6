"""Are rows read back as they were written, newest first, while the bot writes?"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from bot.querylog import reading
from bot.querylog.errors import LogError
from bot.querylog.log import QueryLog
from bot.querylog.reading import list_rows, open_reader, read_page, show_row
from bot.querylog.rows import make_row
from tests.bot.querylog.samples import AT, CORPUS, PSEUDONYMS, answer, asker, passage, record_all

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def seven(path: Path) -> Path:
    """A log of seven rows, each with its own passage and one that all share."""
    found = (passage(1, 0, 29),)
    record_all(path, [(f"row-{n}", answer(f"{n}?", nearest=(*found, passage(2, 30, 40 + n)))) for n in range(7)])
    return path


@pytest.mark.parametrize(("limit", "numbers"), [(1, "6"), (3, "654"), (7, "6543210"), (99, "6543210"), (0, "6543210")])
@pytest.mark.parametrize("page", [1, 2, 7, 200])
def test_the_newest_come_first(
    seven: Path, monkeypatch: pytest.MonkeyPatch, limit: int, numbers: str, page: int
) -> None:
    monkeypatch.setattr(reading, "PAGE", page)
    rows = list(list_rows(seven, limit))
    assert [row.question for row in rows] == [f"{number}?" for number in numbers]
    assert [row.shown[1].citation["end"] for row in rows] == [40 + int(number) for number in numbers]


def test_a_list_takes_as_many_statements_however_long_it_is(seven: Path) -> None:
    with open_reader(seven) as connection:
        counts = []
        for size in (1, 7):
            statements: list[str] = []
            connection.set_trace_callback(statements.append)
            assert len(read_page(connection, size=size)) == size
            counts.append(len(statements))
        assert counts[0] == counts[1]


@pytest.mark.parametrize("outcome", ["answered", "no_answer", "about", "unavailable"])
async def test_a_row_comes_back_as_it_was_written(path: Path, outcome: str) -> None:
    given = answer(
        "Хто?\x00 \u202eمن؟ \U0001f1fa\U0001f1e6",
        outcome=outcome,
        hits=(passage(1, 0, 29),) if outcome == "answered" else (),
        candidates=(passage(2, 30, 69), passage(3, 70, 83)),
        understood="Женева",
        unknown=("Макрон\x00",),
        terms=("хто",),
        score=0.1 + 0.2,
        threshold=0.27,
        latency_ms=1 / 3,
    )
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await log.record(asker("1"), given, AT, CORPUS)
        assert show_row(path, "1") == make_row(asker("1"), given, AT, CORPUS, PSEUDONYMS)
        assert list(list_rows(path)) == [show_row(path, "1")]


@pytest.mark.parametrize(
    ("uid", "found"),
    [("tg-12", "tg-12"), ("tg-123", "tg-123"), ("x", "x%_*"), ("x%", "x%_*"), ("ю", "ю\U0010ffff")],
)
def test_a_beginning_that_only_one_row_has_is_enough(path: Path, uid: str, found: str) -> None:
    record_all(path, [(uid, answer()) for uid in ("tg-12", "tg-123", "tg-124", "x%_*", "ю\U0010ffff", "я")])
    assert show_row(path, uid).uid == found


@pytest.mark.parametrize(
    ("uid", "sentence"),
    [
        ("tg", "Several rows .* begin with tg; write more of it"),
        ("tg-3", "has no row tg-3"),
        ("T", "has no row T"),
        ("%", "has no row %"),
        ("\udcff", "has no row"),
    ],
)
def test_any_other_beginning_says_why_not(path: Path, uid: str, sentence: str) -> None:
    record_all(path, [("tg-1", answer()), ("tg-2", answer())])
    with pytest.raises(LogError, match=sentence):
        show_row(path, uid)


@pytest.mark.parametrize("name", ["none.sqlite3", "why? #1 100%.sqlite3"])
def test_a_missing_log_says_so_and_is_not_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(LogError, match="There is no query log at"):
        list(list_rows(tmp_path / name))
    with pytest.raises(LogError, match="There is no query log at"):
        show_row(tmp_path / name, "1")
    assert list(tmp_path.iterdir()) == []


def test_any_file_name_will_do(tmp_path: Path) -> None:
    path = tmp_path / "why? #1 100%.sqlite3"
    record_all(path, [("1", answer())])
    assert show_row(path, "1").uid == "1"


def test_a_reader_cannot_write(seven: Path) -> None:
    def delete() -> None:
        with open_reader(seven) as connection:
            connection.execute("DELETE FROM shown")

    with pytest.raises(LogError, match="readonly"):
        delete()


async def test_a_list_begun_before_new_rows_ends_after_the_old(seven: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PAGE", 2)
    rows = list_rows(seven, 0)
    begun = [next(rows).question]
    async with await QueryLog.open(seven, PSEUDONYMS) as log:
        for number in range(7, 20):
            await log.record(asker(f"row-{number}"), answer(f"{number}?"), AT, CORPUS)
            assert show_row(seven, f"row-{number}").question == f"{number}?"
    assert begun + [row.question for row in rows] == [f"{number}?" for number in "6543210"]


def test_a_writer_in_the_middle_does_not_hold_readers_up(seven: Path) -> None:
    writer = sqlite3.connect(seven, isolation_level=None)
    try:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM queries")
        assert len(list(list_rows(seven))) == 7
    finally:
        writer.close()
