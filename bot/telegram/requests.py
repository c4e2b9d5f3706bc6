"""How does the bot reach the Bot API, and how does it notice that polling works, or doesn't?"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import httpx
from telegram import Update
from telegram.error import Conflict, TelegramError
from telegram.request import BaseRequest, HTTPXRequest

logger = logging.getLogger(__name__)

CONNECTIONS = 16
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_REFUSED = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND})


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
    """For getUpdates alone: says when one succeeded, and notices when the token no longer holds."""

    def __init__(self, api_url: str | None, on_poll: Callable[[], None] | None) -> None:
        # PTB adds the seconds of the long poll to the read timeout.
        super().__init__(connection_pool_size=1, connect_timeout=10, read_timeout=10, httpx_kwargs=_proxies(api_url))
        self.refused = asyncio.Event()
        """Set once Telegram refuses the token: polling has ended then."""
        self._on_poll = on_poll
        self._complained: type[TelegramError] | None = None

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401
        status, payload = await super().do_request(*args, **kwargs)
        if status == HTTPStatus.OK:
            self.alive()
        elif status in _REFUSED:
            self.refused.set()
        return status, payload

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
            logger.error("Another program polls with this token; only one can. Trying on.")
        else:
            logger.warning("Polling failed, trying on: %s", error.message)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """An update that cannot be read becomes an empty one: confirmed, rather than fetched for ever."""
        answer = HTTPXRequest.parse_json_payload(payload)
        if isinstance(answer.get("result"), list):
            answer["result"] = [_readable(update) for update in answer["result"]]
        return answer


def _readable(update: dict[str, Any]) -> dict[str, Any]:
    try:
        Update.de_json(update, None)
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        logger.warning("Update %s cannot be read and is passed over: %r", update["update_id"], error)
        return {"update_id": update["update_id"]}
    return update


def _proxies(api_url: str | None) -> dict[str, Any]:
    """A server on this machine is not asked through the environment's proxy."""
    return {"trust_env": urlsplit(api_url or "").hostname not in _LOOPBACK}
