"""Which updates are handled, and which calls made again? Told to the tally, from around those who do it."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import nullcontext
from typing import Any

from telegram import Update
from telegram.ext import BaseRateLimiter, BaseUpdateProcessor

from bot.logs import about_update
from bot.tally import Tally

KINDS = ("message", "edited_message", "callback_query", "inline_query", "chosen_inline_result", "my_chat_member")
"""Those that a bot like this one hears of; all else is counted as other."""

Result = bool | dict[str, Any] | list[dict[str, Any]]


class TalliedOrder(BaseUpdateProcessor):
    """Updates in the order of `inner`; what is logged meanwhile names the update."""

    def __init__(self, inner: BaseUpdateProcessor, tally: Tally) -> None:
        super().__init__(inner.max_concurrent_updates)
        self._inner = inner
        self._tally = tally

    async def initialize(self) -> None:
        await self._inner.initialize()

    async def shutdown(self) -> None:
        await self._inner.shutdown()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        self._tally.received(_kind(update))
        began = time.perf_counter()
        with about_update(update.update_id) if isinstance(update, Update) else nullcontext():
            await self._inner.do_process_update(update, coroutine)
        self._tally.handled(time.perf_counter() - began)


class TalliedLimiter(BaseRateLimiter[None]):
    """Calls as patient as those of `inner`."""

    def __init__(self, inner: BaseRateLimiter[None], tally: Tally) -> None:
        self._inner = inner
        self._tally = tally

    async def initialize(self) -> None:
        await self._inner.initialize()

    async def shutdown(self) -> None:
        await self._inner.shutdown()

    async def process_request(  # noqa: PLR0913, PLR0917 - the base class's
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Result:
        attempts = 0

        async def attempt(*args: Any, **kwargs: Any) -> Result:  # noqa: ANN401
            nonlocal attempts
            attempts += 1
            if attempts > 1:
                self._tally.retried(endpoint)
            return await callback(*args, **kwargs)

        return await self._inner.process_request(attempt, args, kwargs, endpoint, data, rate_limit_args)


def _kind(update: object) -> str:
    return next((kind for kind in KINDS if getattr(update, kind, None)), "other")
