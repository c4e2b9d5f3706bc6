"""Is a file the log, of which version, and bound to which key? Made or migrated where it must be."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from bot.querylog.errors import LogError, explained
from bot.querylog.migrations import APPLICATION_ID, MIGRATIONS
from bot.sqlite import BUSY_SECONDS, connect, write_ahead

if TYPE_CHECKING:
    from pathlib import Path

# One statement, so that what another bot migrates meanwhile is seen as a whole or not at all.
_HEADER = """
    SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
    FROM pragma_user_version, pragma_application_id"""


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the schema up to date, all or nothing; LogError for a newer or a foreign file."""
    if _version(connection, path) == len(MIGRATIONS):
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        # Read again under the lock: another bot may have migrated in between.
        for step in MIGRATIONS[_version(connection, path) :]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def require_current(connection: sqlite3.Connection, path: Path) -> None:
    """For those who only read, and so cannot migrate."""
    if _version(connection, path) < len(MIGRATIONS):
        raise LogError(f"The query log {path} is of an older version; start the bot once to bring it up to date.")


def prepare(path: Path, busy_seconds: float = BUSY_SECONDS) -> None:
    """Make the log where there is none, for its owner's eyes only, and migrate it."""
    with explained(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        with closing(connect(path, busy_seconds)) as connection:
            migrate(connection, path)
            write_ahead(connection, busy_seconds)


def adopt_key(path: Path, fingerprint: str, busy_seconds: float = BUSY_SECONDS) -> None:
    """Bind a prepared log to the key of its first pseudonyms; LogError where it is bound to another."""
    with explained(path), closing(connect(path, busy_seconds)) as connection:
        connection.execute("INSERT INTO meta VALUES ('key', ?) ON CONFLICT DO NOTHING", (fingerprint,))
        require_key(connection, path, fingerprint)


def key_fingerprint(connection: sqlite3.Connection) -> str | None:
    """Of the key that the log is bound to; None where it is bound to none yet."""
    found = connection.execute("SELECT value FROM meta WHERE name = 'key'").fetchone()
    return None if found is None else str(found[0])


def require_key(connection: sqlite3.Connection, path: Path, fingerprint: str) -> None:
    """LogError where the log's pseudonyms are of another key."""
    if key_fingerprint(connection) not in {None, fingerprint}:
        raise LogError(
            f"The query log {path} was written with another pseudonym key: set TALKS_PSEUDONYM_KEY as it was, "
            "or restore the key file from a backup, or move the log away to begin a new one."
        )


def _version(connection: sqlite3.Connection, path: Path) -> int:
    version, application, tables = connection.execute(_HEADER).fetchone()
    if tables and application != APPLICATION_ID:
        raise LogError(f"{path} is a database, but not a query log; move it away and a new log is made.")
    if version > len(MIGRATIONS):
        raise LogError(
            f"The query log {path} was written by a newer talks (schema {version}, "
            f"this one knows {len(MIGRATIONS)}); install that version or a newer one."
        )
    return int(version)
