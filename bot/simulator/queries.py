"""Who waits for the bot's answer? Pressed buttons and inline queries, until they are answered or too old."""

from __future__ import annotations

import time
from dataclasses import dataclass

from bot.simulator import limits
from bot.simulator.bell import Bell
from bot.simulator.errors import bad_request
from bot.simulator.json_text import Json


@dataclass(slots=True)
class _Query:
    asked_at: float
    answer: Json | None = None


class Queries:
    def __init__(self, bell: Bell) -> None:
        self._bell = bell
        self._open: dict[str, _Query] = {}
        self._next_id = time.time_ns()

    def ask(self) -> str:
        """The id of a new query."""
        now = time.monotonic()
        for query_id, query in list(self._open.items()):
            if now - query.asked_at <= limits.ANSWER_SECONDS:
                break
            del self._open[query_id]
        self._next_id += 1
        query_id = str(self._next_id)
        self._open[query_id] = _Query(now)
        return query_id

    def answer(self, query_id: str, answer: Json) -> None:
        """Let the waiting user see it. The first answer counts; a repeated one does no harm."""
        query = self._open.get(query_id)
        if query is None or time.monotonic() - query.asked_at > limits.ANSWER_SECONDS:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        if query.answer is None:
            query.answer = answer
            self._bell.ring(query_id)

    async def result(self, query_id: str) -> Json | None:
        """The bot's answer; None when it didn't come in time."""
        query = self._open[query_id]
        if query.answer is None:
            await self._bell.wait(query_id, limits.ANSWER_SECONDS)
        return query.answer
