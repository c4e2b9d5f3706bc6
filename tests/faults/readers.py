"""Who asks, and what did they hear? Many readers on a simulator that runs by itself."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx

from tests.bench.questions import QUESTIONS

Json = dict[str, Any]

PATIENCE = 60.0
"""Seconds that one call of the user side may take."""
LETTERS = "abdegiklmnoprstu"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was sent: in private with a name of its own, which the reply repeats; in a group as a
    message of its own, which the reply replies to."""

    chat: int
    message: int
    name: str
    at: float

    def is_answered_by(self, reply: Json) -> bool:
        if self.chat > 0:
            return self.name in str(reply["text"])
        return bool(reply.get("reply_to_message", {}).get("message_id") == self.message)


def _name(number: int) -> str:
    """A name that no article holds."""
    return "Zq" + "".join(LETTERS[number >> shift & 15] for shift in (12, 8, 4, 0)) + "x"


class Readers:
    """Every other chat is a group; each has one reader."""

    def __init__(self, http: httpx.AsyncClient, chats: int) -> None:
        self._http = http
        self._chats = itertools.cycle([number if number % 2 else -number for number in range(1, chats + 1)])
        self._numbers = itertools.count()
        self.asked: list[Asked] = []

    async def ask(self) -> Asked:
        """The next question, in the next chat."""
        number, chat = next(self._numbers), next(self._chats)
        name, question = _name(number), QUESTIONS[number % len(QUESTIONS)]
        text = f"What did {name} say?" if chat > 0 else f"/ask@talks_bot {question}"
        at = time.perf_counter()
        asked = Asked(chat, await self.say(chat, text), name, at)
        self.asked.append(asked)
        return asked

    async def say(self, chat: int, text: str) -> int:
        """The number of the message."""
        user = {"id": abs(chat), "first_name": "Reader"}
        response = await self._http.post("/user/send", json={"chat": chat, "user": user, "text": text})
        number: int = response.raise_for_status().json()["message_id"]
        return number

    async def ask_steadily(self, count: int, per_second: float) -> None:
        """Without waiting for replies."""
        began = time.perf_counter()
        for number in range(count):
            await asyncio.sleep(began + number / per_second - time.perf_counter())
            await self.ask()

    async def ask_and_wait(self) -> float:
        """Seconds until the reply."""
        asked, after = await self.ask(), 0
        while True:
            news = await self._messages(asked.chat, after, PATIENCE)
            if any(message["from"]["is_bot"] and asked.is_answered_by(message) for message in news["messages"]):
                return time.perf_counter() - asked.at
            after = news["last"]

    async def replies(self) -> dict[int, list[Json]]:
        """All that the bot said, in order, by chat."""
        chats = dict.fromkeys(asked.chat for asked in self.asked)
        return {
            chat: [message for message in (await self._messages(chat))["messages"] if message["from"]["is_bot"]]
            for chat in chats
        }

    async def wait_until_answered(self, seconds: float) -> None:
        """Until every question has a reply, or time is up."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            if not (await self.verdict()).missing:
                return
            await asyncio.sleep(0.5)

    async def verdict(self) -> Verdict:
        return judge(self.asked, await self.replies())

    async def fail(self, **fault: object) -> None:
        (await self._http.post("/faults", json=fault)).raise_for_status()

    async def heal(self) -> None:
        """No fault from now on."""
        (await self._http.delete("/faults")).raise_for_status()

    async def stats(self) -> Json:
        stats: Json = (await self._http.get("/stats")).json()
        return stats

    async def _messages(self, chat: int, after: int = 0, wait: float = 0) -> Json:
        query = {"chat": chat, "after": after, "wait": wait}
        news: Json = (await self._http.get("/user/messages", params=query)).raise_for_status().json()
        return news


@dataclass(frozen=True, slots=True)
class Verdict:
    questions: int
    missing: int
    twice: int
    """Replies beyond the first, over all questions."""
    out_of_order: int
    """Replies that came before that of an earlier question of their chat."""


def judge(asked: list[Asked], replies: dict[int, list[Json]]) -> Verdict:
    by_chat = defaultdict[int, list[Asked]](list)
    for question in asked:
        by_chat[question.chat].append(question)
    missing = twice = out_of_order = 0
    for chat, questions in by_chat.items():
        places = [list(_places(question, replies[chat])) for question in questions]
        firsts = [place[0] for place in places if place]
        missing += sum(not place for place in places)
        twice += sum(max(0, len(place) - 1) for place in places)
        out_of_order += sum(later < earlier for earlier, later in itertools.pairwise(firsts))
    return Verdict(len(asked), missing, twice, out_of_order)


def _places(question: Asked, replies: list[Json]) -> Iterator[int]:
    return (place for place, reply in enumerate(replies) if question.is_answered_by(reply))
