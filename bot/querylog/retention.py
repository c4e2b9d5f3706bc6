"""When do rows leave the log? Once they are older than the operator keeps them, checked daily."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

from bot.querylog.editing import open_writer, transaction
from bot.querylog.errors import LogError

logger = logging.getLogger(__name__)

DAY = 24 * 60 * 60.0
MOST_DELETED = 500
"""Rows in one step: readers are not kept waiting until a long log is through."""

MERGED = 1_000
"""Pages of the full-text index that one step of tidying writes."""

_DELETE_QUERIES = """
    DELETE FROM queries WHERE id IN (SELECT id FROM queries WHERE at < ? ORDER BY at LIMIT ?)"""
_DELETE_PASSAGES = """
    DELETE FROM passages WHERE NOT EXISTS (SELECT 1 FROM shown WHERE shown.passage = passages.id)
    AND NOT EXISTS (SELECT 1 FROM judgements WHERE judgements.passage = passages.id)"""


class Prunable(Protocol):
    async def prune(self, before: dt.datetime) -> int: ...


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


async def prune_daily(
    log: Prunable,
    days: int,
    now: Callable[[], dt.datetime] = _utc_now,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Prune at once and every day, until cancelled. That it fails is logged, and tried again the next day."""
    while True:
        try:
            deleted = await log.prune(now() - dt.timedelta(days=days))
        except LogError as error:
            logger.error("Old log rows could not be deleted: %s", error)  # noqa: TRY400 - it explains itself
        else:
            if deleted:
                logger.info("Log rows older than %d days deleted: %d", days, deleted)
        await sleep(DAY)


def delete_before(connection: sqlite3.Connection, before: str) -> int:
    """Delete at most MOST_DELETED rows, inside the caller's transaction; with the last, what nothing shows any more."""
    deleted = connection.execute(_DELETE_QUERIES, (before, MOST_DELETED)).rowcount
    if deleted < MOST_DELETED:
        delete_passages(connection)
    return deleted


def prune(path: Path, before: str) -> int:
    """Delete all rows from before a time as the log writes it; how many they were. The bot may run meanwhile."""
    total, deleted = 0, MOST_DELETED
    with open_writer(path) as connection:
        while deleted == MOST_DELETED:
            with transaction(connection):
                deleted = delete_before(connection, before)
            total += deleted
        begin = True
        while total and tidy(connection, begin=begin):
            begin = False
    return total


def delete_passages(connection: sqlite3.Connection) -> None:
    """Those that no row shows and nobody judged."""
    connection.execute(_DELETE_PASSAGES)


def tidy(connection: sqlite3.Connection, *, begin: bool) -> bool:
    """One step towards an index that keeps no deleted words, inside the caller's transaction; whether more are due."""
    before = connection.total_changes
    connection.execute("INSERT INTO found (found, rank) VALUES ('merge', ?)", (-MERGED if begin else MERGED,))
    return connection.total_changes - before > 1  # as FTS5 documents it: 1 is the command itself
