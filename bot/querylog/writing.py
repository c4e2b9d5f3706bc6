"""How does what is noted get into the tables? Inside the caller's transaction, a replay changing nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any

import aiosqlite

from bot.querylog.entries import Asked, Delivered, Entry, Voted
from bot.querylog.rows import LogRow

Statement = tuple[str, Sequence[object]]
Rows = Iterable[Any]
Steps = Generator[Statement, Rows | None, None]
"""Statements one after the other, each told what the one before it returned."""

_CORPUS = ("fingerprint", "first_seen")
_QUERY = ("uid", "at", "via", "command", "chat", "user", "question", "outcome", "why", "latency_ms", "corpus", "normal")
_PASSAGE = ("id", "article", "title", "publisher", "published", "url", "start", "end", "text")
_SHOWN = ("query", "passage", "rank", "score", "cited")
_DELIVER = """
    UPDATE queries SET delivered_at = json_extract(value, '$[1]') FROM json_each(?)
    WHERE uid = json_extract(value, '$[0]') AND delivered_at IS NULL"""
_VOTE = """
    INSERT INTO votes (query, voter, up, reason, at) SELECT id, ?, ?, ?, ? FROM queries WHERE uid = ?
    ON CONFLICT DO UPDATE SET up = excluded.up, reason = excluded.reason, at = excluded.at WHERE excluded.at >= at"""


async def write_async(connection: aiosqlite.Connection, entries: Sequence[Entry]) -> None:
    """As the bot does, whose event loop goes on meanwhile."""
    steps = _write(entries)
    returned: Rows | None = None
    with suppress(StopIteration):
        while True:
            returned = await connection.execute_fetchall(*steps.send(returned))


def write(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """For programs without an event loop, such as make up a log."""
    steps = _write(entries)
    returned: Rows | None = None
    with suppress(StopIteration):
        while True:
            returned = connection.execute(*steps.send(returned)).fetchall()


def _write(entries: Sequence[Entry]) -> Steps:
    """Askings first: the rest is about such as are there."""
    if rows := [entry.row for entry in entries if isinstance(entry, Asked)]:
        yield from _insert(rows)
    delivered = [(uid, entry.at) for entry in entries if isinstance(entry, Delivered) for uid in entry.uids]
    if delivered:
        yield _DELIVER, (json.dumps(delivered),)
    for entry in entries:
        if isinstance(entry, Voted):
            yield _VOTE, (entry.voter, entry.up, entry.reason, entry.at, entry.uid)


def _insert(rows: Sequence[LogRow]) -> Steps:
    """Passages follow their query, and only a query that is new: a replay leaves everything as it was."""
    rows = list({row.uid: row for row in reversed(rows)}.values())[::-1]
    yield _add("corpora", _CORPUS, [(row.corpus, row.at) for row in rows])
    new = yield _add("queries", _QUERY, [_query_values(row) for row in rows], "RETURNING uid, id")
    ids: dict[str, int] = dict(new or ())
    shown = [(ids[row.uid], passage.passage_id, passage) for row in rows if row.uid in ids for passage in row.shown]
    if not shown:
        return
    passages = {number: passage.citation for _, number, passage in shown}
    yield _add("passages", _PASSAGE, [(n, *(c[name] for name in _PASSAGE[1:])) for n, c in passages.items()])
    yield _add("shown", _SHOWN, [(query, n, p.rank, p.score, p.cited) for query, n, p in shown])


def _add(table: str, columns: Sequence[str], rows: Sequence[Sequence[object]], returning: str = "") -> Statement:
    """All in one statement. Between two, SQLite's thread waits for the interpreter, which a busy bot
    yields every 5 ms: row by row, a batch took longer than a reader's patience. What is there stays."""
    names = ", ".join(f'"{column}"' for column in columns)
    places = ", ".join([f"({', '.join('?' * len(columns))})"] * len(rows))
    statement = f"INSERT INTO {table} ({names}) VALUES {places} ON CONFLICT DO NOTHING {returning}"  # noqa: S608 - names of ours
    return statement, list(chain.from_iterable(rows))


def _query_values(row: LogRow) -> list[object]:
    values = {"why": json.dumps(row.why, ensure_ascii=False)}
    return [values.get(name) or getattr(row, name) for name in _QUERY]
