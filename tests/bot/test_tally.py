"""Do the service and the log tell what happens, in numbers?"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from bot.errors import TalksError
from bot.querylog.log import QueryLog
from bot.querylog.pseudonyms import Pseudonyms
from bot.service import Asker, TalksService
from bot.tally import Tally
from corpus.models import Corpus
from retrieval.answer import Answer

CORPUS = Corpus((), (), fingerprint="0f1e")


class Told(Tally):
    """Keeps what it is told of questions."""

    def __init__(self) -> None:
        self.answers: list[tuple[str, float]] = []
        self.rows = 0
        self.missing = 0

    def answered(self, outcome: str, seconds: float) -> None:
        self.answers.append((outcome, seconds))

    def batched(self, rows: int) -> None:
        self.rows += rows

    def not_logged(self) -> None:
        self.missing += 1


class Full:
    """A log that takes no row."""

    async def record(self, *_: object) -> None:
        raise TalksError("The query log cannot grow: the disk is full.")

    def deliver(self, *_: object) -> None:
        pass

    async def vote(self, *_: object, **__: object) -> None:
        raise TalksError("The query log cannot grow: the disk is full.")


def answer(question: str, *_: object) -> Answer:
    return Answer(question, "about" if "you" in question else "no_answer")


def asker(number: int) -> Asker:
    return Asker(f"simulator:{number}", "simulator", "ask", 7, 7)


async def test_each_question_and_its_row_are_told(tmp_path: Path) -> None:
    told = Told()
    async with await QueryLog.open(tmp_path / "log.sqlite3", Pseudonyms(b"a key for tests"), tally=told) as log:
        service = TalksService(CORPUS, answer, log, told)
        await asyncio.gather(*(service.ask(question, asker(n)) for n, question in enumerate(("When?", "Are you?"))))
        service.close()
    assert sorted(outcome for outcome, _ in told.answers) == ["about", "no_answer"]
    assert all(seconds > 0 for _, seconds in told.answers)
    assert (told.rows, told.missing) == (2, 0)


async def test_a_question_that_is_not_logged_is_told(caplog: pytest.LogCaptureFixture) -> None:
    told = Told()
    service = TalksService(CORPUS, answer, Full(), told)
    await service.ask("When?", asker(1))
    service.close()
    assert (len(told.answers), told.missing) == (1, 1)
    assert "not logged" in caplog.text


def test_without_anybody_who_counts_the_last_update_is_kept() -> None:
    tally, before = Tally(), time.time()
    assert Tally().last_update is None
    tally.received("message")
    tally.handled(0.1)
    tally.answered("answered", 0.1)
    tally.retried("sendMessage")
    tally.batched(1)
    tally.not_logged()
    assert tally.last_update is not None
    assert before <= tally.last_update <= time.time()
