"""Which tables hold the log, and how does an older file come to have them?"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

from bot.querylog.errors import LogError, explained

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

APPLICATION_ID = 0x74616C6B
"""“talk” in ASCII: tells a query log from any other SQLite file."""

BUSY_SECONDS = 2.0
"""How long to wait for another writer. Long enough for a backup, short enough for a reader who waits."""

WAL_BYTES = 16 * 1024 * 1024
"""What the write-ahead log shrinks back to; with a reader left open it was seen to grow to 110 MB."""

# One statement, so that what another bot migrates meanwhile is seen as a whole or not at all.
_HEADER = """
    SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
    FROM pragma_user_version, pragma_application_id"""


def m001_askings(connection: sqlite3.Connection) -> None:
    """Askings, and the passages that each was shown or nearly shown."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("CREATE TABLE corpora (fingerprint TEXT PRIMARY KEY, first_seen TEXT NOT NULL) STRICT")
    connection.execute("""
        CREATE TABLE passages (
            id TEXT PRIMARY KEY,
            article TEXT NOT NULL,
            title TEXT,
            publisher TEXT,
            published TEXT,
            url TEXT,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            text TEXT NOT NULL
        ) STRICT""")
    connection.execute("""
        CREATE TABLE queries (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE,
            at TEXT NOT NULL,
            via TEXT NOT NULL,
            command TEXT NOT NULL,
            chat TEXT NOT NULL,
            user TEXT,
            question TEXT NOT NULL,
            outcome TEXT NOT NULL,
            why TEXT NOT NULL,
            latency_ms REAL NOT NULL,
            corpus TEXT NOT NULL REFERENCES corpora (fingerprint),
            delivered_at TEXT,
            feedback TEXT
        ) STRICT""")
    connection.execute("""
        CREATE TABLE shown (
            query INTEGER NOT NULL REFERENCES queries (id) ON DELETE CASCADE,
            passage TEXT NOT NULL REFERENCES passages (id),
            rank INTEGER NOT NULL,
            score REAL NOT NULL,
            cited INTEGER NOT NULL CHECK (cited IN (0, 1)),
            PRIMARY KEY (query, passage)
        ) STRICT, WITHOUT ROWID""")


def m002_pruning(connection: sqlite3.Connection) -> None:
    """What makes it quick to find old rows, and passages that no row shows any more."""
    connection.execute("CREATE INDEX queries_at ON queries (at)")
    connection.execute("CREATE INDEX shown_passage ON shown (passage)")


def m003_key(connection: sqlite3.Connection) -> None:
    """Which key the pseudonyms are made with; a log from before takes the one that it is opened with next."""
    connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (m001_askings, m002_pruning, m003_key)
"""In order; a log's `user_version` counts those it has been through. Only ever add at the end."""


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
            _write_ahead(connection, busy_seconds)


def adopt_key(path: Path, fingerprint: str, busy_seconds: float = BUSY_SECONDS) -> None:
    """Bind a prepared log to the key of its first pseudonyms; LogError where it is bound to another."""
    with explained(path), closing(connect(path, busy_seconds)) as connection:
        connection.execute("INSERT INTO meta VALUES ('key', ?) ON CONFLICT DO NOTHING", (fingerprint,))
        if connection.execute("SELECT value FROM meta WHERE name = 'key'").fetchone() != (fingerprint,):
            raise LogError(
                f"The query log {path} was written with another pseudonym key: set TALKS_PSEUDONYM_KEY as it was, "
                "or restore the key file from a backup, or move the log away to begin a new one."
            )


def _write_ahead(connection: sqlite3.Connection, busy_seconds: float) -> None:
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
