"""Does a log of any age, or something else in its place, lead to the right tables or a clear sentence?"""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.querylog import schema
from bot.querylog.check import check
from bot.querylog.errors import LogError
from bot.querylog.migrations import MIGRATIONS
from bot.querylog.reading import list_rows, open_reader
from bot.querylog.selection import Selection
from bot.querylog.statistics import read_statistics
from bot.sqlite import connect
from tests.bot.querylog.samples import answer, record_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TABLES = {
    "corpora",
    "meta",
    "passages",
    "queries",
    "shown",
    "votes",
    "reviews",
    "judgements",
    "askers",
    "daily",
    "daily_cited",
}


def _execute(path: Path, sql: str) -> None:
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)


def _pragma(path: Path, name: str) -> object:
    with closing(connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_an_empty_place_gets_strict_tables_at_the_newest_version(path: Path) -> None:
    schema.prepare(path)
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert {name for name, strict in tables if strict} == TABLES
    assert _pragma(path, "user_version") == len(MIGRATIONS)


def test_only_the_owner_may_read_the_file(path: Path) -> None:
    schema.prepare(path)
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 2000)],
)
def test_a_writing_connection_is_durable(path: Path, name: str, value: object) -> None:
    schema.prepare(path)
    assert _pragma(path, name) == value


def test_migrations_run_once_each_and_in_order(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record_all(path, [("kept", answer("Kept?"))])
    steps = (
        *MIGRATIONS,
        lambda connection: connection.execute("CREATE TABLE later (one TEXT) STRICT"),
        lambda connection: connection.execute("ALTER TABLE later ADD COLUMN two TEXT"),
    )
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    with pytest.raises(LogError, match="of an older version; start the bot once"):
        list(list_rows(path))
    schema.prepare(path)
    schema.prepare(path)
    assert _pragma(path, "user_version") == len(steps)
    assert [row.question for row in list_rows(path)] == ["Kept?"]


def test_a_log_keeps_the_key_that_it_is_first_opened_with(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before:
        before.setattr(schema, "MIGRATIONS", MIGRATIONS[:2])
        schema.prepare(path)
    schema.prepare(path)
    for _ in range(2):
        schema.adopt_key(path, "0f1e")
        with pytest.raises(LogError, match="was written with another pseudonym key: set TALKS_PSEUDONYM_KEY as it was"):
            schema.adopt_key(path, "2d3c")


def test_a_migration_that_fails_leaves_everything_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema.prepare(path)

    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE shown")
        connection.execute("CREATE TABLE queries (again TEXT)")

    monkeypatch.setattr(schema, "MIGRATIONS", (*MIGRATIONS, fail))
    with pytest.raises(LogError, match="already exists"):
        schema.prepare(path)
    monkeypatch.undo()
    assert list(list_rows(path)) == []
    assert _pragma(path, "user_version") == len(MIGRATIONS)


def _old_log(path: Path) -> None:
    """As the third version wrote it: two askings, one of them answered."""
    path.parent.mkdir()
    with closing(connect(path)) as connection:
        for step in MIGRATIONS[:3]:
            step(connection)
        connection.execute("PRAGMA user_version = 3")
        connection.execute("INSERT INTO corpora VALUES ('0f1e', '2022-01-09T18:30:00.000Z')")
        connection.execute("INSERT INTO passages VALUES ('p1', 'geneva', NULL, NULL, NULL, NULL, 0, 5, 'Talks')")
        for uid, question, outcome in (("1", "Who leads?", "answered"), ("2", "Wer führt?", "no_answer")):
            connection.execute(
                """INSERT INTO queries (uid, at, via, command, chat, user, question, outcome, why, latency_ms, corpus)
                VALUES (?, '2022-01-09T18:30:00.000Z', 'telegram', 'ask', 'c', 'u', ?, ?, ?, 4.2, '0f1e')""",
                (
                    uid,
                    question,
                    outcome,
                    '{"score": 0.5, "threshold": 0.3, "unknown": [], "terms": [], "understood": null}',
                ),
            )
        connection.execute("INSERT INTO shown VALUES (1, 'p1', 1, 0.5, 1)")


def test_a_log_of_the_version_before_keeps_its_rows_and_gets_all_that_is_new(path: Path) -> None:
    _old_log(path)
    schema.prepare(path)
    assert [row.uid for row in list_rows(path)] == ["2", "1"]
    assert [row.uid for row in list_rows(path, wanted=Selection(words="fuhrt"))] == ["2"]
    assert [row.uid for row in list_rows(path, wanted=Selection(normal="who lead"))] == ["1"]
    with open_reader(path) as connection:
        total = read_statistics(connection, Selection()).total
    assert (total.questions, total.refused, dict(total.latencies)) == (2, 1, {5: 2})
    assert [finding for finding in check(path, None) if finding.trouble] == []


def test_bots_that_start_together_make_one_log(path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(schema.prepare, [path] * 8))
    assert _pragma(path, "user_version") == len(MIGRATIONS)


def _newer(path: Path) -> None:
    schema.prepare(path)
    _execute(path, "PRAGMA user_version = 999")


def _garbage(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database, however long one looks at it " * 50)


def _foreign(path: Path) -> None:
    _execute(path, "CREATE TABLE songs (title TEXT)")


def _damaged(path: Path) -> None:
    record_all(path, [(str(number), answer("?" * 4096)) for number in range(5)])
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))


def _folder(path: Path) -> None:
    path.mkdir(parents=True)


def _under_a_file(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_newer, "was written by a newer talks"),
        (_garbage, "is damaged or no query log at all"),
        (_damaged, "is damaged or no query log at all"),
        (_foreign, "is a database, but not a query log"),
        (_folder, "cannot be opened"),
        (_under_a_file, "cannot be opened"),
    ],
)
def test_what_is_no_log_is_refused_in_one_line_and_left_alone(
    path: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LogError, match=sentence) as refusal:
        schema.prepare(path)
    assert str(path) in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert before == (path.read_bytes() if path.is_file() else None)


@pytest.mark.parametrize("spoil", [_newer, _garbage, _damaged, _foreign, _folder])
def test_what_is_no_log_is_not_read_either(path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(path)
    with pytest.raises(LogError):
        list(list_rows(path))


def test_a_locked_log_says_so(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LogError, match="locked by another program"):
            schema.prepare(path, busy_seconds=0.05)
