"""How is a question asked from asynchronous code? The one border between asyncio and the plain code below."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from bot.errors import TalksError
from corpus.models import Corpus
from retrieval.answer import Answer
from retrieval.followup import Exchange, exchange_of

Via = Literal["telegram", "simulator"]

logger = logging.getLogger(__name__)

THREADS = 2
"""Answering is Python and holds the interpreter: with four, updates a second fell by a tenth."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked, where and how; `uid` names the asking itself, so that a replayed update finds its log row."""

    uid: str
    via: Via
    command: str
    chat_id: int
    user_id: int | None


Answering = Callable[[str, int, Exchange | None], Answer]
"""From a question, how many passages at most, and the exchange before it."""


class Log(Protocol):
    """Where askings are kept. `record` returns once the row is safe on disk."""

    async def record(self, asker: Asker, answer: Answer, at: dt.datetime, corpus: str) -> None: ...


class TalksService:
    """Answers questions in a bounded thread pool; logs them where it was given a log."""

    def __init__(self, corpus: Corpus, answer: Answering, log: Log | None = None) -> None:
        self.corpus = corpus
        self._answer = answer
        self._log = log
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="talks")

    async def ask_all(
        self, questions: Sequence[str], asker: Asker, previous: Exchange | None = None
    ) -> tuple[Answer, ...]:
        """The questions of one message, in order: a later one may lean on an earlier one. Each has its log row."""
        answers: list[Answer] = []
        for number, question in enumerate(questions, 1):
            own = asker if number == 1 else replace(asker, uid=f"{asker.uid}/{number}")
            answers.append(await self.ask(question, own, previous=previous))
            previous = exchange_of(answers[-1]) or previous
        return tuple(answers)

    async def ask(
        self, question: str, asker: Asker | None = None, passages: int = 3, previous: Exchange | None = None
    ) -> Answer:
        """The answer, already logged when it comes back. A log that fails doesn't cost the reader the answer."""
        at = dt.datetime.now(dt.UTC)
        started = time.perf_counter()
        loop = asyncio.get_running_loop()
        answer = await loop.run_in_executor(self._pool, self._answer, question, passages, previous)
        answer = replace(answer, latency_ms=(time.perf_counter() - started) * 1000)
        if self._log and asker:
            try:
                await self._log.record(asker, answer, at, self.corpus.fingerprint)
            except TalksError as error:
                logger.error("A question was answered, but not logged: %s", error)  # noqa: TRY400 - it explains itself
        return answer

    def close(self) -> None:
        self._pool.shutdown()
