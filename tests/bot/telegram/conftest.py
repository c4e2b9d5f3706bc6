"""The Telegram application on a Bot API that only records."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from telegram import Update

from bot.journal.journal import Journal
from bot.querylog.errors import LogError
from bot.service import Asker, TalksService
from bot.telegram import app
from bot.telegram.context import TalksApplication
from corpus.models import Corpus
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
        self.recorded: list[Answer] = []
        """What the log was given of each of them."""
        self.delivered: list[str] = []
        """The uids of those whose answers were sent."""
        self.votes: list[tuple[str, int, bool, str | None]] = []
        self.full = False
        """Whether no vote can be noted."""

    def answer(self, question: str, _passages: int, previous: Exchange | None) -> Answer:
        self.asked.append(question)
        self.previous.append(previous.question if previous else None)
        return replace(self.reply(question), question=question)

    async def record(self, asker: Asker, answer: Answer, *_: object, **__: object) -> None:
        self.askers.append(asker)
        self.recorded.append(answer)

    def deliver(self, uids: Sequence[str], _: object) -> None:
        self.delivered += uids

    async def vote(self, uid: str, user: int, *, up: bool, reason: str | None = None, **_: object) -> None:
        if self.full:
            raise LogError("The disk is full.")
        self.votes.append((uid, user, up, reason))


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
def corpus() -> Corpus:
    return SEEDS


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[Journal]:
    async with await Journal.open(tmp_path / "journal.sqlite3", int(TOKEN.partition(":")[0])) as journal:
        yield journal


@pytest.fixture
async def application(
    server: FakeRequest, questions: Questions, corpus: Corpus, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[TalksApplication]:
    monkeypatch.setattr(app, "send_request", lambda _: server)
    service = TalksService(corpus, questions.answer, questions)
    application = app.build(service, TOKEN, "simulator", journal)
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
