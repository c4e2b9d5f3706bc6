"""How is a question asked from asynchronous code? The one border between asyncio and the plain code below."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from bot.errors import TalksError
from bot.tally import Tally
from corpus.aliases import Aliases
from corpus.models import Citation, Corpus, Event
from retrieval.answer import Answer
from retrieval.followup import Exchange
from retrieval.listing import EventList, Listings, QuoteList, as_answer
from retrieval.message import Answered, answer_message
from retrieval.newest import newest_first
from retrieval.opening import Opening, Phrases, find_opening
from retrieval.selection import MAX_PASSAGES

if TYPE_CHECKING:  # who asks from a command line needs no log
    from bot.querylog.forgetting import Forgotten
    from bot.querylog.gaps import Gap
    from bot.querylog.statistics import Statistics
    from bot.records import Own, Records

Via = Literal["telegram", "simulator"]
T = TypeVar("T")
Listed = TypeVar("Listed", QuoteList, EventList)

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

    def numbered(self, question: int) -> Asker:
        """For this question of the message; the first is 1."""
        return self if question == 1 else replace(self, uid=f"{self.uid}/{question}")


Answering = Callable[[str, int, Exchange | None], Answer]
"""From a question, how many passages at most, and the exchange before it."""


class Log(Protocol):
    """Where askings are kept. `record` returns once the row is safe on disk."""

    async def record(self, asker: Asker, answer: Answer, at: dt.datetime, corpus: str) -> None: ...

    def deliver(self, uids: Sequence[str], at: dt.datetime) -> None:
        """These answers were sent."""

    async def vote(self, uid: str, user: int, *, up: bool, at: dt.datetime, reason: str | None = None) -> None:
        """What a reader thinks of the answer to that asking. Returns once it is safe on disk."""


class TalksService:
    """Answers questions in a bounded thread pool; logs them where it was given a log."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that it is made of
        self,
        corpus: Corpus,
        answer: Answering,
        log: Log | None = None,
        tally: Tally | None = None,
        aliases: Aliases | None = None,
        records: Records | None = None,
    ) -> None:
        self.corpus = corpus
        self.by_meaning = False
        """Whether passages are compared by meaning, too, and not by their words alone."""
        self._answer = answer
        self._listings = Listings(corpus, aliases)
        self._openings: dict[str, Opening] = {}
        self._log = log
        self._records = records
        self._tally = tally or Tally()
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="talks")

    async def ask_all(self, text: str, asker: Asker, previous: Exchange | None = None) -> Answered:
        """The questions of one message. Each has its log row."""
        at, since = dt.datetime.now(dt.UTC), time.perf_counter()
        answered = await self.work(partial(answer_message, text, previous, self._ask, since))
        for number, answer in enumerate(answered.answers, 1):
            await self._keep(answer, asker.numbered(number), at)
        return answered

    async def ask(
        self, question: str, asker: Asker | None = None, passages: int = MAX_PASSAGES, previous: Exchange | None = None
    ) -> Answer:
        """The answer, already logged when it comes back. A log that fails doesn't cost the reader the answer."""
        at = dt.datetime.now(dt.UTC)
        answer, seconds = await self._run(partial(self._answer, question, passages, previous))
        return await self._keep(replace(answer, latency_ms=seconds * 1000), asker, at)

    async def quotes(self, typed: str, asker: Asker | None = None) -> QuoteList:
        """The quotes that fit a filter, logged as questions are where there is an asker."""
        return await self._list(self._listings.quotes, typed, asker)

    async def timeline(self, typed: str, asker: Asker | None = None) -> EventList:
        """The events that fit a filter, logged as questions are where there is an asker."""
        return await self._list(self._listings.timeline, typed, asker)

    async def event_at(self, citation: Citation) -> Event | None:
        """The event of which this is the first citation."""

        def find() -> Event | None:
            events = self._listings.events
            return next((event for event in events if event.mentions[0].citation == citation), None)

        return await self.work(find)

    async def newest(self) -> Sequence[int]:
        """The numbers of the articles, the newest first; looked up once, for there may be many."""
        return await self.work(lambda: self._newest)

    async def opening(self, language: str, phrases: Phrases) -> Opening:
        """With what a reader can begin; made once for each language."""
        return await self.work(lambda: self._opening(language, phrases))

    async def work(self, do: Callable[[], T]) -> T:
        """Whatever else takes a while and must not hold up asynchronous code, such as drawing."""
        result, _ = await self._run(do)
        return result

    async def record(self, answer: Answer, asker: Asker) -> None:
        """Log an answer that was given without an asker, once it turns out that somebody took it."""
        await self._record(answer, asker, dt.datetime.now(dt.UTC))

    async def vote(self, uids: Sequence[str], user: int, *, up: bool, reason: str | None = None) -> bool:
        """What a reader thinks of the answers to these askings, once for each reader; whether it was noted."""
        if not self._log:
            return False
        try:
            for uid in uids:
                await self._log.vote(uid, user, up=up, at=dt.datetime.now(dt.UTC), reason=reason)
        except TalksError as error:
            logger.error("A vote was not logged: %s", error)  # noqa: TRY400 - it explains itself
            return False
        return True

    def delivered(self, asker: Asker, questions: int) -> None:
        """The reader was sent the answers to so many questions of one message."""
        if self._log:
            uids = [asker.numbered(number).uid for number in range(1, questions + 1)]
            self._log.deliver(uids, dt.datetime.now(dt.UTC))

    @property
    def records(self) -> Records:
        """What is kept of readers; TalksError where nothing is."""
        if self._records is None:
            raise TalksError("This bot keeps no log.")
        return self._records

    async def own(self, user: int) -> Own:
        """All that is kept of a reader."""
        return await self.work(partial(self.records.own, user))

    async def forget(self, user: int) -> Forgotten:
        """Delete it; TalksError where something of it is left."""
        return await self.records.forget(user)

    async def statistics(self) -> Statistics:
        """For operators, as `gaps` is."""
        return await self.work(self.records.statistics)

    async def gaps(self) -> Sequence[Gap]:
        return await self.work(self.records.gaps)

    def language_of(self, user: int) -> str | None:
        """The one that a reader chose."""
        return self._records.languages.of(user) if self._records else None

    async def choose_language(self, user: int, language: str | None) -> None:
        """None is as Telegram has it. TalksError where it can't be kept."""
        await self.work(partial(self.records.languages.choose, user, language))

    def close(self) -> None:
        self._pool.shutdown()

    async def _list(self, find: Callable[[str], Listed], typed: str, asker: Asker | None) -> Listed:
        at = dt.datetime.now(dt.UTC)
        listed, seconds = await self._run(partial(find, typed))
        if asker:
            await self._keep(replace(as_answer(listed, self.corpus), latency_ms=seconds * 1000), asker, at)
        return listed

    async def _run(self, work: Callable[[], T]) -> tuple[T, float]:
        """What came of the work in the thread pool, and how many seconds it took."""
        started = time.perf_counter()
        result = await asyncio.get_running_loop().run_in_executor(self._pool, work)
        return result, time.perf_counter() - started

    async def _keep(self, answer: Answer, asker: Asker | None, at: dt.datetime) -> Answer:
        """The answer, logged."""
        self._tally.answered(answer.outcome, answer.latency_ms / 1000)
        if asker:
            await self._record(answer, asker, at)
        return answer

    async def _record(self, answer: Answer, asker: Asker, at: dt.datetime) -> None:
        if self._log is None:
            return
        try:
            await self._log.record(asker, answer, at, self.corpus.fingerprint)
        except TalksError as error:
            self._tally.not_logged()
            logger.error("A question was answered, but not logged: %s", error)  # noqa: TRY400 - it explains itself

    @cached_property
    def _newest(self) -> Sequence[int]:
        return newest_first(self.corpus)

    def _opening(self, language: str, phrases: Phrases) -> Opening:
        if language not in self._openings:
            self._openings[language] = find_opening(self.corpus, self._newest, self._ask, phrases)
        return self._openings[language]

    def _ask(self, question: str, previous: Exchange | None = None) -> Answer:
        return self._answer(question, MAX_PASSAGES, previous)
