"""Do rows leave the log when they are old enough, and no sooner?"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from bot.querylog import log as querylog
from bot.querylog import retention
from bot.querylog.errors import LogError
from bot.querylog.log import QueryLog
from bot.querylog.reading import list_rows
from bot.querylog.retention import DAY, prune_daily
from retrieval.answer import Answer
from tests.bot.querylog.samples import AT, CORPUS, PSEUDONYMS, answer, asker, passage

DAYS = 180


def ago(days: float) -> dt.datetime:
    return AT - dt.timedelta(days=days)


async def record(log: QueryLog, uid: str, days: float, given: Answer | None = None) -> None:
    await log.record(asker(uid), given or answer(), ago(days), CORPUS)


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        rows: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        return rows


async def test_older_rows_go_with_all_that_only_they_showed(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await record(log, "old", 200, answer(nearest=(passage(1, 0, 10), passage(2, 0, 29))))
        await record(log, "new", 10, answer(nearest=(passage(1, 0, 29), passage(2, 30, 40))))
        assert await log.prune(ago(DAYS)) == 1
        assert [row.uid for row in list_rows(path)] == ["new"]
        assert [shown.citation["end"] for row in list_rows(path) for shown in row.shown] == [29, 40]
        assert (count(path, "shown"), count(path, "passages")) == (2, 2)
        assert await log.prune(ago(DAYS)) == 0
        await record(log, "newest", 0, answer(nearest=(passage(1, 0, 10),)))
    assert [row.uid for row in list_rows(path)] == ["newest", "new"]


async def test_the_moment_itself_is_kept_in_any_time_zone(path: Path) -> None:
    elsewhere = dt.timezone(dt.timedelta(hours=-7))
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await record(log, "just older", DAYS + 0.0001)
        await record(log, "just as old", DAYS)
        assert await log.prune(ago(DAYS).astimezone(elsewhere)) == 1
    assert [row.uid for row in list_rows(path)] == ["just as old"]


async def test_nothing_of_a_deleted_question_is_left_in_the_file(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await record(log, "old", 200, answer("A question that is personal. " * 400))
        await record(log, "new", 1)
    assert b"personal" in await asyncio.to_thread(path.read_bytes)
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await log.prune(ago(DAYS))
    assert b"personal" not in b"".join(file.read_bytes() for file in path.parent.iterdir())


@pytest.mark.parametrize("old", [2, 3, 4, 7])
async def test_in_steps_and_askings_are_recorded_between_them(
    path: Path, monkeypatch: pytest.MonkeyPatch, old: int
) -> None:
    monkeypatch.setattr(querylog, "MOST_DELETED", 3)
    monkeypatch.setattr(retention, "MOST_DELETED", 3)
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        for number in range(old):
            await record(log, f"old {number}", 200, answer(nearest=(passage(1, number, number + 1),)))
        pruning = asyncio.create_task(log.prune(ago(DAYS)))
        await asyncio.gather(*(record(log, f"new {number}", 0) for number in range(10)))
        assert await pruning == old
    assert len(list(list_rows(path))) == 10
    assert (count(path, "shown"), count(path, "passages")) == (0, 0)


async def test_a_lock_is_told_and_the_writer_goes_on(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS, busy_seconds=0.05) as log:
        await record(log, "old", 200)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LogError, match="locked"):
                await log.prune(ago(DAYS))
        assert await log.prune(ago(DAYS)) == 1
    with pytest.raises(LogError, match="is closed"):
        await log.prune(ago(DAYS))


async def test_one_who_gives_up_pruning_disturbs_nobody(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await record(log, "old", 200)
        pruning = asyncio.create_task(log.prune(ago(DAYS)))
        await asyncio.sleep(0)
        pruning.cancel()
        await asyncio.wait((pruning,))
        await record(log, "new", 0)
    assert [row.uid for row in list_rows(path)] == ["new"]


class Pruned:
    """A log that keeps what it was told to prune, on a clock that each sleep moves on."""

    def __init__(self, outcomes: Sequence[int | LogError]) -> None:
        self.now = AT
        self.before: list[dt.datetime] = []
        self._outcomes = list(outcomes)

    async def prune(self, before: dt.datetime) -> int:
        self.before.append(before)
        outcome = self._outcomes.pop(0)
        if isinstance(outcome, LogError):
            raise outcome
        return outcome

    async def sleep(self, seconds: float) -> None:
        if not self._outcomes:
            raise asyncio.CancelledError
        self.now += dt.timedelta(seconds=seconds)


async def test_at_the_start_and_every_day_after_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    log = Pruned([3, 0, LogError("The log is locked."), 1])
    with pytest.raises(asyncio.CancelledError):
        await prune_daily(log, DAYS, lambda: log.now, log.sleep)
    assert log.before == [ago(DAYS) + dt.timedelta(seconds=DAY) * day for day in range(4)]
    assert [record.getMessage() for record in caplog.records] == [
        "Log rows older than 180 days deleted: 3",
        "Old log rows could not be deleted: The log is locked.",
        "Log rows older than 180 days deleted: 1",
    ]
