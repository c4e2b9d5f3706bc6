from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable

import pytest
from telegram.error import BadRequest, Conflict, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.telegram.rate import (
    AT_FIRST,
    BUSY,
    LONGEST_FLOOD,
    LONGEST_WAIT,
    SHORTEST_WAIT,
    WAITS,
    PatientRateLimiter,
    is_passing,
)


class Attempts:
    """A call that fails with one error after the other, and then succeeds."""

    def __init__(self, *errors: TelegramError) -> None:
        self.errors = list(errors)
        self.waits: list[float] = []

    async def call(self, endpoint: str) -> str:
        if self.errors:
            raise self.errors.pop(0)
        return f"{endpoint} done"

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    async def run(self, endpoint: str = "sendMessage") -> object:
        limiter = PatientRateLimiter(self.sleep)
        return await limiter.process_request(self.call, (endpoint,), {}, endpoint, {}, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("error", "passing"),
    [
        (lambda: RetryAfter(3), True),
        (lambda: NetworkError("Bad Gateway"), True),
        (TimedOut, True),
        (lambda: BadRequest("chat not found"), False),
        (lambda: Forbidden("blocked"), False),
        (lambda: Conflict("two"), False),
        (lambda: None, False),
    ],
)
def test_what_passes(error: Callable[[], TelegramError | None], *, passing: bool) -> None:
    assert is_passing(error()) is passing


async def test_flood_control_is_waited_out() -> None:
    attempts = Attempts(RetryAfter(3), RetryAfter(dt.timedelta(seconds=1.5)))
    assert await attempts.run() == "sendMessage done"
    assert attempts.waits == [3, 1.5]


async def test_flood_control_is_waited_out_however_often_it_comes() -> None:
    attempts = Attempts(*(RetryAfter(1) for _ in range(20)))
    assert await attempts.run() == "sendMessage done"
    assert attempts.waits == [1] * 20


@pytest.mark.parametrize("seconds", [0, 1, 7, int(LONGEST_WAIT)])
async def test_flood_control_without_an_end_is_given_up(seconds: int) -> None:
    attempts = Attempts(*(RetryAfter(seconds) for _ in range(2 * int(LONGEST_FLOOD))))
    with pytest.raises(RetryAfter):
        await attempts.run()
    pause = max(seconds, SHORTEST_WAIT)
    assert attempts.waits == [pause] * int(LONGEST_FLOOD // pause)


async def test_flood_control_takes_no_attempts_from_network_errors() -> None:
    broken = [NetworkError("gone") for _ in WAITS]
    attempts = Attempts(*(RetryAfter(1) for _ in range(10)), *broken, RetryAfter(2))
    assert await attempts.run() == "sendMessage done"
    assert attempts.waits == [1] * 10 + [*WAITS, 2]


async def test_network_errors_are_tried_again_ever_later() -> None:
    attempts = Attempts(NetworkError("reset"), TimedOut(), NetworkError("Bad Gateway"))
    assert await attempts.run() == "sendMessage done"
    assert attempts.waits == list(WAITS[:3])


async def test_a_handful_of_attempts_is_enough() -> None:
    attempts = Attempts(*(NetworkError("gone") for _ in range(20)))
    with pytest.raises(NetworkError):
        await attempts.run()
    assert attempts.waits == list(WAITS)


@pytest.mark.parametrize(
    "error", [lambda: BadRequest("too long"), lambda: Forbidden("blocked"), lambda: RetryAfter(int(LONGEST_WAIT) + 1)]
)
async def test_what_lasts_is_not_tried_again(error: Callable[[], TelegramError]) -> None:
    attempts = Attempts(error())
    with pytest.raises(TelegramError):
        await attempts.run()
    assert attempts.waits == []


async def test_typing_is_worth_nothing_later() -> None:
    attempts = Attempts(RetryAfter(3))
    with pytest.raises(RetryAfter):
        await attempts.run("sendChatAction")
    assert attempts.waits == []


async def test_nobody_types_while_replies_wait() -> None:
    limiter, gate, called = PatientRateLimiter(), asyncio.Event(), list[str]()
    limiter.hurry()

    async def call(endpoint: str) -> bool:
        called.append(endpoint)
        await gate.wait()
        return True

    async def request(endpoint: str) -> object:
        return await limiter.process_request(call, (endpoint,), {}, endpoint, {}, None)

    replies = [asyncio.create_task(request("sendMessage")) for _ in range(BUSY)]
    await asyncio.sleep(0)
    assert await request("sendChatAction") is False
    gate.set()
    await asyncio.gather(*replies)
    assert await request("sendChatAction") is True
    assert called == ["sendMessage"] * BUSY + ["sendChatAction"]


async def test_few_calls_at_once_until_the_bot_has_caught_up() -> None:
    limiter, gate, under_way = PatientRateLimiter(), asyncio.Event(), list[int]()

    async def call(number: int) -> bool:
        under_way.append(number)
        await gate.wait()
        return True

    def send(number: int) -> asyncio.Task[object]:
        return asyncio.create_task(limiter.process_request(call, (number,), {}, "sendMessage", {}, None))

    early = [send(number) for number in range(AT_FIRST + 3)]
    await asyncio.sleep(0.01)
    assert under_way == list(range(AT_FIRST))
    limiter.hurry()
    late = [send(number) for number in range(90, 99)]
    await asyncio.sleep(0.01)
    assert under_way[AT_FIRST:] == list(range(90, 99))
    gate.set()
    await asyncio.gather(*early, *late)
    assert len(under_way) == len(early) + len(late)
