"""How is a reader forgotten? Rows, votes, judged texts, index, spool: not a byte stays in the log's files."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.querylog import spool
from bot.querylog.editing import PATIENCE, open_writer, transaction
from bot.querylog.entries import Asked, Delivered, Entry, Voted
from bot.querylog.errors import LogError
from bot.querylog.gold import last_asked
from bot.querylog.reading import find_row
from bot.querylog.retention import delete_passages

_DELETE = "DELETE FROM queries WHERE user = ? OR chat = ?"
_NORMALS = """
    SELECT normal FROM queries WHERE user = ?1 OR chat = ?2 UNION
    SELECT normal FROM askers WHERE user = ?1 OR chat = ?2"""
_ASKED = """
    SELECT EXISTS (SELECT 1 FROM queries WHERE normal = ?1) OR EXISTS (SELECT 1 FROM askers WHERE normal = ?1)"""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was deleted."""

    rows: int = 0
    votes: int = 0
    spooled: int = 0
    """What still waited for the log."""
    judged: int = 0
    """What was judged of questions that nobody else asked."""
    normals: Sequence[str] = ()
    """The normalised questions that nobody else asked, judged or not: for whoever keeps more of them."""


def forget(
    path: Path, *, user: str | None = None, chat: str | None = None, busy_seconds: float = PATIENCE
) -> Forgotten:
    """All of a user and of a chat, each a pseudonym; LogError where it can't be, or something may be left."""
    with open_writer(path, busy_seconds) as connection:
        spooled = spool.drop(path, is_of(user, chat))
        with transaction(connection):
            normals = [normal for (normal,) in connection.execute(_NORMALS, (user, chat))]
            rows = connection.execute(_DELETE, (user, chat)).rowcount
            connection.execute("DELETE FROM askers WHERE user = ? OR chat = ?", (user, chat))
            votes = connection.execute("DELETE FROM votes WHERE voter = ?", (user,)).rowcount
            gone = dict(_forget_judged(connection, normals))
            delete_passages(connection)
        sweep(connection, path, busy_seconds)
    return Forgotten(rows, votes, spooled, sum(gone.values()), tuple(gone))


def forget_row(path: Path, uid: str, busy_seconds: float = PATIENCE) -> Forgotten:
    """One asking, by its uid or the beginning of it; LogError where there is none."""
    with open_writer(path, busy_seconds) as connection:
        spooled = spool.drop(path, lambda entry: isinstance(entry, Asked) and entry.row.uid == uid)
        if spooled:
            return Forgotten(spooled=spooled)
        with transaction(connection):
            row = find_row(connection, path, uid)
            connection.execute("DELETE FROM queries WHERE id = ?", (row.number,))
            whose = (row.normal, row.chat, row.user or "")
            connection.execute("DELETE FROM askers WHERE (normal, chat, user) = (?, ?, ?)", whose)
            gone = dict(_forget_judged(connection, (row.normal,)))
            delete_passages(connection)
        sweep(connection, path, busy_seconds)
    return Forgotten(rows=1, judged=sum(gone.values()), normals=tuple(gone))


def is_of(user: str | None, chat: str | None) -> Callable[[Entry], bool]:
    """Whether an entry that still waits is of that user or chat."""

    def decide(entry: Entry) -> bool:
        match entry:
            case Asked(row):
                return (user is not None and row.user == user) or (chat is not None and row.chat == chat)
            case Voted():
                return entry.voter == user
            case Delivered():
                return False

    return decide


def sweep(connection: sqlite3.Connection, path: Path, busy_seconds: float = PATIENCE) -> None:
    """Of what was deleted, leave nothing in index, free pages or write-ahead log."""
    connection.execute("INSERT INTO found (found) VALUES ('optimize')")
    connection.execute("VACUUM")
    patience = time.monotonic() + busy_seconds
    while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        if time.monotonic() > patience:
            raise LogError(
                f"The rows are deleted, but another program reads the query log {path}, so that their words are still "
                "in its write-ahead log; close that program and try again."
            )
        time.sleep(0.05)


def _forget_judged(connection: sqlite3.Connection, normals: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Questions that nobody else asked, with how many judged ones that were; others' are kept in others' words."""
    for normal in normals:
        ((asked,),) = connection.execute(_ASKED, (normal,)).fetchall()
        if not asked:
            yield normal, connection.execute("DELETE FROM reviews WHERE normal = ?", (normal,)).rowcount
            continue
        other = last_asked(connection, normal)
        words = other.full_question if other else normal
        connection.execute("UPDATE reviews SET question = ? WHERE normal = ?", (words, normal))
