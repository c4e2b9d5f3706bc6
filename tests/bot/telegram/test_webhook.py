"""Does the bot serve by webhook as it does by polling, and notice when deliveries don't get through?"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from telegram.error import InvalidToken

from bot.errors import SettingsError
from bot.journal.journal import Journal
from bot.service import TalksService
from bot.simulator.server import RunningSimulator, bind
from bot.simulator.server import running as simulating
from bot.telegram import app, polling, rate, webhook
from bot.telegram.context import TalksApplication
from bot.telegram.webhook import Hook
from bot.web.app import create_app
from bot.web.server import running
from bot.web.webhook import Webhook
from tests.bot.telegram.fakes import TOKEN, FakeRequest, Json
from tests.bot.telegram.samples import LED, SEEDS
from tests.bot.telegram.test_polling import Reader, answer, logged

NOBODYS = "no:token"


@pytest.fixture(autouse=True)
def _fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "WAITS", (0, 0))
    for module in (polling, webhook):
        monkeypatch.setattr(module, "RECONNECT", 0.01)


class Setting:
    """A bot under way behind its webhook."""

    def __init__(self, http: httpx.AsyncClient, application: TalksApplication) -> None:
        self.application = application
        self.http = http
        self.answers = 0
        """How often Telegram has answered."""
        self.serving: asyncio.Task[None]

    def count(self) -> None:
        self.answers += 1

    def reader(self, chat: int = 7) -> Reader:
        return Reader(self.http, chat)

    async def ask_api(self, method: str, **parameters: str) -> Any:
        response = await self.http.post(f"/bot{TOKEN}/{method}", data=parameters)
        return response.raise_for_status().json()["result"]


@asynccontextmanager
async def serving(url: str, journal: Journal, base: str | None = None, token: str = TOKEN) -> AsyncIterator[Setting]:
    """At `base`, or where it really listens."""
    service, stop = TalksService(SEEDS, answer), asyncio.Event()
    application = app.build(service, token, "simulator", journal, api_url=url)
    held = bind(0, "127.0.0.1")
    port = held.getsockname()[1]
    held.close()
    hooked = Webhook(token, base or f"http://127.0.0.1:{port}")
    async with (
        running(create_app([], hooked), "127.0.0.1", port),
        httpx.AsyncClient(base_url=url, trust_env=False, timeout=20) as http,
    ):
        setting = Setting(http, application)
        hook = Hook(hooked, application.bot_data.intake.accept, setting.count)
        setting.serving = asyncio.create_task(hook.serve(application, stop))
        try:
            yield setting
        finally:
            stop.set()
            await asyncio.wait((setting.serving,))
            service.close()


@pytest.fixture
async def simulator() -> AsyncIterator[RunningSimulator]:
    async with simulating(port=0, pace=None) as simulator:
        yield simulator


async def test_a_reader_is_answered_and_nothing_is_rejected(simulator: RunningSimulator, journal: Journal) -> None:
    async with serving(simulator.url, journal) as setting:
        reader = setting.reader()
        for text in ("/start", "Who leads the Russian side?", "Macron"):
            await reader.write(text)
        replies = await reader.replies(3)
        assert replies[1].startswith(LED)
        stats = (await setting.http.get("/stats")).json()
    assert setting.serving.exception() is None
    assert setting.answers == 1
    assert stats["rejected"] == []
    assert stats["updates_confirmed"] == 3
    assert "getUpdates" not in stats["calls"]


async def test_the_questions_of_a_chat_are_answered_in_order(simulator: RunningSimulator, journal: Journal) -> None:
    async with serving(simulator.url, journal) as setting:
        readers = [setting.reader(chat) for chat in range(1, 4)]
        for number in range(4):
            for reader in readers:
                await reader.write(f"name{number}")
        for reader in readers:
            replies = await reader.replies(4)
            assert [f"name{number}" in reply for number, reply in enumerate(replies)] == [True] * 4


async def test_what_comes_while_it_is_away_is_delivered_later(simulator: RunningSimulator, journal: Journal) -> None:
    async with serving(simulator.url, journal) as setting:
        reader = setting.reader()
        await reader.write("name0")
        await reader.replies(1)
    async with httpx.AsyncClient(base_url=simulator.url, trust_env=False, timeout=20) as http:
        await Reader(http, 7).write("name1")
    async with serving(simulator.url, journal) as setting:
        assert "name1" in (await setting.reader().replies(2))[1]


async def test_back_to_polling_what_came_meanwhile_is_fetched(simulator: RunningSimulator, journal: Journal) -> None:
    async with serving(simulator.url, journal) as setting:
        await setting.reader().write("name0")
        await setting.reader().replies(1)
    async with httpx.AsyncClient(base_url=simulator.url, trust_env=False, timeout=20) as http:
        reader, stop = Reader(http, 7), asyncio.Event()
        await reader.write("name1")
        service = TalksService(SEEDS, answer)
        application = app.build(service, TOKEN, "simulator", journal, api_url=simulator.url)
        polled = asyncio.create_task(polling.poll(application, stop, dt.timedelta(seconds=5)))
        assert "name1" in (await reader.replies(2))[1]
        stop.set()
        await polled
        service.close()


async def test_it_waits_for_a_network_that_goes_away(
    simulator: RunningSimulator, journal: Journal, caplog: pytest.LogCaptureFixture
) -> None:
    async with httpx.AsyncClient(base_url=simulator.url, trust_env=False) as http:
        await http.post("/faults", json={"method": "setWebhook", "share": 1, "kind": "502"})
        async with serving(simulator.url, journal) as setting:
            await logged("Telegram cannot be reached, trying on: Bad Gateway", caplog)
            assert setting.answers == 0
            await http.delete("/faults")
            await setting.reader().write("Who leads?")
            assert len(await setting.reader().replies(1)) == 1
    assert caplog.text.count("cannot be reached") == 1


async def test_an_address_that_telegram_does_not_take_is_a_wrong_setting(
    simulator: RunningSimulator, journal: Journal
) -> None:
    async with serving(simulator.url, journal, "https://bot.example") as setting:
        with pytest.raises(SettingsError) as refusal:
            await setting.serving
    assert str(refusal.value) == (
        "Telegram does not take the address in TALKS_WEBHOOK_URL: "
        "Bad webhook: the simulator delivers to loopback addresses only"
    )


async def test_a_refused_token_ends_it_and_is_not_shown(simulator: RunningSimulator, journal: Journal) -> None:
    async with serving(simulator.url, journal, token=NOBODYS) as setting:
        with pytest.raises(InvalidToken) as refusal:
            await setting.serving
    assert NOBODYS not in str(refusal.value)


async def test_a_token_withdrawn_later_ends_it_too(
    simulator: RunningSimulator, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "ASKED_EVERY", 0.01)
    async with serving(simulator.url, journal) as setting:
        await setting.reader().write("Who leads?")
        await setting.reader().replies(1)
        setting.application.bot._base_url = f"{simulator.url}/bot{NOBODYS}"
        with pytest.raises(InvalidToken) as refusal:
            await setting.serving
    assert NOBODYS not in str(refusal.value)


async def test_a_webhook_that_another_program_took_is_set_again(
    simulator: RunningSimulator, journal: Journal, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(webhook, "ASKED_EVERY", 0.01)
    async with serving(simulator.url, journal) as setting:
        await setting.reader().write("name0")
        await setting.reader().replies(1)
        await setting.ask_api("deleteWebhook")
        await setting.reader().write("name1")
        assert "name1" in (await setting.reader().replies(2))[1]
    assert setting.answers > 1
    assert "Another program changed the webhook of this token; only one can have it." in caplog.text


async def test_telegram_is_told_all_that_it_has_to_know(server: FakeRequest, application: TalksApplication) -> None:
    hooked = Webhook(TOKEN, "https://bot.example")
    server.replies["getWebhookInfo"] = [info(hooked)]
    await hook(hooked)._set(application.bot)
    [call] = server.sent("setWebhook")
    assert call["url"] == hooked.url
    assert call["secret_token"] == hooked.keys.secret
    assert call["max_connections"] == 40
    assert "message" in call["allowed_updates"]
    assert not call.get("drop_pending_updates")


async def test_deliveries_that_fail_are_a_line_for_each_new_trouble(
    server: FakeRequest, application: TalksApplication, caplog: pytest.LogCaptureFixture
) -> None:
    hooked = Webhook(TOKEN, "https://bot.example")
    hooking = hook(hooked)
    failures: list[tuple[int, str]] = [
        *((1, "Connection refused"), (1, "Connection refused")),  # before the start: no news
        *((2, "Bad Gateway"), (3, "Bad Gateway"), (4, "Connection timed out")),
        *((4, "Connection timed out"), (5, "Connection timed out")),  # it went well in between
    ]
    server.replies["getWebhookInfo"] = [info(hooked, *failure) for failure in failures]
    await hooking._set(application.bot)
    for _ in failures[1:]:
        await hooking._check(application.bot)
    said = [
        record.getMessage().removeprefix("Telegram could not deliver to the webhook: ") for record in caplog.records
    ]
    assert said == ["Bad Gateway", "Connection timed out", "Connection timed out"]


def hook(hooked: Webhook) -> Hook:
    async def accept(_: Json) -> None:
        pass

    return Hook(hooked, accept, lambda: None)


def info(hooked: Webhook, failed_at: int | None = None, message: str | None = None) -> tuple[int, Json]:
    result: Json = {"url": hooked.url, "has_custom_certificate": False, "pending_update_count": 0}
    if failed_at:
        result |= {"last_error_date": failed_at, "last_error_message": message}
    return 200, {"ok": True, "result": result}
