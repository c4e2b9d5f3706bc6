"""The whole bot on the simulator: the real application, service, articles and log; one for each module."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from bot.compose import build_service
from bot.journal.journal import Journal
from bot.querylog.log import QueryLog
from bot.querylog.pseudonyms import Pseudonyms
from bot.querylog.reading import list_rows
from bot.querylog.rows import LogRow
from bot.records import Records
from bot.settings import Settings
from bot.simulator.server import running
from bot.sources import load_corpus
from bot.telegram.app import build
from bot.telegram.polling import poll
from corpus.models import Corpus
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from tests.retrieval.semantic.encoders import Letters, made_meanings

TOKEN = "123456:" + "A" * 35
PATIENCE = 10
BOTH = pytest.mark.parametrize("known", ["words", "meanings"], indirect=True, scope="module")
"""For a module whose bot is to search by words, and another one by meaning, too."""
OPERATOR = 7_000_007
"""No other reader has this id."""

Json = dict[str, Any]


class Chat:
    """One chat, from its readers' side."""

    def __init__(self, http: httpx.AsyncClient, number: int) -> None:
        self.number = number
        self._http = http
        self._seen = 0

    async def try_to_write(self, text: str, reader: str = "Ann", **more: object) -> httpx.Response:
        # Others in another chat: whoever wrote in all of them would write too fast.
        user = {"id": abs(self.number) * 10_000 + sum(map(ord, reader)), "first_name": reader}
        return await self._http.post("/user/send", json={"chat": self.number, "user": user, "text": text, **more})

    async def write(self, text: str, reader: str = "Ann", **more: object) -> int:
        """The number of the message."""
        response = await self.try_to_write(text, reader, **more)
        assert response.status_code == 200, response.text
        number: int = response.json()["message_id"]
        return number

    async def reply(self) -> Json:
        """The bot's next message."""
        while True:
            query = {"chat": self.number, "after": self._seen, "wait": PATIENCE}
            news = (await self._http.get("/user/messages", params=query)).json()
            assert news["messages"], "no reply came"
            for message in news["messages"]:
                self._seen = message["seq"]
                if message["from"]["is_bot"] and "deleted" not in message:
                    reply: Json = message
                    return reply

    async def messages(self) -> list[Json]:
        """All that was said so far."""
        said: list[Json] = (await self._http.get("/user/messages", params={"chat": self.number})).json()["messages"]
        return said

    async def ask(self, text: str, reader: str = "Ann", **more: object) -> str:
        await self.write(text, reader, **more)
        return str((await self.reply())["text"])


class Bot:
    """The running bot, and what surrounds it."""

    def __init__(self, http: httpx.AsyncClient, log_path: Path, is_idle: Callable[[], bool]) -> None:
        self.http = http
        self.log_path = log_path
        self._is_idle = is_idle
        self._numbers = itertools.count(1)

    def chat(self, *, group: bool = False) -> Chat:
        """A chat in which nothing was said yet."""
        number = next(self._numbers)
        return Chat(self.http, -number if group else number)

    def rows(self, limit: int = 0) -> list[LogRow]:
        """The log, newest first."""
        return list(list_rows(self.log_path, limit))

    @asynccontextmanager
    async def waiting_for_call(self, method: str) -> AsyncIterator[None]:
        """The block ends when the bot has called the method."""
        before = (await self.stats())["calls"].get(method, 0)
        yield
        async with asyncio.timeout(PATIENCE):
            while (await self.stats())["calls"].get(method, 0) == before:  # noqa: ASYNC110 - the server tells nobody
                await asyncio.sleep(0.02)

    async def settled(self) -> None:
        """Returns once the bot has handled all that there was."""
        async with asyncio.timeout(PATIENCE):
            while not self._is_idle():  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.002)

    async def stats(self) -> Json:
        stats: Json = (await self.http.get("/stats")).json()
        return stats


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data=tmp_path_factory.mktemp("data"), articles=None, _env_file=None)


@pytest.fixture(scope="module")
def known(request: pytest.FixtureRequest, settings: Settings) -> Answerer | Corpus:
    """What the bot answers from: by words alone, unless a module asks for both kinds."""
    corpus = load_corpus(settings)
    if getattr(request, "param", "words") == "words":
        return corpus
    return Answerer(corpus, BM25Retriever(corpus), meanings=made_meanings(corpus, Letters()))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(settings: Settings, known: Answerer | Corpus) -> AsyncIterator[Bot]:
    stop, pseudonyms = asyncio.Event(), Pseudonyms(b"a key for tests")
    async with (
        running(0, pace=None) as simulator,
        await QueryLog.open(settings.log_path, pseudonyms) as log,
        await Journal.open(settings.data / "journal.sqlite3", 123456) as journal,
        httpx.AsyncClient(base_url=simulator.url, trust_env=False, timeout=2 * PATIENCE) as http,
    ):
        service = build_service(known, log, records=Records(log, pseudonyms, settings))
        application = build(service, TOKEN, "simulator", journal, simulator.url, operators=[OPERATOR])
        polling = asyncio.create_task(poll(application, stop, dt.timedelta(seconds=5)))
        try:
            heard = simulator.state.bots  # empty until the bot has said who it is
            yield Bot(
                http,
                settings.log_path,
                lambda: bool(heard) and not journal.depth and not any(one.updates for one in heard.values()),
            )
        finally:
            stop.set()
            await polling
            service.close()
