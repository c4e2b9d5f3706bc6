"""How does an asking get into the log? One writer task, whose commit every caller awaits."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from bot.querylog.entries import Asked, Delivered, Entry, Voted
from bot.querylog.errors import LogError
from bot.querylog.forgetting import Forgotten, forget, is_of
from bot.querylog.keeper import BATCH, Keeper
from bot.querylog.retention import MOST_DELETED, delete_before, tidy
from bot.querylog.rows import make_row, storable, timestamp
from bot.sqlite import BUSY_SECONDS
from bot.tally import Tally

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bot.querylog.pseudonyms import Pseudonyms
    from bot.service import Asker
    from retrieval.answer import Answer

logger = logging.getLogger(__name__)

Result = TypeVar("Result")

AGAIN = 5.0
"""Seconds until a log that could not be written is tried again."""


class _Waiting(NamedTuple):
    entry: Entry
    committed: asyncio.Future[None] | None = None


class _Work(NamedTuple):
    do: Callable[[sqlite3.Connection], Any]
    done: asyncio.Future[Any]


class _BringBack(NamedTuple):
    """What waits in the spool."""


class QueryLog:
    """The log, open for writing: `async with await QueryLog.open(path, pseudonyms) as log`."""

    def __init__(self, keeper: Keeper, pseudonyms: Pseudonyms, tally: Tally) -> None:
        self._keeper = keeper
        self._path = keeper.path
        self._pseudonyms = pseudonyms
        self._tally = tally
        self._closed = False
        self._queue: asyncio.Queue[_Waiting | _Work | _BringBack | None] = asyncio.Queue()
        self._unanswered: set[asyncio.Future[Any]] = set()
        self._again: asyncio.TimerHandle | None = None
        self._writer = asyncio.create_task(self._write(), name="query log writer")
        self._writer.add_done_callback(self._let_go)

    @classmethod
    async def open(
        cls, path: Path, pseudonyms: Pseudonyms, busy_seconds: float = BUSY_SECONDS, tally: Tally | None = None
    ) -> Self:
        """Make or migrate the log at `path` and start its writer; LogError where that cannot be."""
        keeper = Keeper(path, pseudonyms.fingerprint, busy_seconds)
        await keeper.open()
        log = cls(keeper, pseudonyms, tally or Tally())
        log._queue.put_nowait(_BringBack())
        return log

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Write what still waits, then let go of the file."""
        if self._closed:
            return
        self._closed = True
        if self._again:
            self._again.cancel()
        self._queue.put_nowait(None)
        try:
            await self._writer
        finally:
            await self._keeper.close()

    async def record(self, asker: Asker, answer: Answer, at: dt.datetime, corpus: str) -> None:
        """Returns once the row is safe on disk; a uid that is there already has its row. Else LogError."""
        await self._safe(Asked(make_row(asker, answer, at, corpus, self._pseudonyms)))

    def deliver(self, uids: Sequence[str], at: dt.datetime) -> None:
        """Note when these answers were sent. That it fails is only logged: their rows are there."""
        if not self._closed:
            self._queue.put_nowait(_Waiting(Delivered(uids, timestamp(at))))

    async def vote(self, uid: str, user: int, *, up: bool, at: dt.datetime, reason: str | None = None) -> None:
        """What a reader thinks of the answer to that asking, safe on disk. Their last vote counts; else LogError."""
        said = None if reason is None else storable(reason)
        await self._safe(Voted(storable(uid), self._pseudonyms.of("user", user), up, said, timestamp(at)))

    async def prune(self, before: dt.datetime) -> int:
        """Delete the rows from before an aware time; how many they were. In steps: askings come in between."""
        total, deleted = 0, MOST_DELETED
        while deleted == MOST_DELETED:
            deleted = await self._work(partial(delete_before, before=timestamp(before)))
            total += deleted
        first = True
        while total and await self._work(partial(tidy, begin=first)):
            first = False
        return total

    async def forget(self, *, user: int | None = None, chat: int | None = None) -> Forgotten:
        """Delete all of a person's or a chat's; LogError where something of it is left. Askings wait meanwhile."""
        of_user = None if user is None else self._pseudonyms.of("user", user)
        of_chat = None if chat is None else self._pseudonyms.of("chat", chat)
        self._keeper.spool.drop(is_of(of_user, of_chat))
        return await asyncio.to_thread(forget, self._path, user=of_user, chat=of_chat)

    async def _safe(self, entry: Entry) -> None:
        committed = asyncio.get_running_loop().create_future()
        await self._put(_Waiting(entry, committed), committed)

    async def _work(self, do: Callable[[sqlite3.Connection], Result]) -> Result:
        work = _Work(do, asyncio.get_running_loop().create_future())
        result: Result = await self._put(work, work.done)
        return result

    def _put(self, waiting: _Waiting | _Work, outcome: asyncio.Future[Any]) -> asyncio.Future[Any]:
        if self._closed:
            raise LogError(f"The query log {self._path} is closed.")
        if self._writer.done():
            raise self._stopped()
        self._unanswered.add(outcome)
        outcome.add_done_callback(self._unanswered.discard)
        self._queue.put_nowait(waiting)
        return outcome

    def _let_go(self, writer: asyncio.Task[None]) -> None:
        """Nobody waits for a writer that is no more: an error that nobody expected has ended it."""
        if not writer.cancelled() and (error := writer.exception()):
            logger.critical("The query log %s takes no more rows", self._path, exc_info=error)
        for outcome in tuple(self._unanswered):
            _tell(outcome, self._stopped())

    def _stopped(self) -> LogError:
        return LogError(f"The query log {self._path} takes no more rows: its writer has stopped.")

    async def _write(self) -> None:
        closing = False
        while not closing:
            batch = [await self._queue.get()]
            while len(batch) < BATCH and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            closing = None in batch  # behind it are but reminders of the spool
            await self._keep([waiting for waiting in batch if isinstance(waiting, _Waiting)])
            for work in batch:
                if isinstance(work, _Work):
                    _tell(work.done, await self._attempt(work.do))
            if any(isinstance(what, _BringBack) for what in batch):
                await self._bring_back()
        while await self._keeper.bring_back() == "some":
            pass

    async def _keep(self, batch: Sequence[_Waiting]) -> None:
        if not batch:
            return
        outcomes = await self._keeper.keep([waiting.entry for waiting in batch])
        if asked := sum(isinstance(waiting.entry, Asked) for waiting in batch):
            self._tally.batched(asked)
        for waiting, outcome in zip(batch, outcomes, strict=True):
            if waiting.committed:
                _tell(waiting.committed, outcome)
            elif outcome:
                logger.error("Answers were sent, but when is not logged: %s", outcome)
        if not self._keeper.spool.is_empty:
            self._try_again()

    async def _attempt(self, do: Callable[[sqlite3.Connection], Result]) -> Result | LogError:
        try:
            return await self._keeper.edit(do)
        except LogError as error:
            return error

    async def _bring_back(self) -> None:
        taken = await self._keeper.bring_back()
        if taken == "none":
            self._try_again()
        elif taken == "some":
            self._queue.put_nowait(_BringBack())  # behind those who wait

    def _try_again(self) -> None:
        if self._again or self._closed:
            return

        def now() -> None:
            self._again = None
            self._queue.put_nowait(_BringBack())

        self._again = asyncio.get_running_loop().call_later(AGAIN, now)


def _tell(future: asyncio.Future[Result], outcome: Result | LogError) -> None:
    """Each of those who wait has an error of its own: raised, it gets their traceback."""
    if future.done():  # its caller was cancelled
        return
    if isinstance(outcome, LogError):
        error = LogError(*outcome.args)
        error.__cause__ = outcome.__cause__
        future.set_exception(error)
    else:
        future.set_result(outcome)
