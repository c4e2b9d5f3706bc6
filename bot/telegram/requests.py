"""How does the bot reach the Bot API, and how does it notice that polling works, or doesn't?"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import logging
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
from telegram.error import Conflict, TelegramError
from telegram.request import BaseRequest, HTTPXRequest

logger = logging.getLogger(__name__)

CONNECTIONS = 16
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

HANDLED = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "my_chat_member",
)
"""The kinds of updates that Telegram is asked for: those that have a handler."""
READ_SECONDS = 10
"""Beyond those that a poll lasts."""

Json = dict[str, Any]


def send_request(api_url: str | None) -> SideBySide:
    """For all calls but getUpdates. A call waits for a free connection rather than fail for want of one."""
    httpx_kwargs = {"verify": httpx.create_ssl_context(), **_proxies(api_url)}
    return SideBySide(
        [
            HTTPXRequest(
                connection_pool_size=1,
                connect_timeout=10,
                read_timeout=20,
                write_timeout=20,
                httpx_kwargs=httpx_kwargs,
            )
            for _ in range(CONNECTIONS)
        ]
    )


class SideBySide(BaseRequest):
    """Requests of one connection each, the one last used first.

    In a pool of all, httpcore looks through every connection whenever a request begins or ends: with sixteen
    that is half of what an update costs.
    """

    def __init__(self, requests: Sequence[HTTPXRequest]) -> None:
        self._requests = requests
        self._free: asyncio.LifoQueue[HTTPXRequest] = asyncio.LifoQueue()
        for request in requests:
            self._free.put_nowait(request)

    @property
    def read_timeout(self) -> float | None:
        return self._requests[0].read_timeout

    async def initialize(self) -> None:
        for request in self._requests:
            await request.initialize()

    async def shutdown(self) -> None:
        for request in self._requests:
            await request.shutdown()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401
        # Cancelled halfway, as "typing" is, a call leaves its connection in use for ever (httpcore 1.0.9).
        return await asyncio.shield(self._do_request(*args, **kwargs))

    async def _do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401
        request = await self._free.get()
        try:
            return await request.do_request(*args, **kwargs)
        finally:
            self._free.put_nowait(request)


class PollRequest(HTTPXRequest):
    """For getUpdates alone: as JSON, which the journal keeps, and says when Telegram has answered."""

    def __init__(self, api_url: str | None, on_poll: Callable[[], None] | None) -> None:
        super().__init__(connection_pool_size=1, connect_timeout=10, read_timeout=10, httpx_kwargs=_proxies(api_url))
        self._on_poll = on_poll
        self._complained: type[TelegramError] | None = None

    async def fetch(self, base_url: str, offset: int, long_poll: dt.timedelta) -> list[Json]:
        """The updates from `offset` on, which confirms all before it; waits for one as long as the poll is long."""
        seconds = int(long_poll.total_seconds())
        query = urlencode({"offset": offset, "timeout": seconds, "allowed_updates": json.dumps(HANDLED)})
        updates = await self.post(f"{base_url}/getUpdates?{query}", read_timeout=seconds + READ_SECONDS)
        self.alive()
        if not isinstance(updates, list):
            raise TelegramError("getUpdates gave no list")
        return updates

    def alive(self) -> None:
        """Telegram has answered."""
        self._complained = None
        if self._on_poll:
            self._on_poll()

    def complain(self, error: TelegramError) -> None:
        """Log why polling fails: one line for each kind of trouble, not one for each attempt."""
        if self._complained is type(error):
            return
        self._complained = type(error)
        if isinstance(error, Conflict):
            logger.error(
                "Another program polls with this token; only one can. Stop it, "
                "or make a new token with /revoke at @BotFather. Trying on."
            )
        else:
            logger.warning("Polling failed, trying on: %s", error.message)


def _proxies(api_url: str | None) -> dict[str, Any]:
    """A server on this machine is not asked through the environment's proxy."""
    return {"trust_env": urlsplit(api_url or "").hostname not in _LOOPBACK}
