"""Does the bot answer on while its log can't be written, and do the rows come back, in order and once?"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path

import aiosqlite
import pytest

from bot.querylog import keeper, spool
from bot.querylog import log as log_module
from bot.querylog.check import check
from bot.querylog.damage import find_damaged
from bot.querylog.entries import Delivered, Entry
from bot.querylog.errors import LogError
from bot.querylog.log import QueryLog
from bot.querylog.reading import list_rows, show_row
from bot.querylog.selection import Selection
from bot.sqlite import connect
from tests.bot.querylog.samples import AT, CORPUS, PSEUDONYMS, answer, asker, at, passage, record_all

Fault = Callable[[QueryLog, Path], AbstractAsyncContextManager[None]]


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The log is tried again at once, and the system's temporary folder is the test's own."""
    monkeypatch.setattr(log_module, "AGAIN", 0.02)
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))


async def ask(log: QueryLog, uid: str) -> None:
    await log.record(asker(uid), answer(f"{uid}? {'Geneva ' * 900}", nearest=(passage(1, 0, 29),)), AT, CORPUS)


async def until(true: Callable[[], bool]) -> None:
    def wait() -> None:
        end = time.monotonic() + 20
        while not true():
            assert time.monotonic() < end
            time.sleep(0.01)

    await asyncio.to_thread(wait)


def spooled(path: Path) -> int:
    return sum(count for _, count in spool.waiting(path))


@asynccontextmanager
async def locked(_: QueryLog, path: Path) -> AsyncIterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@asynccontextmanager
async def full(log: QueryLog, _: Path) -> AsyncIterator[None]:
    """SQLite may not take another page, as if there were none."""
    connection = _connection(log)
    await connection.execute_fetchall("PRAGMA max_page_count = 1")
    yield
    await connection.execute_fetchall("PRAGMA max_page_count = 1000000")


@asynccontextmanager
async def read_only(log: QueryLog, _: Path) -> AsyncIterator[None]:
    connection = _connection(log)
    await connection.execute_fetchall("PRAGMA query_only = ON")
    yield
    await connection.execute_fetchall("PRAGMA query_only = OFF")


def _connection(log: QueryLog) -> aiosqlite.Connection:
    """The bot's own, into which faults are put."""
    connection = log._keeper._connection
    assert connection
    return connection


@pytest.mark.parametrize("fault", [locked, full, read_only])
async def test_rows_wait_and_come_back_by_themselves(
    path: Path, fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with await QueryLog.open(path, PSEUDONYMS, busy_seconds=0.05) as log:
        await ask(log, "before")
        async with fault(log, path):
            for number in range(5):
                await ask(log, f"late {number}")
            log.deliver(["late 1"], AT)
            await log.vote("late 1", 7, up=False, reason="slow", at=AT)
            await asyncio.sleep(0.1)
            assert spooled(path) == 7
            if fault is not locked:
                assert troubles(path) == ["spool"]
        await until(lambda: spooled(path) == 0)
        await ask(log, "after")
    uids = [row.uid for row in list_rows(path, 0)][::-1]
    assert uids == ["before", *(f"late {number}" for number in range(5)), "after"]
    assert show_row(path, "late 1").feedback == {"up": 0, "down": 1, "reasons": ["slow"]}
    assert _delivered(path) == ["late 1"]
    said = [record.getMessage() for record in caplog.records]
    assert sum("Until it can be written, rows wait in a spool" in line for line in said) == 1
    assert said[-1] == "The query log can be written again: 7 entries came back from the spool"
    assert spool.places(path)[0].exists() is False


def troubles(path: Path) -> list[str]:
    return [finding.name for finding in check(path, PSEUDONYMS.fingerprint) if finding.trouble]


def _delivered(path: Path) -> list[str]:
    with closing(connect(path)) as connection:
        return [uid for (uid,) in connection.execute("SELECT uid FROM queries WHERE delivered_at IS NOT NULL")]


async def test_what_waits_at_the_end_comes_back_at_the_next_start(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS, busy_seconds=0.05) as log, locked(log, path):
        await ask(log, "late")
        await log.close()
    assert list(list_rows(path)) == []
    async with await QueryLog.open(path, PSEUDONYMS):
        await until(lambda: spooled(path) == 0)
    assert [row.uid for row in list_rows(path)] == ["late"]


async def test_many_come_back_in_order_while_others_are_asked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "AT_ONCE", 100)
    async with await QueryLog.open(path, PSEUDONYMS, busy_seconds=0.05) as log:
        async with locked(log, path):
            await asyncio.gather(*(ask(log, f"late {number:04}") for number in range(700)))
        await asyncio.gather(*(ask(log, f"then {number:04}") for number in range(200)))
        await until(lambda: spooled(path) == 0)
    uids = [row.uid for row in list_rows(path, 0)][::-1]
    assert uids == sorted(uids)
    assert len(uids) == 900


