"""May this request come in? Loopback only: a web page elsewhere must not reach the simulator through a browser."""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.simulator import limits

_OWN_SITES = {"same-origin", "none"}
"""What a browser says of the chat page's requests, and of an address that its user typed. It says so even where
it leaves Origin out, as for a picture; programs that are no browsers say nothing."""
_LOOPBACK = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?", re.IGNORECASE)


def is_loopback(host: str) -> bool:
    """Whether `host`, with or without a port, is this machine."""
    return _LOOPBACK.fullmatch(host) is not None


class Guard:
    """ASGI middleware: checks where a request comes from, and ends those that are too large."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if reason := _reason_against(Headers(scope=scope)):
            refusal = JSONResponse({"error": reason}, 403, headers={"connection": "close"})
            await refusal(scope, receive, send)
            return
        await self.app(scope, _limited(receive), send)


def _reason_against(headers: Headers) -> str | None:
    origin = headers.get("origin")
    if not is_loopback(headers.get("host", "")) or (origin and not _from_here(origin)):
        return "loopback only"
    if headers.get("sec-fetch-site", "none") not in _OWN_SITES:
        return "another page led here: type the address into the browser instead"
    return None


def _from_here(origin: str) -> bool:
    scheme, _, host = origin.partition("://")
    return scheme in {"http", "https"} and is_loopback(host)


def _limited(receive: Receive) -> Receive:
    size = 0

    async def counting() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > limits.REQUEST_BYTES:
            raise HTTPException(413, "Request Entity Too Large", headers={"connection": "close"})
        return message

    return counting
