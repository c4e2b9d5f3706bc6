"""Is this request an update from Telegram? If it is, it is kept before Telegram hears that it was taken."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.errors import TalksError

Json = dict[str, Any]
Accept = Callable[[Json], Awaitable[None]]
"""Returns once the update is safe; TalksError where it can't be kept, of which the operator has been told."""

PREFIX = "/telegram/"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
MOST_BYTES = 1 << 20
"""An update of the longest message that replies to another such, with all entities and buttons, has a fifth of it."""
READ_SECONDS = 10
AGAIN_SECONDS = "5"
"""How soon Telegram may try again; it honours Retry-After."""


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """What only Telegram and the bot know: the webhook's path and the secret in each request."""

    path: str
    secret: str

    @classmethod
    def of(cls, token: str) -> Keys:
        """From the token, so that nothing has to be stored and a restart misses no delivery; no way leads back."""
        path, secret = (
            hmac.new(token.encode(), f"talks webhook {purpose}".encode(), hashlib.sha256).hexdigest()
            for purpose in ("path", "secret")
        )
        return cls(PREFIX + path, secret)


class Webhook:
    """The endpoint. Whatever can be refused is refused before the body is read."""

    def __init__(self, token: str, base: str) -> None:
        """`base` is the public address that a proxy leads here."""
        self.keys = Keys.of(token)
        self.url = base + self.keys.path
        self._accept: Accept | None = None

    @contextmanager
    def open(self, accept: Accept) -> Iterator[None]:
        """Take updates for as long as the block lasts; before and after, Telegram is asked to come again."""
        self._accept = accept
        try:
            yield
        finally:
            self._accept = None

    async def take(self, request: Request) -> Response:
        _require(_same(PREFIX + request.path_params["key"], self.keys.path), 404)
        _require(_same(request.headers.get(SECRET_HEADER, ""), self.keys.secret), 403)
        _require(request.headers.get("content-type", "").partition(";")[0].strip() == "application/json", 415)
        _require(_declared_bytes(request) <= MOST_BYTES, 413)
        if self._accept is None:
            return _later()
        update = _read(await _body(request))
        try:
            await self._accept(update)
        except TalksError:
            return _later()
        return Response()


def _require(condition: bool, status: int) -> None:  # noqa: FBT001 - reads as a sentence
    if not condition:
        # What is left of a refused request is not read, so its connection is of no more use.
        raise HTTPException(status, headers={"connection": "close"})


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode(), known.encode())


def _declared_bytes(request: Request) -> int:
    length = request.headers.get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 16 else MOST_BYTES + 1


async def _body(request: Request) -> bytes:
    """What was declared may be less than what comes, and it may come slowly."""
    body = bytearray()
    try:
        async with asyncio.timeout(READ_SECONDS):
            async for chunk in request.stream():
                body += chunk
                _require(len(body) <= MOST_BYTES, 413)
    except (TimeoutError, ClientDisconnect):
        _require(False, 408)  # noqa: FBT003
    return bytes(body)


def _read(body: bytes) -> Json:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        update = None
    _require(isinstance(update, dict) and type(update.get("update_id")) is int, 400)
    found: Json = update
    return found


def _later() -> Response:
    return Response(status_code=503, headers={"retry-after": AGAIN_SECONDS})
