"""Which table holds the journal, and in which words is it asked?"""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager, closing
from pathlib import Path

from bot import sqlite
from bot.errors import TalksError

APPLICATION_ID = 0x74616C6A
"""“talj” in ASCII: tells a journal from any other SQLite file."""
VERSION = 1

_HEADER = """
    SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
    FROM pragma_user_version, pragma_application_id"""
_UPDATES = """
    CREATE TABLE updates (
        number INTEGER PRIMARY KEY,
        bot INTEGER NOT NULL,
        id INTEGER NOT NULL,
        payload TEXT,
        received INTEGER NOT NULL DEFAULT (CAST(strftime('%s', 'now') AS INTEGER)),
        replays INTEGER NOT NULL DEFAULT 0,
        alone INTEGER NOT NULL DEFAULT 0,
        aside TEXT,
        UNIQUE (bot, id)
    ) STRICT"""
"""In the order of arrival. `payload` is the update's JSON until it is answered, `aside` why it never will be."""

KEPT = 10_000
"""Numbers of answered updates that are remembered: what was not confirmed before a crash, Telegram sends again."""
LONGEST_DAYS = 30
"""What was set aside is kept so long for its operator to look at."""

# Both kinds of news in one statement, which commits by itself, however many they are.
NOTE = """
    INSERT INTO updates (bot, id, payload, aside)
    SELECT ?, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')
    FROM json_each(?) WHERE true
    ON CONFLICT DO UPDATE SET payload = iif(excluded.aside IS NULL, NULL, payload), aside = excluded.aside
    WHERE excluded.payload IS NULL"""
SWEEP = f"""
    DELETE FROM updates
    WHERE payload IS NULL AND number <= (SELECT max(number) FROM updates) - {KEPT}
    OR received < strftime('%s', 'now') - {LONGEST_DAYS * 24 * 60 * 60}"""  # noqa: S608 - numbers of ours
_WAITING = "bot = ? AND payload IS NOT NULL AND aside IS NULL"
KNOWN = f"SELECT id, {_WAITING} FROM updates WHERE bot = ? ORDER BY number"  # noqa: S608
BEGIN_REPLAY = f"UPDATE updates SET replays = replays + 1 WHERE {_WAITING}"  # noqa: S608
LEFT = f"SELECT payload, replays, alone FROM updates WHERE {_WAITING} ORDER BY number"  # noqa: S608
ALONE = "UPDATE updates SET alone = alone + 1 WHERE bot = ? AND id = ?"
# Whoever has this id in it: as sender, as private chat, forwarded from, or replied to.
FORGET = """
    UPDATE updates SET payload = NULL, aside = NULL
    WHERE payload IS NOT NULL AND EXISTS (SELECT 1 FROM json_tree(payload) WHERE key = 'id' AND atom = ?)
    RETURNING id"""


class JournalError(TalksError):
    """The journal cannot be used; its text is one sentence for the operator."""


def explained(path: Path) -> AbstractContextManager[None]:
    """Turns what SQLite or the system raise over the journal at `path` into a JournalError."""
    return sqlite.explained(path, "journal", JournalError)


def prepare(path: Path, busy_seconds: float = sqlite.BUSY_SECONDS) -> None:
    """Make the journal where there is none, for its owner's eyes only."""
    with explained(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        with closing(sqlite.connect(path, busy_seconds)) as connection:
            _make(connection, path)
            sqlite.write_ahead(connection, busy_seconds)


def _make(connection: sqlite3.Connection, path: Path) -> None:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        version, application, tables = connection.execute(_HEADER).fetchone()
        if tables and application != APPLICATION_ID:
            raise JournalError(f"{path} is a database, but not a journal; move it away and a new one is made.")
        if version > VERSION:
            raise JournalError(f"The journal {path} was written by a newer talks; install that version or a newer one.")
        if not tables:
            connection.execute(_UPDATES)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
