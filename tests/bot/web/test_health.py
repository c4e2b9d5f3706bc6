from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot import __version__
from bot.health import STALE_SECONDS, Heartbeat, Vitals
from bot.tally import Tally
from bot.web.app import create_app
from bot.web.health import HealthPages


class Bot:
    """As well as the test wants it."""

    def __init__(self, data: Path) -> None:
        self.tally = Tally()
        self.log_trouble: str | None = None
        self.vitals = Vitals(Heartbeat(data), self.tally, 2, lambda: self.log_trouble)


@pytest.fixture
def bot(tmp_path: Path) -> Bot:
    return Bot(tmp_path)


@pytest.fixture
async def client(bot: Bot) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app(HealthPages(bot.vitals).routes()))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot.example") as client:
        yield client


async def test_before_telegram_has_answered_it_is_alive_but_not_ready(client: httpx.AsyncClient) -> None:
    assert (await client.get("/livez")).status_code == 200
    ready = await client.get("/readyz")
    assert (ready.status_code, ready.text) == (503, "Telegram has not answered yet\n")
    full = await client.get("/healthz")
    assert full.status_code == 503
    assert full.json() == {
        "serving": False,
        "trouble": "Telegram has not answered yet",
        "polled_seconds_ago": None,
        "last_update": None,
        "queue_depth": 0,
        "log_writable": True,
        "articles": 2,
        "version": __version__,
    }


async def test_a_bot_that_serves_says_so(client: httpx.AsyncClient, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    bot.vitals.beat()
    bot.vitals.queue_depth = lambda: 3
    monkeypatch.setattr("time.time", lambda: 1_795_300_008.5)
    bot.tally.received("message")
    ready, full = await client.get("/readyz"), await client.get("/healthz")
    assert (ready.status_code, ready.text, full.status_code) == (200, "serving\n", 200)
    assert ready.headers["cache-control"] == full.headers["cache-control"] == "no-store"
    health = full.json()
    assert (health["serving"], health["trouble"], health["queue_depth"]) == (True, None, 3)
    assert health["last_update"] == "2026-11-21T22:26:48Z"
    assert 0 <= health["polled_seconds_ago"] <= STALE_SECONDS


async def test_a_log_that_cannot_be_written_is_no_readiness(client: httpx.AsyncClient, bot: Bot) -> None:
    bot.vitals.beat()
    bot.log_trouble = "The query log is gone."
    assert (await client.get("/livez")).status_code == 200
    ready, full = await client.get("/readyz"), await client.get("/healthz")
    assert (ready.status_code, ready.text) == (503, "The query log can't be written\n")
    assert (full.status_code, full.json()["log_writable"]) == (503, False)


@pytest.mark.parametrize("path", ["/", "/telegram/x", "/metrics", "/docs"])
async def test_there_is_nothing_else(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404
