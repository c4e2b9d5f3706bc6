"""What went wrong with the log, in one clear sentence, and does it pass?"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from bot import sqlite
from bot.errors import TalksError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PASSING = {
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY),
    *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_PROTOCOL),
    *(sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_SCHEMA),
}


class LogError(TalksError):
    """The query log cannot be used; its text is one sentence for the operator."""

    @property
    def is_damage(self) -> bool:
        """The file is broken, and no waiting mends it."""
        return _code(self) in _DAMAGE and not self.is_index_damage

    @property
    def is_index_damage(self) -> bool:
        """Only the full-text index is, which can be built anew from the rows."""
        return _extended_code(self) == sqlite3.SQLITE_CORRUPT_VTAB

    @property
    def passes(self) -> bool:
        """What could not be written may be written later: it lies with the file, not with the row."""
        return isinstance(self.__cause__, OSError) or _code(self) in _PASSING


def explained(path: Path) -> AbstractContextManager[None]:
    """Turns what SQLite or the system raise over the log at `path` into a LogError."""
    return sqlite.explained(path, "query log", LogError)


def _code(error: LogError) -> int:
    return _extended_code(error) & 0xFF


def _extended_code(error: LogError) -> int:
    """SQLite's, whose low byte is the kind of failure; 0 where it was none of SQLite's."""
    code: int = getattr(error.__cause__, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return code