async def test_a_replayed_line_is_there_once(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS, busy_seconds=0.05) as log:
        async with locked(log, path):
            await ask(log, "late")
        place = spool.places(path)[0]
        lines = await asyncio.to_thread(place.read_bytes)
        await until(lambda: spooled(path) == 0)
        await asyncio.to_thread(place.write_bytes, lines * 2 + lines[:40])  # the last one was cut off by a kill
    async with await QueryLog.open(path, PSEUDONYMS):
        await until(lambda: not place.exists())
    assert [row.uid for row in list_rows(path)] == ["late"]


async def test_a_line_that_was_cut_off_spoils_no_other(path: Path) -> None:
    path.parent.mkdir()
    place = spool.places(path)[0]
    await asyncio.to_thread(place.write_bytes, b'{"Asked": {"uid": "cut o')
    async with await QueryLog.open(path, PSEUDONYMS, busy_seconds=0.05) as log:
        await until(lambda: not place.exists())
        await asyncio.to_thread(place.write_bytes, b'{"Asked": {"uid": "cut o')
        await ask(log, "whole")
        await until(lambda: not place.exists())
    assert [row.uid for row in list_rows(path)] == ["whole"]


async def test_what_is_not_written_to_its_end_waits_on_and_for_everybody(path: Path) -> None:
    path.parent.mkdir()
    waiting, begun = spool.Spool(path), asyncio.Event()
    await asyncio.to_thread(waiting.append, [Delivered(("1",), "2022")])

    async def write(_: Sequence[Entry]) -> bool:
        begun.set()
        await asyncio.Event().wait()
        return True

    taking = asyncio.create_task(waiting.take(write, 1))
    await begun.wait()
    taking.cancel()
    await asyncio.wait((taking,))
    assert await asyncio.to_thread(spool.drop, path, lambda _: True) == 1


