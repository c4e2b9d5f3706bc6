"""May this request come in, and what may a browser do with the answer?

The log holds what people asked. A page elsewhere must not reach it through the operator's browser.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 64 * 1024
"""Bytes of a request: a form of a few lines is all that is sent."""

HEADERS = {
    "content-security-policy": "; ".join(
        (
            *("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"),
            "img-src 'self' data:",  # pico's arrows and ticks
            *("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"),
        )
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
_OWN_SITES = {"same-origin", "none"}
"""What a browser says of our own pages' requests, and of an address that its user typed."""
_SAFE = {"GET", "HEAD"}
_LOOPBACK = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?", re.IGNORECASE)


def is_loopback(host: str) -> bool:
    """Whether `host`, with or without a port, is this machine."""
    return _LOOPBACK.fullmatch(host) is not None


class Guard:
    """ASGI middleware.

    Beyond loopback any name is taken: there the token's cookie, which a browser sends to that name alone, keeps out
    whoever gives the address another one.
    """

    def __init__(self, app: ASGIApp, *, loopback: bool) -> None:
        self.app = app
        self._loopback = loopback

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        if reason := self._reason_against(scope):
            refusal = PlainTextResponse(f"{reason}\n", 403, headers={"connection": "close"})
            await refusal(scope, receive, sending)
            return
        await self.app(scope, _limited(receive), sending)

    def _reason_against(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if self._loopback and not is_loopback(host):
            return "This page is for this machine only: open it as localhost or 127.0.0.1."
        if not _is_from(host, headers.get("origin"), needed=scope["method"] not in _SAFE):
            return "Another page sent this: nothing was done."
        if scope["path"] != "/login" and headers.get("sec-fetch-site", "none") not in _OWN_SITES:
            return "Another page led here: type the address into the browser instead."
        return None


def _is_from(host: str, origin: str | None, *, needed: bool) -> bool:
    """Whether a request comes from a page of ours. A browser that sends a form always says where from."""
    if origin is None:
        return not needed
    try:
        return urlsplit(origin).netloc.lower() == host.lower()
    except ValueError:
        return False


def _limited(receive: Receive) -> Receive:
    size = 0

    async def counting() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST:
            raise HTTPException(413, "That is more than a form of this page holds.", {"connection": "close"})
        return message

    return counting
