"""What is lost, or said twice, when the bot is killed again and again while readers ask?"""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass

from tests.faults.readers import Verdict
from tests.faults.running import LATENCY, Logged, kill, stop, world

KILLS, QUESTIONS, CHATS = 50, 5_000, 250
LIFE = (0.5, 8.0)
"""Seconds that a bot lives at least and at most, its start included, which alone takes one or two."""
PATIENCE = 180.0
"""Seconds for the last bot, which is not killed, to answer what is left."""
SEED = 1


@dataclass(frozen=True, slots=True)
class Killed:
    kills: int
    verdict: Verdict
    logged: Logged
    code: int
    """The last bot's, which was stopped in good order."""


async def play(kills: int = KILLS, questions: int = QUESTIONS, chats: int = CHATS) -> Killed:
    chance = random.Random(SEED)  # noqa: S311 - chance, not secrecy
    lives = [chance.uniform(*LIFE) for _ in range(kills)]
    async with world(chats) as here:
        await here.readers.fail(kind="slow", share=1, seconds=LATENCY)
        asking = asyncio.create_task(here.readers.ask_steadily(questions, questions / sum(lives)))
        for life in lives:
            with here.bot() as bot:
                await asyncio.sleep(life)
                kill(bot)
        with here.bot() as bot:
            await here.ready(bot)
            await asking
            await here.readers.wait_until_answered(PATIENCE)
            code = stop(bot)
        return Killed(kills, await here.readers.verdict(), here.logged(), code)
