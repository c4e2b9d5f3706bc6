"""The Telegram application on a Bot API that only records."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest
from telegram import Update

from bot.service import Asker, TalksService
from bot.telegram import app
from bot.telegram.context import TalksApplication
from retrieval.answer import Answer
from retrieval.followup import Exchange
from tests.bot.telegram.fakes import TOKEN, FakeRequest, Json
from tests.bot.telegram.samples import LED, SEEDS, answered, hit

Feed = Callable[..., Awaitable[None]]


class Questions:
    """Answers questions with `reply`, and keeps them with those who asked."""

    def __init__(self) -> None:
        self.reply: Callable[[str], Answer] = lambda _: answered(hit(LED), terms=("lead", "russia", "side"))
        self.asked: list[str] = []
        self.previous: list[str | None] = []
        """For each question asked, the one that it may lean on."""
        self.askers: list[Asker] = []

    def answer(self, question: str, _passages: int, previous: Exchange | None) -> Answer:
        self.asked.append(question)
        self.previous.append(previous.question if previous else None)
        return replace(self.reply(question), question=question)

    async def record(self, asker: Asker, *_: object, **__: object) -> None:
        self.askers.append(asker)


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def server() -> FakeRequest:
    return FakeRequest()


@pytest.fixture
def questions() -> Questions:
    return Questions()


@pytest.fixture
async def application(
    server: FakeRequest, questions: Questions, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[TalksApplication]:
    monkeypatch.setattr(app, "send_request", lambda _: server)
    service = TalksService(SEEDS, questions.answer, questions)
    application = app.build(service, TOKEN, "simulator")
    async with application:
        server.calls.clear()
        yield application
    service.close()


@pytest.fixture
def feed(application: TalksApplication) -> Feed:
    async def feed(*updates: Json) -> None:
        for update in updates:
            await application.process_update(Update.de_json(update, application.bot))

    return feed
