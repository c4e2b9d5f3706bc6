"""Do replies arrive where one call in ten fails: put off, refused by a broken server, or cut off?"""

from __future__ import annotations

from tests.faults.readers import Verdict
from tests.faults.running import LATENCY, stop, world

FAULTS = (("429", 0.034), ("502", 0.033), ("reset", 0.033))
QUESTIONS, CHATS, PER_SECOND = 1_000, 250, 25.0
PATIENCE = 120.0
"""Seconds after the last question."""


async def play(questions: int = QUESTIONS, chats: int = CHATS) -> Verdict:
    async with world(chats) as here:
        await here.readers.fail(kind="slow", share=1, seconds=LATENCY)
        for seed, (kind, share) in enumerate(FAULTS):
            await here.readers.fail(kind=kind, share=share, method="sendMessage", seconds=1, seed=seed)
        with here.bot() as bot:
            await here.ready(bot)
            await here.readers.ask_steadily(questions, PER_SECOND)
            await here.readers.wait_until_answered(PATIENCE)
            stop(bot)
        return await here.readers.verdict()
