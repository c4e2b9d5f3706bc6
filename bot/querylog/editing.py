"""How does somebody besides the bot write to the log? In one transaction, waiting for the bot's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.querylog.errors import LogError, explained
from bot.querylog.schema import require_current
from bot.sqlite import connect

PATIENCE = 10.0
"""Seconds to wait for the bot, whose transactions take milliseconds; an operator has time."""


@contextmanager
def open_writer(path: Path, busy_seconds: float = PATIENCE) -> Iterator[sqlite3.Connection]:
    """A connection outside of any transaction; LogError where there is no log that this version can write."""
    with explained(path):
        if not path.exists():
            raise LogError(f"There is no query log at {path} yet; the bot makes it when it starts.")
        with closing(connect(path, busy_seconds)) as connection:
            connection.row_factory = sqlite3.Row
            require_current(connection, path)
            yield connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or nothing of it."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def edit(path: Path, busy_seconds: float = PATIENCE) -> Iterator[sqlite3.Connection]:
    """A connection inside a transaction, committed at the end of the block."""
    with open_writer(path, busy_seconds) as connection, transaction(connection):
        yield connection
