"""What does the log hold? Read-only, and welcome while the bot writes."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from bot.querylog.errors import LogError, explained
from bot.querylog.rows import LogRow, ShownPassage, storable
from bot.querylog.schema import require_current
from bot.querylog.selection import NEWEST, Selection, conditions, number, tables
from bot.sqlite import BUSY_SECONDS

if TYPE_CHECKING:
    from pathlib import Path

    from bot.shapes import Json

PAGE = 200
"""Rows read at a time. A statement left open over the whole log would keep its write-ahead log growing."""

_CITATION = ("article", "title", "publisher", "published", "url", "start", "end", "text")

_QUERIES = """
    SELECT queries.id, uid, at, via, command, chat, user, queries.question, outcome, why, latency_ms, corpus, ups, downs
    FROM {tables} WHERE {conditions} ORDER BY {number} {order} LIMIT ?"""
_SHOWN = """
    SELECT query, rank, score, cited, article, title, publisher, published, url, start, "end", text
    FROM json_each(?) CROSS JOIN shown ON query = value JOIN passages ON passages.id = passage
    ORDER BY query, rank"""
_REASONS = """
    SELECT query, reason FROM json_each(?) CROSS JOIN votes ON query = value
    WHERE reason IS NOT NULL ORDER BY query, at, voter"""
# From the prefix itself to the prefix and the last character there is: a range that the index on uid serves.
_BEGINNING_WITH = "SELECT id, uid FROM queries WHERE uid BETWEEN ?1 AND ?1 || char(1114111) ORDER BY uid LIMIT 2"


def list_rows(path: Path, limit: int = 20, wanted: Selection = Selection()) -> Iterator[LogRow]:  # noqa: B008 - frozen
    """The newest rows first; all of them where `limit` is 0. LogError comes with the first row."""
    with open_reader(path) as connection:
        yield from islice(_newest_first(connection, wanted, limit or PAGE), limit or None)


def show_row(path: Path, uid: str) -> LogRow:
    """The row of that uid, or the only one whose uid begins with it; LogError where there is no such row."""
    with open_reader(path) as connection, snapshot(connection):
        return find_row(connection, path, uid)


def find_row(connection: sqlite3.Connection, path: Path, uid: str) -> LogRow:
    """As `show_row`, for those who read more in the same moment."""
    found = connection.execute(_BEGINNING_WITH, (storable(uid),)).fetchall()
    if not found:
        raise LogError(f"The query log {path} has no row {uid}.")
    if len(found) > 1 and found[0]["uid"] != uid:
        raise LogError(f"Several rows of the query log {path} begin with {uid}; write more of it.")
    [row] = read_page(connection, before=found[0]["id"] + 1, size=1)
    return row


def read_page(
    connection: sqlite3.Connection,
    wanted: Selection = Selection(),  # noqa: B008 - frozen
    before: int = NEWEST,
    size: int = PAGE,
) -> Sequence[LogRow]:
    """The newest rows with a smaller number than `before`: the last row's number leads to the next page."""
    return _read(connection, wanted, (None, before), "DESC", size)


def read_later(
    connection: sqlite3.Connection,
    wanted: Selection = Selection(),  # noqa: B008 - frozen
    after: int = 0,
    size: int = PAGE,
) -> Sequence[LogRow]:
    """The oldest rows with a larger number than `after`, in the order of arrival: for those who follow the log."""
    return _read(connection, wanted, (after, None), "ASC", size)


@contextmanager
def open_reader(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write; LogError where there is no log, or none that this version can read."""
    with explained(path):
        if not path.exists():
            raise LogError(f"There is no query log at {path} yet; the bot makes it when it starts.")
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, BUSY_SECONDS, uri=True, isolation_level=None)) as connection:
            connection.row_factory = sqlite3.Row
            require_current(connection, path)
            yield connection


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read inside is of one moment."""
    with connection:
        connection.execute("BEGIN")
        yield


def _newest_first(connection: sqlite3.Connection, wanted: Selection, expected: int) -> Iterator[LogRow]:
    before = NEWEST
    while True:
        with snapshot(connection):
            page = read_page(connection, wanted, before, min(expected, PAGE))
        if not page:
            return
        yield from page
        before = page[-1].number


def _read(
    connection: sqlite3.Connection, wanted: Selection, between: tuple[int | None, int | None], order: str, size: int
) -> Sequence[LogRow]:
    """In three statements however many rows they are."""
    where, values = conditions(wanted, *between)
    sql = _QUERIES.format(tables=tables(wanted), number=number(wanted), conditions=where, order=order)
    queries = connection.execute(sql, (*values, size)).fetchall()
    numbers = json.dumps([query["id"] for query in queries])
    shown, reasons = defaultdict(list), defaultdict(list)
    for passage in connection.execute(_SHOWN, (numbers,)):
        shown[passage["query"]].append(_shown_passage(passage))
    for query, reason in connection.execute(_REASONS, (numbers,)):
        reasons[query].append(reason)
    return [_log_row(query, shown[query["id"]], reasons[query["id"]]) for query in queries]


def _log_row(query: sqlite3.Row, shown: Sequence[ShownPassage], reasons: Sequence[str]) -> LogRow:
    values = dict(query)
    place, ups, downs = values.pop("id"), values.pop("ups"), values.pop("downs")
    feedback: Json | None = {"up": ups, "down": downs, "reasons": list(reasons)} if ups or downs else None
    why = json.loads(values.pop("why"))
    return LogRow(**values, why=why, shown=tuple(shown), feedback=feedback, number=place)


def _shown_passage(passage: sqlite3.Row) -> ShownPassage:
    citation = {name: passage[name] for name in _CITATION} | {"times": []}
    return ShownPassage(passage["rank"], passage["score"], bool(passage["cited"]), citation)
