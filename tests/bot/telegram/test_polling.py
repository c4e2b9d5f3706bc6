from __future__ import annotations

import asyncio
import datetime as dt
import logging
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram.error import InvalidToken

from bot.i18n import shipped
from bot.journal.journal import Journal
from bot.service import Answering, TalksService
from bot.simulator.server import bind, running
from bot.telegram import app, polling, rate
from bot.telegram.context import TalksApplication
from retrieval.answer import Answer
from tests.bot.telegram.fakes import TOKEN, update
from tests.bot.telegram.samples import LED, SEEDS, answered, hit, refused

NOBODYS = "no:token"
BOT_ID = int(TOKEN.partition(":")[0])
READER = {"id": 7, "first_name": "Reader"}


class Reader:
    """Someone who writes to the bot through the simulator's user side."""

    def __init__(self, client: httpx.AsyncClient, chat: int) -> None:
        self._client = client
        self._chat = chat

    async def write(self, text: str) -> None:
        order = {"chat": self._chat, "user": READER, "text": text}
        (await self._client.post("/user/send", json=order)).raise_for_status()

    async def replies(self, count: int) -> list[str]:
        """The bot's first `count` messages."""
        after, found = 0, list[str]()
        while len(found) < count:
            query = {"chat": self._chat, "after": after, "wait": 10}
            news = (await self._client.get("/user/messages", params=query)).json()
            assert news["messages"], f"only {found} came"
            found += [message["text"] for message in news["messages"] if message["from"]["is_bot"]]
            after = news["last"]
        return found


class Setting:
    """The bot under way on a simulator."""

    def __init__(self, client: httpx.AsyncClient, application: TalksApplication, stop: asyncio.Event) -> None:
        self.client = client
        self.application = application
        self.stop = stop
        self.polling: asyncio.Task[None]

    def reader(self, chat: int = 7) -> Reader:
        return Reader(self.client, chat)

    async def stats(self) -> dict[str, Any]:
        stats: dict[str, Any] = (await self.client.get("/stats")).json()
        return stats


@pytest.fixture(autouse=True)
def _fast(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(rate, "WAITS", (0, 0))
    monkeypatch.setattr(polling, "RECONNECT", 0.01)
    caplog.set_level(logging.INFO, "bot")


def answer(question: str, *_: object) -> Answer:
    return answered(hit(LED)) if "lead" in question else refused(unknown=[question])


async def logged(text: str, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(1000):
        if text in caplog.text:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"never logged: {text}")


@asynccontextmanager
async def serving(
    url: str,
    journal: Journal,
    answer: Answering = answer,
    token: str = TOKEN,
    on_poll: Callable[[], None] | None = None,
) -> AsyncIterator[Setting]:
    service, stop = TalksService(SEEDS, answer), asyncio.Event()
    application = app.build(service, token, "simulator", journal, api_url=url, on_poll=on_poll)
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=20) as client:
        setting = Setting(client, application, stop)
        setting.polling = asyncio.create_task(polling.poll(application, stop, dt.timedelta(seconds=5)))
        try:
            yield setting
        finally:
            stop.set()
            await asyncio.wait((setting.polling,))
            service.close()


async def test_a_reader_is_answered_and_nothing_is_rejected(journal: Journal) -> None:
    async with running(port=0, pace=None) as simulator, serving(simulator.url, journal) as setting:
        reader = setting.reader()
        for text in ("/start", "/help", "/sources", "Who leads the Russian side?", "Macron", "/ask"):
            await reader.write(text)
        replies = await reader.replies(6)
        assert replies[3] == f"{LED}\n[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022"
        assert replies[5] == "Ask like this: /ask Who leads the Russian side?"
        for _ in range(200):  # the menus are set beside that
            stats = await setting.stats()
            if stats["calls"].get("setMyCommands") == 2 * len(shipped()):
                break
            await asyncio.sleep(0.05)
        else:
            pytest.fail("the menus are not all set")
        assert stats["rejected"] == []
    assert setting.polling.exception() is None


async def test_the_questions_of_a_chat_are_answered_in_order(journal: Journal) -> None:
    async with running(port=0, pace=None) as simulator, serving(simulator.url, journal) as setting:
        readers = [setting.reader(chat) for chat in range(1, 6)]
        for number in range(4):
            for reader in readers:
                await reader.write(f"name{number}")
        for reader in readers:
            replies = await reader.replies(4)
            assert [f"name{number}" in reply for number, reply in enumerate(replies)] == [True] * 4


async def test_what_was_fetched_is_answered_before_the_end(journal: Journal) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def slow(*_: object) -> Answer:
        asked.set()
        go_on.wait(10)
        return answered(hit(LED))

    async with running(port=0) as simulator:
        async with serving(simulator.url, journal, slow) as setting:
            await setting.reader().write("Who?")
            await asyncio.to_thread(asked.wait, 10)
            setting.stop.set()
            await asyncio.sleep(0)
            go_on.set()
        async with httpx.AsyncClient(base_url=simulator.url, trust_env=False) as client:
            assert (await Reader(client, 7).replies(1))[0].startswith(LED)
            stats = (await client.get("/stats")).json()
    assert stats["updates_sent"] == stats["updates_confirmed"] == 1


async def test_each_poll_is_a_sign_of_life(journal: Journal) -> None:
    polled = asyncio.Event()
    async with running(port=0) as simulator, serving(simulator.url, journal, on_poll=polled.set) as setting:
        await setting.reader().write("Who leads?")
        await asyncio.wait_for(polled.wait(), 10)


