"""Which questions stand on a page of the list? Without their passages, which a list doesn't show."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.querylog.reading import read_page
from bot.querylog.rows import LogRow, storable
from bot.querylog.selection import NEWEST, conditions, number, tables
from bot.review.filters import Filters

SIZE = 50
"""Questions on a page."""

_LIST = """
    SELECT queries.id AS number, uid, queries.at, via, command, queries.question, outcome, latency_ms, ups, downs,
        queries.normal, reviews.normal IS NOT NULL AS judged
    FROM {tables} {join} WHERE {conditions} AND {judged} ORDER BY {number} DESC LIMIT ?"""

# From what is judged to who asked it: few questions are, and the newest first would be looked for among all.
_JUDGED = "reviews CROSS JOIN queries INDEXED BY queries_normal ON queries.normal = reviews.normal"
_PERHAPS_JUDGED = "LEFT JOIN reviews ON reviews.normal = queries.normal"
_IS_JUDGED = {"": "true", "yes": "reviews.normal IS NOT NULL", "no": "reviews.normal IS NULL"}

# From one to the next in the index: a DISTINCT would read all of it.
_COMMANDS = """
    WITH RECURSIVE each (command) AS (
        SELECT min(command) FROM queries
        UNION ALL SELECT (SELECT min(command) FROM queries WHERE command > each.command) FROM each
        WHERE each.command IS NOT NULL)
    SELECT command FROM each WHERE command IS NOT NULL"""


@dataclass(frozen=True, slots=True)
class Asking:
    number: int
    uid: str
    at: str
    via: str
    command: str
    question: str
    outcome: str
    latency_ms: float
    ups: int
    downs: int
    normal: str
    judged: int


def list_askings(
    connection: sqlite3.Connection, filters: Filters, before: int = NEWEST, size: int = SIZE
) -> Sequence[Asking]:
    """The newest first, of those with a smaller number than `before`."""
    wanted = filters.selection
    where, values = conditions(wanted, before=before)
    only_judged = filters.judged == "yes" and not wanted.match
    sql = _LIST.format(
        tables=_JUDGED if only_judged else tables(wanted),
        join="" if only_judged else _PERHAPS_JUDGED,
        number=number(wanted),
        conditions=where,
        judged=_IS_JUDGED[filters.judged],
    )
    return [Asking(*row) for row in connection.execute(sql, (*values, size))]


def next_unjudged(connection: sqlite3.Connection, filters: Filters, after: LogRow | None) -> Asking | None:
    """The next older one, of another question; from the newest on where it is after none."""
    unjudged = replace(filters, judged="no")
    before = after.number if after else NEWEST
    while page := list_askings(connection, unjudged, before):
        for asking in page:
            if after is None or asking.normal != after.normal:
                return asking
        before = page[-1].number
    return None


def find_asking(connection: sqlite3.Connection, uid: str) -> LogRow | None:
    """The row of exactly that uid, with all its passages."""
    found = connection.execute("SELECT id FROM queries WHERE uid = ?", (storable(uid),)).fetchone()
    return read_page(connection, before=found["id"] + 1, size=1)[0] if found else None


def count_asked(connection: sqlite3.Connection, normal: str) -> int:
    """How often the same question was asked."""
    ((count,),) = connection.execute("SELECT count(*) FROM queries WHERE normal = ?", (normal,)).fetchall()
    return int(count)


def list_commands(connection: sqlite3.Connection) -> Sequence[str]:
    """What there is to choose from."""
    return [command for (command,) in connection.execute(_COMMANDS)]
