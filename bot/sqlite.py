"""How is one of the bot's SQLite files written safely, and what went wrong with it, in one clear sentence?"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import TalksError

BUSY_SECONDS = 2.0
"""How long to wait for another writer. Long enough for a backup, short enough for a reader who waits."""

WAL_BYTES = 16 * 1024 * 1024
"""What the write-ahead log shrinks back to; with a reader left open it was seen to grow to 110 MB."""


def connect(path: Path, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection for writing, without implicit transactions."""
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # a question that is deleted is not left in a free page
        connection.execute(f"PRAGMA journal_size_limit = {WAL_BYTES}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def write_ahead(connection: sqlite3.Connection, busy_seconds: float = BUSY_SECONDS) -> None:
    """Write ahead from now on. The file remembers it, so this comes after it is known to be ours."""
    patience = time.monotonic() + busy_seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            # For this lock alone SQLite does not wait by itself.
            if time.monotonic() > patience:
                raise
            time.sleep(0.01)
        else:
            return


@contextmanager
def explained(path: Path, name: str, kind: type[TalksError]) -> Iterator[None]:
    """Turns what SQLite or the system raise over the file at `path`, which `name` names, into an error of this kind."""
    try:
        yield
    except OSError as error:
        raise kind(f"The {name} {path} cannot be opened: {error.strerror or error}.") from error
    except sqlite3.Error as error:
        raise kind(f"The {name} {path} {_complaint(error, name)}") from error


def _complaint(error: sqlite3.Error, name: str) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    # The low byte is the kind of failure, the rest only its circumstances.
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return "is locked by another program; close that one and try again."
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return f"is damaged or no {name} at all; move it away and a new one is made."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return f"cannot be opened: {error}; check its folder and permissions."
        case sqlite3.SQLITE_FULL:
            return "cannot grow: the disk is full."
        case _:
            return f"failed: {error}."
