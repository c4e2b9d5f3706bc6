"""Where does what is to be noted go: into the log, or, while that takes nothing, into the spool? One call at a time."""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import aiosqlite

from bot.querylog import schema
from bot.querylog.damage import set_aside
from bot.querylog.editing import edit
from bot.querylog.entries import Entry
from bot.querylog.errors import LogError, explained
from bot.querylog.spool import Spool, Taken
from bot.querylog.writing import write_async
from bot.sqlite import BUSY_SECONDS, connect

logger = logging.getLogger(__name__)

Result = TypeVar("Result")
Work = Callable[[aiosqlite.Connection], Awaitable[None]]

BATCH = 64
"""Rows in one transaction. With 32 callers: 811 rows a second one by one, 3,386 in batches."""
AT_ONCE = 1_024
"""Entries that come back from the spool before those who wait have their turn: less than half a second."""
TRYING_SECONDS = 0.1
"""Wait so long for another writer when the log is only tried: nobody waits for that, but all wait behind it."""


class Keeper:
    """The log's file and its spool, open for writing."""

    def __init__(self, path: Path, fingerprint: str, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = path
        self.spool = Spool(path)
        self._fingerprint = fingerprint
        self._busy_seconds = busy_seconds
        self._connection: aiosqlite.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._came_back = 0

    async def open(self) -> None:
        """Make or migrate the log; a broken one is set aside. LogError where neither can be."""
        try:
            await self._open()
        except LogError as error:
            if not error.is_damage:
                raise
            await asyncio.to_thread(set_aside, self.path, error)
            await self._open()

    async def keep(self, entries: Sequence[Entry]) -> Sequence[LogError | None]:
        """For each entry None once it is safe on disk, or why it isn't."""
        if not self.spool.is_empty:
            return await self._to_spool(entries)
        outcomes = await self._write(entries)
        late = [entry for entry, error in zip(entries, outcomes, strict=True) if error and error.passes]
        if not late:
            return outcomes
        error = next(error for error in outcomes if error and error.passes)
        logger.error("%s Until it can be written, rows wait in a spool", error)
        spooled = iter(await self._to_spool(late))
        return [next(spooled) if error and error.passes else error for error in outcomes]

    async def bring_back(self) -> Taken:
        """Write what waits in the spool, or some of it."""
        try:
            await self._wait_for_others(TRYING_SECONDS)
            with explained(self.path):
                taken = await self.spool.take(self._bring_back, AT_ONCE)
        except LogError as error:
            logger.error("Rows cannot come back from the query log's spool: %s", error)  # noqa: TRY400
            return "none"
        finally:
            await self._wait_for_others(self._busy_seconds)
        if taken == "all" and self._came_back:
            logger.info("The query log can be written again: %d entries came back from the spool", self._came_back)
            self._came_back = 0
        return taken

    async def edit(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """What the work returns, committed, on a connection of its own; else LogError, and nothing of it is."""

        def do() -> Result:
            with edit(self.path, self._busy_seconds) as connection:
                return work(connection)

        return await self._mended(partial(asyncio.to_thread, do))

    async def close(self) -> None:
        if connection := self._connection:
            self._connection = None
            await connection.close()

    async def _to_spool(self, entries: Sequence[Entry]) -> Sequence[LogError | None]:
        try:
            await asyncio.to_thread(self.spool.append, entries)
        except LogError as error:
            return [error] * len(entries)
        return [None] * len(entries)

    async def _bring_back(self, entries: Sequence[Entry]) -> bool:
        """Whether the log took them, but for such as it never will."""
        for start in range(0, len(entries), BATCH):
            batch = entries[start : start + BATCH]
            errors = [error for error in await self._write(batch) if error]
            if any(error.passes for error in errors):
                return False
            for error in errors:
                logger.error("A row from the spool is lost: %s", error)
            self._came_back += len(batch)
        return True

    async def _write(self, entries: Sequence[Entry]) -> Sequence[LogError | None]:
        """All in one transaction; each in its own where one of them is to blame."""
        try:
            await self._mended(partial(self._transact, partial(write_async, entries=entries)))
        except LogError as error:
            if error.passes or len(entries) == 1:
                return [error] * len(entries)
            return [outcome for entry in entries for outcome in await self._write((entry,))]
        return [None] * len(entries)

    async def _mended(self, attempt: Callable[[], Awaitable[Result]]) -> Result:
        """What the attempt returns, or the second one, where a broken log is begun anew before it."""
        try:
            return await attempt()
        except LogError as error:
            if error.is_index_damage:
                logger.error("%s Only its full-text index is, which is built anew", error)  # noqa: TRY400
                await self._transact(_rebuild_index)
            elif error.is_damage:
                await self.close()
                await asyncio.to_thread(set_aside, self.path, error)
                await self._open()
            else:
                raise
        return await attempt()

    async def _transact(self, work: Work) -> None:
        """All of the work, or LogError and nothing of it."""
        if self._connection and self._file != _identity(self.path):
            await self.close()
            logger.error("The query log %s is not the file that it was: it is opened anew", self.path)
        connection = self._connection or await self._open()
        with explained(self.path):
            try:
                await connection.execute("BEGIN IMMEDIATE")  # in here: cancelled, it begins all the same
                await work(connection)
                await connection.commit()
            except BaseException:
                await connection.rollback()
                raise

    async def _open(self) -> aiosqlite.Connection:
        await asyncio.to_thread(schema.prepare, self.path, self._busy_seconds)
        await asyncio.to_thread(schema.adopt_key, self.path, self._fingerprint, self._busy_seconds)
        with explained(self.path):
            self._file = _identity(self.path)
            connector = partial(connect, self.path, self._busy_seconds)
            self._connection = await aiosqlite.Connection(connector, iter_chunk_size=BATCH)
            return self._connection

    async def _wait_for_others(self, seconds: float) -> None:
        if self._connection:
            await self._connection.execute_fetchall(f"PRAGMA busy_timeout = {int(seconds * 1000)}")


async def _rebuild_index(connection: aiosqlite.Connection) -> None:
    await connection.execute("INSERT INTO found (found) VALUES ('rebuild')")


def _identity(path: Path) -> tuple[int, int] | None:
    """Tells a file from another of its name; None where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - at each transaction: half the time of Path.stat
    except OSError:
        return None
    return status.st_dev, status.st_ino
