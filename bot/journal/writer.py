"""How does news of updates get on disk? In a thread of SQLite's own, whenever that is free."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.journal.schema import NOTE, SWEEP, JournalError, explained, prepare
from bot.sqlite import connect

logger = logging.getLogger(__name__)

Json = dict[str, Any]
Result = TypeVar("Result")

SWEEP_EVERY = 1_000
"""Commits between removals of older updates."""
AGAIN = 5.0
"""Seconds until what could not be noted is noted again."""


@dataclass(slots=True)
class _News:
    """What the next commit notes."""

    added: list[Json] = field(default_factory=list)
    settled: dict[int, str | None] = field(default_factory=dict)
    """Updates that will not be taken up again, and why, if that is a reason to keep them."""
    told: list[asyncio.Future[JournalError | None]] = field(default_factory=list)
    """Of those who wait for it."""
    awaited: bool = False
    """Whether the commit is on its way."""


class Writer:
    """What comes during one commit shares the next, and none waits for the event loop, where a busy bot would keep
    it waiting longer than the disk does."""

    def __init__(self, path: Path, bot: int) -> None:
        self._path = path
        self._bot = bot
        self._loop = asyncio.get_running_loop()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._database: sqlite3.Connection
        self._news = _News()
        self._lock = threading.Lock()
        """For the news, which both threads change."""
        self._again: asyncio.TimerHandle | None = None
        self._commits = 0
        self._trouble: str | None = None

    async def open(self, busy_seconds: float) -> None:
        try:
            self._database = await self._in_thread(partial(self._open, busy_seconds))
        except BaseException:
            self._thread.shutdown()
            raise

    async def close(self) -> None:
        """Note what is still to be noted, then let go of the file."""
        await self.add(())
        if self._again:
            self._again.cancel()
        await self._in_thread(self._database.close)
        self._thread.shutdown()

    async def add(self, updates: Iterable[Json]) -> JournalError | None:
        """Why they, and all that was noted before, are not on disk, if they aren't."""
        told: asyncio.Future[JournalError | None] = self._loop.create_future()
        with self._lock:
            self._news.added += updates
            self._news.told.append(told)
            self._soon()
        return await told

    def settle(self, update_id: int, reason: str | None) -> None:
        """It will not be taken up again. That it fails is only logged, and tried again."""
        with self._lock:
            self._news.settled[update_id] = reason
            self._soon()

    async def run(self, statement: str, *values: object) -> list[Any]:
        """The rows that it gives; it commits by itself."""
        return await self._in_thread(partial(self._execute, statement, *values))

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        with explained(self._path):
            return await self._loop.run_in_executor(self._thread, work)

    def _open(self, busy_seconds: float) -> sqlite3.Connection:
        prepare(self._path, busy_seconds)
        database = connect(self._path, busy_seconds)
        try:
            database.execute(SWEEP)
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _execute(self, statement: str, *values: object) -> list[Any]:
        return self._database.execute(statement, values).fetchall()

    def _soon(self) -> None:
        """With the lock: the news will be noted."""
        if not self._news.awaited:
            self._news.awaited = True
            self._thread.submit(self._commit)

    def _commit(self) -> None:
        with self._lock:
            news, self._news = self._news, _News()
        error = None
        try:
            with explained(self._path):
                self._note(news)
        except JournalError as why:
            error = why
            with self._lock:
                self._news.settled = news.settled | self._news.settled
        self._loop.call_soon_threadsafe(self._tell, news, error)

    def _note(self, news: _News) -> None:
        rows: list[list[object]] = [[update["update_id"], update, None] for update in news.added]
        rows += [[number, None, reason] for number, reason in news.settled.items()]
        if rows:
            self._execute(NOTE, self._bot, json.dumps(rows))
        self._commits += 1
        if self._commits % SWEEP_EVERY == 0:
            self._execute(SWEEP)

    def _tell(self, news: _News, error: JournalError | None) -> None:
        for told in news.told:
            if not told.done():  # who waited was cancelled
                told.set_result(error)
        if error is None:
            if self._trouble:
                self._trouble = None
                logger.info("The journal can be written again")
            return
        if self._trouble != str(error):
            self._trouble = str(error)
            logger.error("No update is taken in until the journal can be written: %s", error)
        if news.settled:
            self._again = self._loop.call_later(AGAIN, self._retry)

    def _retry(self) -> None:
        with self._lock:
            self._soon()
