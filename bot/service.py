"""How is a question asked from asynchronous code? The one border between asyncio and the plain code below."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from corpus.models import Corpus
from retrieval.answer import Answer

Via = Literal["telegram", "simulator"]

THREADS = 4


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked, where and how; `uid` names the asking itself, so that a replayed update finds its log row."""

    uid: str
    via: Via
    command: str
    chat_id: int
    user_id: int | None


class Log(Protocol):
    """Where askings are kept. `record` returns once the row is safe on disk."""

    async def record(self, asker: Asker, answer: Answer, at: dt.datetime, corpus: str) -> None: ...


class TalksService:
    """Answers questions in a bounded thread pool; logs them where it was given a log."""

    def __init__(self, corpus: Corpus, answer: Callable[[str, int], Answer], log: Log | None = None) -> None:
        self.corpus = corpus
        self._answer = answer
        self._log = log
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="talks")

    async def ask(self, question: str, asker: Asker | None = None, passages: int = 3) -> Answer:
        """The answer, already logged when it comes back."""
        at = dt.datetime.now(dt.UTC)
        started = time.perf_counter()
        loop = asyncio.get_running_loop()
        answer = await loop.run_in_executor(self._pool, self._answer, question, passages)
        answer = replace(answer, latency_ms=(time.perf_counter() - started) * 1000)
        if self._log and asker:
            await self._log.record(asker, answer, at, self.corpus.fingerprint)
        return answer

    def close(self) -> None:
        self._pool.shutdown()
