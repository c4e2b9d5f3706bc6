"""Does the bot go on for long without growing?"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from statistics import median

from tests.faults.readers import Verdict
from tests.faults.running import resident_mb, stop, world

MINUTES = 30.0
CHATS, PER_SECOND = 300, 20.0
SAMPLE_EVERY = 1.0
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Soaked:
    minutes: float
    verdict: Verdict
    warm_mb: float
    """Median of the second quarter."""
    last_mb: float
    """Median of the last one."""

    @property
    def growth(self) -> float:
        return self.last_mb / self.warm_mb - 1


async def play(minutes: float = MINUTES) -> Soaked:
    async with world(CHATS) as here:
        with here.bot() as bot:
            await here.ready(bot)
            asking = asyncio.create_task(here.readers.ask_steadily(int(minutes * 60 * PER_SECOND), PER_SECOND))
            sizes = []
            while not asking.done():
                sizes.append(resident_mb(bot.pid))
                await asyncio.wait((asking,), timeout=SAMPLE_EVERY)
            await asking
            await here.readers.wait_until_answered(PATIENCE)
            stop(bot)
        quarter = len(sizes) // 4
        warm, last = median(sizes[quarter : 2 * quarter]), median(sizes[-quarter:])
        return Soaked(minutes, await here.readers.verdict(), warm, last)