async def test_cancelling_ends_it_in_order_too(journal: Journal) -> None:
    async with running(port=0) as simulator, serving(simulator.url, journal) as setting:
        await setting.reader().write("Who leads?")
        await setting.reader().replies(1)
        setting.polling.cancel()
        await asyncio.wait((setting.polling,))
        assert setting.polling.cancelled()
        assert not setting.application.running


async def test_the_bot_waits_for_a_network_that_is_not_there_yet(
    journal: Journal, caplog: pytest.LogCaptureFixture
) -> None:
    held = bind(0, "127.0.0.1")
    port = held.getsockname()[1]
    held.close()
    async with serving(f"http://127.0.0.1:{port}", journal) as setting:
        await logged("Telegram cannot be reached, trying on", caplog)
        async with running(port) as simulator:
            assert simulator.port == port
            reader = setting.reader()
            await reader.write("Who leads?")
            assert len(await reader.replies(1)) == 1
            setting.stop.set()
            await setting.polling


async def test_it_can_be_stopped_before_it_ever_started(journal: Journal, caplog: pytest.LogCaptureFixture) -> None:
    async with serving("http://127.0.0.1:9", journal) as setting:
        await logged("Telegram cannot be reached, trying on", caplog)
        setting.stop.set()
        await setting.polling


async def test_a_refused_token_ends_it_and_is_not_shown(journal: Journal) -> None:
    async with running(port=0) as simulator, serving(simulator.url, journal, token=NOBODYS) as setting:
        with pytest.raises(InvalidToken) as refusal:
            await setting.polling
        assert NOBODYS not in str(refusal.value)


async def test_a_token_withdrawn_later_ends_it_too(journal: Journal) -> None:
    async with running(port=0) as simulator, serving(simulator.url, journal) as setting:
        reader = setting.reader()
        await reader.write("Who leads?")
        await reader.replies(1)
        setting.application.bot._base_url = f"{simulator.url}/botno:token"
        await reader.write("Who leads?")
        with pytest.raises(InvalidToken):
            await setting.polling
        assert not setting.application.running


@pytest.mark.parametrize("method", ["setMyCommands", "setMyDescription"])
async def test_menus_that_cannot_be_set_stop_nothing(
    journal: Journal, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(port=0) as simulator:
        async with httpx.AsyncClient(base_url=simulator.url, trust_env=False) as client:
            await client.post("/faults", json={"method": method, "share": 1, "kind": "502"})
        async with serving(simulator.url, journal) as setting:
            reader = setting.reader()
            await reader.write("Who leads?")
            assert len(await reader.replies(1)) == 1
    assert "Commands and descriptions could not be set" in caplog.text


async def test_replies_survive_a_bad_network(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "WAITS", (0,) * 9)
    async with running(port=0, pace=None) as simulator, serving(simulator.url, journal) as setting:
        reader = setting.reader()
        await reader.write("Who leads?")
        await reader.replies(1)
        for kind in ("502", "reset"):
            fault = {"method": "sendMessage", "share": 0.3, "kind": kind, "seed": 1}
            (await setting.client.post("/faults", json=fault)).raise_for_status()
        for number in range(6):
            await reader.write(f"name{number}")
        replies = await reader.replies(7)
    assert all(any(f"name{number}" in reply for reply in replies) for number in range(6))


async def test_two_bots_on_one_token_are_told_apart(journal: Journal, caplog: pytest.LogCaptureFixture) -> None:
    async with running(port=0) as simulator, serving(simulator.url, journal), serving(simulator.url, journal):
        await logged("Another program polls with this token", caplog)
    assert "Traceback" not in caplog.text


async def test_what_cannot_be_journalled_is_not_confirmed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "WAITS", (0.01,))
    path = tmp_path / "held.sqlite3"
    async with running(port=0) as simulator, await Journal.open(path, BOT_ID, busy_seconds=0) as journal:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            async with serving(simulator.url, journal) as setting:
                await logged("Polling as", caplog)
                other.execute("BEGIN EXCLUSIVE")
                await setting.reader().write("Who leads?")
                await logged("No update is taken in until the journal can be written", caplog)
                assert (await setting.stats())["updates_confirmed"] == 0
                other.execute("ROLLBACK")
                assert len(await setting.reader().replies(1)) == 1
        assert simulator.state.stats()["updates_confirmed"] == 1


async def test_what_an_earlier_run_left_is_answered_before_anything_new(journal: Journal) -> None:
    asked: list[str] = []

    def remember(question: str, *_: object) -> Answer:
        asked.append(question)
        return answered(hit(LED))

    async with running(port=0, pace=None) as simulator:
        async with serving(simulator.url, journal) as setting:
            await setting.reader().write("Who leads?")
            await setting.reader().replies(1)
        await journal.add([update("Who led?", number=1)])
        async with serving(simulator.url, journal, remember) as setting:
            await setting.reader().write("Who will lead?")
            await setting.reader().replies(3)
    assert asked == ["Who led?", "Who will lead?"]
    assert journal.depth == 0


async def test_what_takes_too_long_at_the_end_is_left_to_the_next_run(
    journal: Journal, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "GRACE", 0.05)
    async with running(port=0) as simulator:
        async with serving(simulator.url, journal) as setting:
            fault = {"method": "sendMessage", "share": 1, "kind": "429", "seconds": 60}
            (await setting.client.post("/faults", json=fault)).raise_for_status()
            for _ in range(3):
                await setting.reader().write("Who leads?")
            while (await setting.stats())["calls"].get("sendMessage", 0) == 0 or journal.depth < 3:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.01)
        assert setting.polling.exception() is None
        assert "taken up at the next start: 3" in caplog.text
        assert journal.depth == 3
        simulator.state.faults.clear()
        async with serving(simulator.url, journal) as setting:
            assert len(await setting.reader().replies(3)) == 3
