"""Which updates are not yet answered? On disk before Telegram forgets them, and gone once they are answered."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from bot.journal.schema import ALONE, BEGIN_REPLAY, FORGET, KEPT, KNOWN, LEFT, JournalError
from bot.journal.writer import Json, Writer
from bot.sqlite import BUSY_SECONDS


@dataclass(frozen=True, slots=True)
class Left:
    """An update that an earlier run did not answer."""

    update: Json
    replays: int
    """How many runs have taken it up again, this one included."""
    alone: int
    """How many of them did so with nothing beside it."""


class Journal:
    """The updates of one bot, whose Telegram id is `bot`: `async with await Journal.open(path, bot) as journal`."""

    def __init__(self, writer: Writer, bot: int) -> None:
        self._writer = writer
        self._bot = bot
        self._known: dict[int, None] = {}
        self._waiting: set[int] = set()
        self._adding: set[int] = set()

    @classmethod
    async def open(cls, path: Path, bot: int, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Make the journal at `path` or read what it holds; JournalError where that cannot be."""
        writer = Writer(path, bot)
        await writer.open(busy_seconds)
        journal = cls(writer, bot)
        try:
            known = await writer.run(KNOWN, bot, bot)
        except JournalError:
            await writer.close()
            raise
        journal._known = {number: None for number, _ in known}
        journal._waiting = {number for number, waiting in known if waiting}
        return journal

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Note what is still to be noted, then let go of the file."""
        await self._writer.close()

    @property
    def depth(self) -> int:
        """How many updates are not yet answered."""
        return len(self._waiting)

    async def add(self, updates: Sequence[Json]) -> list[Json]:
        """Those that are new, once they are on disk; else JournalError."""
        if any(update["update_id"] in self._adding for update in updates):
            raise JournalError("The same update came twice at once.")  # the first may still fail
        fresh = {update["update_id"]: update for update in updates if update["update_id"] not in self._known}
        if not fresh:
            return []
        self._adding |= fresh.keys()
        try:
            if error := await self._writer.add(fresh.values()):
                raise JournalError(*error.args)
        finally:
            self._adding -= fresh.keys()
        self._known |= dict.fromkeys(fresh)
        self._waiting |= fresh.keys()
        while len(self._known) > 2 * KEPT:
            del self._known[next(iter(self._known))]
        return list(fresh.values())

    def settle(self, update_id: int) -> None:
        """It is answered, or cannot be: nothing of it is kept but its number."""
        self._waiting.discard(update_id)
        self._writer.settle(update_id, None)

    def set_aside(self, update_id: int, reason: str) -> None:
        """It is kept to be looked at, and not taken up again."""
        self._waiting.discard(update_id)
        self._writer.settle(update_id, reason)

    async def take_up(self) -> list[Left]:
        """What earlier runs left, in the order of arrival. That this run tries is on disk first."""
        await self._writer.run(BEGIN_REPLAY, self._bot)
        rows = await self._writer.run(LEFT, self._bot)
        return [Left(json.loads(payload), replays, alone) for payload, replays, alone in rows]

    async def note_alone(self, update_id: int) -> None:
        """It is about to be taken up with nothing beside it."""
        await self._writer.run(ALONE, self._bot, update_id)

    async def forget(self, user_id: int) -> int:
        """Delete what updates hold that name this user; how many they were. None of it is left in the file."""
        forgotten = await self._writer.run(FORGET, user_id)
        await self._writer.run("PRAGMA wal_checkpoint(TRUNCATE)")
        self._waiting -= {number for (number,) in forgotten}
        return len(forgotten)
