"""What does the bot tell a probe? Is it alive, is it serving, and how is it in numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot import __version__
from bot.health import Health, Vitals

_FRESH = {"cache-control": "no-store"}


class HealthPages:
    def __init__(self, vitals: Vitals) -> None:
        self._vitals = vitals

    def routes(self) -> Sequence[Route]:
        return (
            Route("/livez", self._alive),
            Route("/readyz", self._ready),
            Route("/healthz", self._in_full),
        )

    async def _alive(self, _request: Request) -> Response:
        """Whoever answers is alive; restarting it would not bring Telegram or the disk back."""
        return PlainTextResponse("alive\n", headers=_FRESH)

    async def _ready(self, _request: Request) -> Response:
        trouble = (await self._vitals.check()).trouble
        return PlainTextResponse(f"{trouble or 'serving'}\n", _status(trouble), _FRESH)

    async def _in_full(self, _request: Request) -> Response:
        health = await self._vitals.check()
        facts = {"articles": self._vitals.articles, "version": __version__}
        return JSONResponse(_numbers(health) | facts, _status(health.trouble), _FRESH)


def _status(trouble: str | None) -> int:
    return 503 if trouble else 200


def _numbers(health: Health) -> dict[str, object]:
    ago, last = health.polled_ago, health.last_update
    return {
        "serving": health.trouble is None,
        "trouble": health.trouble,
        "polled_seconds_ago": None if ago is None else round(ago, 1),
        "last_update": None if last is None else _timestamp(last),
        "queue_depth": health.queue_depth,
        "log_writable": health.log_writable,
    }


def _timestamp(seconds: float) -> str:
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