async def test_where_that_disk_is_full_they_wait_in_the_systems_folder(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = spool.places(path)[1]
    monkeypatch.setattr(spool, "places", lambda _: (path.parent / "no such folder" / "spool", elsewhere))
    async with await QueryLog.open(path, PSEUDONYMS, busy_seconds=0.05) as log:
        async with locked(log, path):
            await ask(log, "late")
            assert spooled(path) == 1
            assert elsewhere.stat().st_mode & 0o077 == 0
        await until(lambda: spooled(path) == 0)
    assert [row.uid for row in list_rows(path)] == ["late"]


async def test_a_file_that_somebody_laid_there_is_not_written_to(path: Path, tmp_path: Path) -> None:
    elsewhere, trap = spool.places(path)[1], tmp_path / "trap"
    await asyncio.to_thread(trap.touch)
    elsewhere.symlink_to(trap)
    waiting = spool.Spool(path)
    path.parent.write_text("no folder, so nothing waits beside the log")
    with pytest.raises(LogError, match="No disk has room for the query log's rows: they wait in memory"):
        waiting.append([])
    assert trap.read_bytes() == b""


async def test_with_no_disk_at_all_they_wait_in_memory_and_no_more_than_fit(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = path.parent / "no such folder"
    monkeypatch.setattr(spool, "places", lambda _: (nowhere / "one", nowhere / "two"))
    monkeypatch.setattr(spool, "MOST_IN_MEMORY", 3)
    async with await QueryLog.open(path, PSEUDONYMS, busy_seconds=0.05) as log:
        async with locked(log, path):
            for number in range(3):
                with pytest.raises(LogError, match="they wait in memory, and are lost if the bot ends"):
                    await ask(log, f"late {number}")
            with pytest.raises(LogError, match="3 wait in memory: no more"):
                await ask(log, "one too many")
        await until(lambda: len(list(list_rows(path))) == 3)
    assert [row.uid for row in list_rows(path)] == ["late 2", "late 1", "late 0"]


async def test_a_row_that_no_log_will_take_holds_up_no_other(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with await QueryLog.open(path, PSEUDONYMS, busy_seconds=0.05) as log:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute(
                "CREATE TRIGGER bad BEFORE INSERT ON queries WHEN new.uid LIKE 'bad%' "
                "BEGIN SELECT RAISE(ABORT, 'never'); END"
            )
            outcomes = await asyncio.gather(*(ask(log, uid) for uid in ("1", "bad 1", "2")), return_exceptions=True)
            assert [type(outcome) for outcome in outcomes] == [type(None), LogError, type(None)]
            other.execute("BEGIN IMMEDIATE")
            for uid in ("3", "bad 2", "4"):
                await ask(log, uid)
            other.execute("ROLLBACK")
        await until(lambda: spooled(path) == 0)
    assert [row.uid for row in list_rows(path)] == ["4", "3", "2", "1"]
    assert sum("A row from the spool is lost" in record.getMessage() for record in caplog.records) == 1


def _garbage(path: Path) -> None:
    path.write_bytes(b"no log, however long one looks at it " * 500)


def _damage(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))


@pytest.mark.parametrize("spoil", [_garbage, _damage])
async def test_a_broken_log_is_set_aside_at_the_start(
    path: Path, spoil: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    await asyncio.to_thread(record_all, path, [("lost", answer())])
    await asyncio.to_thread(spoil, path)
    before = await asyncio.to_thread(path.read_bytes)
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await ask(log, "new")
    assert [row.uid for row in list_rows(path)] == ["new"]
    [aside] = find_damaged(path)
    assert aside.read_bytes() == before
    [said] = [record.getMessage() for record in caplog.records]
    assert f"It was set aside as {aside.name}, and a new log is begun" in said
    assert troubles(path) == ["damaged logs"]


async def test_a_log_that_breaks_while_the_bot_runs_is_set_aside(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        for number in range(50):
            await ask(log, f"old {number}")
        await _connection(log).execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        await asyncio.to_thread(_damage, path)
        await _connection(log).execute_fetchall("PRAGMA shrink_memory")
        await ask(log, "new")
    assert [row.uid for row in list_rows(path)] == ["new"]
    assert len(find_damaged(path)) == 1


async def test_an_index_that_breaks_is_built_anew_and_the_log_stays(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        for number in range(20):
            await ask(log, f"old {number}")
        with closing(connect(path)) as other:
            other.execute("DELETE FROM found_data WHERE id = 10")  # its record of what there is
        await ask(log, "new")
        assert await log.prune(AT + dt.timedelta(seconds=-1)) == 0
    assert len(list(list_rows(path, 0))) == 21
    assert len(list(list_rows(path, 0, Selection(words="old")))) == 20
    assert find_damaged(path) == []


async def test_who_prunes_has_a_broken_index_built_anew_too(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        for number in range(20):
            await ask(log, f"old {number}")
        with closing(connect(path)) as other:
            other.execute("DELETE FROM found_data WHERE id = 10")
        assert await log.prune(AT + dt.timedelta(seconds=1)) == 20
        await ask(log, "new")
    assert [row.uid for row in list_rows(path, 0, Selection(words="geneva"))] == ["new"]
    assert find_damaged(path) == []


async def test_a_log_that_was_moved_away_is_begun_anew(path: Path, tmp_path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await ask(log, "old")
        await asyncio.to_thread(path.rename, tmp_path / "moved")
        await ask(log, "new")
    assert [row.uid for row in list_rows(path)] == ["new"]


async def test_a_clock_that_goes_backwards_changes_no_order(path: Path) -> None:
    moments: Sequence[dt.datetime] = [at(5), at(9), at(3), at(4)]
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        for number, moment in enumerate(moments):
            await log.record(asker(str(number)), answer(), moment, CORPUS)
        assert [row.uid for row in list_rows(path)] == ["3", "2", "1", "0"]
        assert [row.uid for row in list_rows(path, wanted=Selection(since="2022-01-04"))] == ["3", "1", "0"]
        assert await log.prune(at(4)) == 1
    assert [row.uid for row in list_rows(path)] == ["3", "1", "0"]
