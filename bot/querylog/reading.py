"""What does the log hold? Read-only, and welcome while the bot writes."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from contextlib import closing, contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from bot.querylog.errors import LogError, explained
from bot.querylog.rows import LogRow, ShownPassage, storable
from bot.querylog.schema import BUSY_SECONDS, require_current

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = 200
"""Rows read at a time. A statement left open over the whole log would keep its write-ahead log growing."""

_NEWEST = 2**63 - 1

_CITATION = ("article", "title", "publisher", "published", "url", "start", "end", "text")

_QUERIES = """
    SELECT id, uid, at, via, command, chat, user, question, outcome, why, latency_ms, corpus, feedback
    FROM queries WHERE id <= ? ORDER BY id DESC LIMIT ?"""
_SHOWN = """
    SELECT query, rank, score, cited, article, title, publisher, published, url, start, "end", text
    FROM shown JOIN passages ON passages.id = shown.passage
    WHERE query BETWEEN ? AND ? ORDER BY query, rank"""
# From the prefix itself to the prefix and the last character there is: a range that the index on uid serves.
_BEGINNING_WITH = "SELECT id, uid FROM queries WHERE uid BETWEEN ?1 AND ?1 || char(1114111) ORDER BY uid LIMIT 2"


def list_rows(path: Path, limit: int = 20) -> Iterator[LogRow]:
    """The newest rows first; all of them where `limit` is 0. LogError comes with the first row."""
    with open_reader(path) as connection:
        yield from islice(_newest_first(connection, limit or PAGE), limit or None)


def show_row(path: Path, uid: str) -> LogRow:
    """The row of that uid, or the only one whose uid begins with it; LogError where there is no such row."""
    with open_reader(path) as connection, _snapshot(connection):
        found = connection.execute(_BEGINNING_WITH, (storable(uid),)).fetchall()
        if not found:
            raise LogError(f"The query log {path} has no row {uid}.")
        if len(found) > 1 and found[0]["uid"] != uid:
            raise LogError(f"Several rows of the query log {path} begin with {uid}; write more of it.")
        number: int = found[0]["id"]
        return _read_page(connection, number, 1)[number]


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
def _snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read inside is of one moment."""
    with connection:
        connection.execute("BEGIN")
        yield


def _newest_first(connection: sqlite3.Connection, expected: int) -> Iterator[LogRow]:
    last = _NEWEST
    while True:
        with _snapshot(connection):
            page = _read_page(connection, last, min(expected, PAGE))
        if not page:
            return
        yield from page.values()
        last = min(page) - 1


def _read_page(connection: sqlite3.Connection, last: int, size: int) -> dict[int, LogRow]:
    """At most `size` rows by their number, from `last` down, in two queries however many they are."""
    queries = connection.execute(_QUERIES, (last, size)).fetchall()
    if not queries:
        return {}
    shown = defaultdict(list)
    for passage in connection.execute(_SHOWN, (queries[-1]["id"], queries[0]["id"])):
        shown[passage["query"]].append(_shown_passage(passage))
    return {query["id"]: _log_row(query, tuple(shown[query["id"]])) for query in queries}


def _log_row(query: sqlite3.Row, shown: tuple[ShownPassage, ...]) -> LogRow:
    values = dict(query)
    del values["id"]
    return LogRow(**values | {"why": json.loads(values["why"]), "shown": shown})


def _shown_passage(passage: sqlite3.Row) -> ShownPassage:
    citation = {name: passage[name] for name in _CITATION} | {"times": []}
    return ShownPassage(passage["rank"], passage["score"], bool(passage["cited"]), citation)
