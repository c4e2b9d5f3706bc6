"""How does an asking get into the log? One writer task, whose commit every caller awaits."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

import aiosqlite

from bot.querylog.errors import LogError, explained
from bot.querylog.retention import MOST_DELETED, delete_before
from bot.querylog.rows import LogRow, make_row, timestamp
from bot.querylog.schema import BUSY_SECONDS, adopt_key, connect, prepare

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

    from bot.querylog.pseudonyms import Pseudonyms
    from bot.service import Asker
    from retrieval.answer import Answer

logger = logging.getLogger(__name__)

Result = TypeVar("Result")

BATCH = 64
"""Rows in one transaction. With 32 callers: 338 rows a second one by one, 3,111 in batches."""

_CORPUS = ("fingerprint", "first_seen")
_QUERY = ("uid", "at", "via", "command", "chat", "user", "question", "outcome", "why", "latency_ms", "corpus")
_PASSAGE = ("id", "article", "title", "publisher", "published", "url", "start", "end", "text")
_SHOWN = ("query", "passage", "rank", "score", "cited")
_NEW_QUERIES = "SELECT coalesce(json_group_object(uid, id), '{}') FROM queries WHERE id > ?"


class _Waiting(NamedTuple):
    row: LogRow
    committed: asyncio.Future[None]


class _Pruning(NamedTuple):
    before: str
    deleted: asyncio.Future[int]


class QueryLog:
    """The log, open for writing: `async with await QueryLog.open(path, pseudonyms) as log`."""

    def __init__(self, database: aiosqlite.Connection, path: Path, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._path = path
        self._pseudonyms = pseudonyms
        self._closed = False
        self._queue: asyncio.Queue[_Waiting | _Pruning | None] = asyncio.Queue()
        self._unanswered: set[asyncio.Future[Any]] = set()
        self._writer = asyncio.create_task(self._write(), name="query log writer")
        self._writer.add_done_callback(self._let_go)

    @classmethod
    async def open(cls, path: Path, pseudonyms: Pseudonyms, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Make or migrate the log at `path` and start its writer; LogError where that cannot be."""
        await asyncio.to_thread(prepare, path, busy_seconds)
        await asyncio.to_thread(adopt_key, path, pseudonyms.fingerprint, busy_seconds)
        with explained(path):
            connector = partial(connect, path, busy_seconds)
            return cls(await aiosqlite.Connection(connector, iter_chunk_size=BATCH), path, pseudonyms)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Write what still waits, then let go of the file."""
        if self._closed:
            return
        self._closed = True
        self._queue.put_nowait(None)
        try:
            await self._writer
        finally:
            await self._database.close()

    async def record(self, asker: Asker, answer: Answer, at: dt.datetime, corpus: str) -> None:
        """Returns once the row is safe on disk; a uid that is there already has its row. Else LogError."""
        row = make_row(asker, answer, at, corpus, self._pseudonyms)
        waiting = _Waiting(row, asyncio.get_running_loop().create_future())
        self._put(waiting, waiting.committed)
        await waiting.committed

    async def prune(self, before: dt.datetime) -> int:
        """Delete the rows from before an aware time; how many they were. In steps: askings come in between."""
        total, deleted = 0, MOST_DELETED
        while deleted == MOST_DELETED:
            pruning = _Pruning(timestamp(before), asyncio.get_running_loop().create_future())
            self._put(pruning, pruning.deleted)
            deleted = await pruning.deleted
            total += deleted
        return total

    def _put(self, waiting: _Waiting | _Pruning, outcome: asyncio.Future[Any]) -> None:
        if self._closed:
            raise LogError(f"The query log {self._path} is closed.")
        if self._writer.done():
            raise self._stopped()
        self._unanswered.add(outcome)
        outcome.add_done_callback(self._unanswered.discard)
        self._queue.put_nowait(waiting)

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
            closing = batch[-1] is None  # nothing is queued behind it
            await self._record_all([waiting for waiting in batch if isinstance(waiting, _Waiting)])
            for pruning in batch:
                if isinstance(pruning, _Pruning):
                    work = partial(delete_before, self._database, pruning.before)
                    _tell(pruning.deleted, await self._attempt(work))

    async def _record_all(self, batch: Sequence[_Waiting]) -> None:
        outcome = await self._attempt(partial(self._insert, [waiting.row for waiting in batch])) if batch else None
        for _, committed in batch:
            _tell(committed, outcome)

    async def _attempt(self, work: Callable[[], Awaitable[Result]]) -> Result | LogError:
        """What the work returns, committed, or why nothing of it was."""
        try:
            with explained(self._path):
                return await self._commit(work)
        except LogError as error:
            return error

    async def _commit(self, work: Callable[[], Awaitable[Result]]) -> Result:
        await self._database.execute("BEGIN IMMEDIATE")
        try:
            result = await work()
            await self._database.commit()
        except sqlite3.Error:
            await self._database.rollback()
            raise
        return result

    async def _insert(self, rows: Sequence[LogRow]) -> None:
        """Passages follow their query, and only a query that is new: a replay leaves everything as it was."""
        rows = list({row.uid: row for row in reversed(rows)}.values())[::-1]
        await self._add("corpora", _CORPUS, [(row.corpus, row.at) for row in rows])
        ((last,),) = await self._database.execute_fetchall("SELECT coalesce(max(id), 0) FROM queries")
        await self._add("queries", _QUERY, [_query_values(row) for row in rows])
        ((new,),) = await self._database.execute_fetchall(_NEW_QUERIES, (last,))
        ids = json.loads(new)
        shown = [(ids[row.uid], passage.passage_id, passage) for row in rows if row.uid in ids for passage in row.shown]
        passages = {number: passage.citation for _, number, passage in shown}
        await self._add("passages", _PASSAGE, [(n, *(c[name] for name in _PASSAGE[1:])) for n, c in passages.items()])
        await self._add("shown", _SHOWN, [(query, n, p.rank, p.score, p.cited) for query, n, p in shown])

    async def _add(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """All in one statement. Between two, SQLite's thread waits for the interpreter, which a busy bot
        yields every 5 ms: row by row, a batch took longer than a reader's patience. What is there stays."""
        if not rows:
            return
        names = ", ".join(f'"{column}"' for column in columns)
        places = ", ".join([f"({', '.join('?' * len(columns))})"] * len(rows))
        statement = f"INSERT INTO {table} ({names}) VALUES {places} ON CONFLICT DO NOTHING"  # noqa: S608 - names of ours
        await self._database.execute(statement, list(chain.from_iterable(rows)))


def _query_values(row: LogRow) -> list[object]:
    values = {"why": json.dumps(row.why, ensure_ascii=False)}
    return [values.get(name) or getattr(row, name) for name in _QUERY]


def _tell(future: asyncio.Future[Result], outcome: Result | LogError) -> None:
    """Each of those who wait has an error of its own: raised, it gets their traceback."""
    if future.done():  # its caller was cancelled
        return
    if isinstance(outcome, LogError):
        future.set_exception(LogError(*outcome.args))
    else:
        future.set_result(outcome)
