from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram import Update
from telegram.error import NetworkError
from telegram.ext import BaseUpdateProcessor, SimpleUpdateProcessor

from bot.logs import update_id
from bot.tally import Tally
from bot.telegram.rate import PatientRateLimiter
from bot.telegram.tallied import TalliedLimiter, TalliedOrder
from tests.bot.telegram.fakes import press, update


class Told(Tally):
    """Keeps all that it is told."""

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self.seconds: list[float] = []
        self.methods: list[str] = []

    def received(self, kind: str) -> None:
        super().received(kind)
        self.kinds.append(kind)

    def handled(self, seconds: float) -> None:
        self.seconds.append(seconds)

    def retried(self, method: str) -> None:
        self.methods.append(method)


async def nothing() -> None:
    pass


async def no_pause(_: float) -> None:
    pass


def order(told: Told) -> BaseUpdateProcessor:
    return TalliedOrder(SimpleUpdateProcessor(4), told)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (update("Who?"), "message"),
        (press("x"), "callback_query"),
        ({"update_id": 1, "poll_answer": {"poll_id": "1", "option_ids": [], "option_persistent_ids": []}}, "other"),
        ({"update_id": 1}, "other"),
    ],
)
async def test_an_update_is_counted_by_what_it_holds(raw: dict[str, Any], kind: str) -> None:
    told = Told()
    await order(told).process_update(Update.de_json(raw, None), nothing())
    assert (told.kinds, len(told.seconds)) == ([kind], 1)
    assert told.last_update is not None


async def test_the_time_counts_until_it_is_handled() -> None:
    told, go_on = Told(), asyncio.Event()
    handling = asyncio.create_task(order(told).process_update(Update(1), go_on.wait()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert (told.kinds, told.seconds) == (["other"], [])
    go_on.set()
    await handling
    assert told.seconds[0] > 0


async def test_what_is_logged_meanwhile_names_the_update() -> None:
    seen: list[int | None] = []

    async def handle() -> None:
        seen.append(update_id.get())

    await order(Told()).process_update(Update(7), handle())
    await order(Told()).process_update(object(), handle())
    assert (*seen, update_id.get()) == (7, None, None)


async def test_each_further_attempt_is_counted() -> None:
    told = Told()
    failures = [NetworkError("away"), NetworkError("away")]

    async def call() -> bool:
        if failures:
            raise failures.pop()
        return True

    limiter = TalliedLimiter(PatientRateLimiter(no_pause), told)
    await limiter.initialize()
    assert await limiter.process_request(call, (), {}, "sendMessage", {}, None) is True
    assert await limiter.process_request(call, (), {}, "sendMessage", {}, None) is True
    await limiter.shutdown()
    assert told.methods == ["sendMessage", "sendMessage"]
