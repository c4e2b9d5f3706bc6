"""What becomes of a call that Telegram puts off, or that the network loses?"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.telegram.order import let_others

logger = logging.getLogger(__name__)

WAITS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 30.0, 30.0)
"""Seconds before each further attempt after a network error: two minutes, then the update is put off."""
LONGEST_WAIT = 120.0
"""A call that Telegram puts off for longer fails: nobody waits that long for a reply."""
LONGEST_FLOOD = 600.0
"""Seconds that one call is put off in all, however many times: flood control is a queue, not a failure."""
SHORTEST_WAIT = 1.0
"""Telegram counts in whole seconds; being told to wait for none must not become a loop without a pause."""
ONCE = frozenset({"sendChatAction"})
"""Calls that are worth nothing later."""
BUSY = 8
"""Calls at once, half of the connections. Beyond, "typing" would only keep replies waiting."""

CLOSED = (
    "chat not found",
    "message thread not found",
    "not enough rights to send",
    "have no rights to send",
    "chat_write_forbidden",
    "topic_closed",
)
"""In what Telegram calls a bad request, though nothing is wrong with it."""
AT_FIRST = 2
"""Calls at once until what piled up before the start is answered: a bot that was just killed may be killed again, and
what it is sending then is sent twice."""

Result = bool | dict[str, Any] | list[dict[str, Any]]


def is_passing(error: BaseException | None) -> bool:
    """Whether the same call may succeed later. To the library BadRequest is a NetworkError, but it lasts."""
    return isinstance(error, RetryAfter | NetworkError) and not isinstance(error, BadRequest)


def is_final(error: TelegramError) -> bool:
    """Whether nobody can be written to there: the bot was blocked or removed, or the place is closed or gone."""
    refused = error.message.lower() if isinstance(error, BadRequest) else ""
    return isinstance(error, Forbidden) or any(place in refused for place in CLOSED)


class _Patience:
    """How long is one call still worth trying? Being put off takes time, a failure takes an attempt."""

    def __init__(self, endpoint: str) -> None:
        once = endpoint in ONCE
        self._waits = iter(() if once else WAITS)
        self._flood_left = 0.0 if once else LONGEST_FLOOD

    def pause(self, error: TelegramError) -> float | None:
        """Seconds until the next attempt; None when there is none."""
        if not is_passing(error):
            return None
        if not isinstance(error, RetryAfter):
            return next(self._waits, None)
        pause = max(seconds(error.retry_after), SHORTEST_WAIT)
        self._flood_left -= pause
        return pause if pause <= LONGEST_WAIT and self._flood_left >= 0 else None


class PatientRateLimiter(BaseRateLimiter[None]):
    """Tries again, each call for itself: one chat's flood control doesn't hold up the others.

    Nothing is throttled beforehand. Replies are not bound by the limit on bulk messages, and for the rest
    Telegram says itself how long to wait. A retry after a lost response can send a reply twice: better than
    not at all.
    """

    def __init__(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep
        self._under_way = 0
        self._few: AbstractAsyncContextManager[object] = asyncio.Semaphore(AT_FIRST)

    def hurry(self) -> None:
        """What piled up is answered: from now on as many calls at once as there are connections."""
        self._few = nullcontext()

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def process_request(  # noqa: PLR0913, PLR0917 - the base class's
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],  # noqa: ARG002
        rate_limit_args: None,  # noqa: ARG002
    ) -> Result:
        if endpoint in ONCE and self._under_way >= BUSY:
            return False
        if endpoint not in ONCE:
            let_others()
        patience = _Patience(endpoint)
        while True:
            try:
                self._under_way += 1
                async with self._few:
                    return await callback(*args, **kwargs)
            except TelegramError as error:
                pause = patience.pause(error)
                if pause is None:
                    raise
                logger.info("%s: %s. Next attempt in %.1f s", endpoint, error.message, pause)
            finally:
                self._under_way -= 1
            await self._sleep(pause)


def seconds(time: float | dt.timedelta) -> float:
    return time.total_seconds() if isinstance(time, dt.timedelta) else time
