"""How long do readers wait: when little is asked, and beside a chat that floods?"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median, quantiles
from urllib.parse import urlsplit

from tests.faults.running import LATENCY, TOKEN, World, stop, world

CHATS = 100
PER_SECOND = 20.0
SECONDS = 20
FLOOD_PER_SECOND = 50.0
FLOODING = 100_001
"""The chat that floods; odd, so that it is private."""
ROUND_TRIPS = 10
WARM_UP = 20


@dataclass(frozen=True, slots=True)
class Waits:
    """In seconds."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Paced:
    round_trip: float
    """Of one call to the Bot API, its median."""
    sending_slow: Waits
    """Where only sending takes that long."""
    all_slow: Waits
    """Where polling does, too."""


async def pace(seconds: int = SECONDS) -> Paced:
    """Little is asked."""
    async with world(CHATS) as here:
        await here.readers.fail(kind="slow", share=1, seconds=LATENCY, method="sendMessage")
        with here.bot() as bot:
            await here.ready(bot)
            await _ask(here, WARM_UP)
            sending_slow = await _ask(here, int(seconds * PER_SECOND))
            round_trip = await asyncio.to_thread(_time_calls, here.url)
            await here.readers.heal()
            await here.readers.fail(kind="slow", share=1, seconds=LATENCY)
            all_slow = await _ask(here, int(seconds * PER_SECOND))
            stop(bot)
    return Paced(round_trip, _waits(sending_slow), _waits(all_slow))


async def flood(seconds: int = SECONDS) -> tuple[Waits, Waits]:
    """Without the chat that floods, and beside it."""
    async with world(CHATS) as here:
        await here.readers.fail(kind="slow", share=1, seconds=LATENCY)
        with here.bot() as bot:
            await here.ready(bot)
            await _ask(here, WARM_UP)
            alone = await _ask(here, int(seconds * PER_SECOND))
            flooding = asyncio.create_task(_flood(here))
            beside = await _ask(here, int(seconds * PER_SECOND))
            flooding.cancel()
            await asyncio.wait((flooding,))
            stop(bot)
    return _waits(alone), _waits(beside)


async def _flood(here: World) -> None:
    began = time.perf_counter()
    for number in range(1 << 30):
        await asyncio.sleep(began + number / FLOOD_PER_SECOND - time.perf_counter())
        await here.readers.say(FLOODING, "What did everybody say about everything?")


async def _ask(here: World, count: int) -> list[float]:
    """The chats in turn, evenly; seconds until each reply."""
    began, waiting = time.perf_counter(), []
    for number in range(count):
        await asyncio.sleep(began + number / PER_SECOND - time.perf_counter())
        waiting.append(asyncio.create_task(here.readers.ask_and_wait()))
    return await asyncio.gather(*waiting)


def _time_calls(url: str) -> float:
    """As quick as a call can be: one connection, nothing parsed."""
    body = json.dumps({"chat_id": 1, "text": "How long does this take?"})
    times = []
    with closing(HTTPConnection(urlsplit(url).netloc, timeout=10)) as connection:
        for _ in range(ROUND_TRIPS):
            time.sleep(1.1)  # what a chat takes
            began = time.perf_counter()
            connection.request("POST", f"/bot{TOKEN}/sendMessage", body, {"content-type": "application/json"})
            connection.getresponse().read()
            times.append(time.perf_counter() - began)
    return median(times)


def _waits(seconds: Sequence[float]) -> Waits:
    return Waits(median(seconds), quantiles(seconds, n=20)[-1])
