"""What went wrong with the log, in one clear sentence?"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.errors import TalksError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class LogError(TalksError):
    """The query log cannot be used; its text is one sentence for the operator."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what SQLite or the system raise over the log at `path` into a LogError."""
    try:
        yield
    except OSError as error:
        raise LogError(f"The query log {path} cannot be opened: {error.strerror or error}.") from error
    except sqlite3.Error as error:
        raise LogError(_sentence(path, error)) from error


def _sentence(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    # The low byte is the kind of failure, the rest only its circumstances.
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"The query log {path} is locked by another program; close that one and try again."
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return f"The query log {path} is damaged or no query log at all; move it away and a new one is made."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return f"The query log {path} cannot be opened: {error}; check its folder and permissions."
        case sqlite3.SQLITE_FULL:
            return f"The query log {path} cannot grow: the disk is full."
        case _:
            return f"The query log {path} failed: {error}."
