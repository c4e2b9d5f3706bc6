"""When do rows leave the log? Once they are older than the operator keeps them, checked daily."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

import aiosqlite

from bot.querylog.errors import LogError

logger = logging.getLogger(__name__)

DAY = 24 * 60 * 60.0
MOST_DELETED = 500
"""Rows in one step: readers are not kept waiting until a long log is through."""

_DELETE_QUERIES = """
    DELETE FROM queries WHERE id IN (SELECT id FROM queries WHERE at < ? ORDER BY at LIMIT ?)"""
_DELETE_PASSAGES = """
    DELETE FROM passages WHERE NOT EXISTS (SELECT 1 FROM shown WHERE shown.passage = passages.id)"""


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


async def delete_before(database: aiosqlite.Connection, before: str) -> int:
    """Delete at most MOST_DELETED rows, inside the caller's transaction; with the last, what nothing shows any more."""
    async with database.execute(_DELETE_QUERIES, (before, MOST_DELETED)) as deletion:
        deleted = deletion.rowcount
    if deleted < MOST_DELETED:
        await database.execute(_DELETE_PASSAGES)
    return deleted
