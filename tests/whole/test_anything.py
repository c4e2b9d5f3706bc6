"""Whatever several readers do in any order: is all that the bot says accepted, and does every button lead somewhere?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.telegram import throttle
from tests.whole.conftest import BOTH, Bot, Json

pytestmark = [pytest.mark.asyncio(loop_scope="module"), BOTH]

STEPS = 40
"""In one world, which begins empty."""
WORLDS, MANY_WORLDS = 3, 25
"""With each kind of bot; the many take 2,000 steps in all."""
READERS = ("Ann", "Max", "Olena")
TOO_OLD = "These buttons are too old. Please ask again."
SORRY = "Something went wrong here. Please ask again in a minute."

COMMANDS = ("/start", "/help", "/about", "/sources", "/quotes", "/timeline", "/ask", "/nothing")
OWN = ("/privacy", "/mydata", "/forget", "/language", "/stats", "/start forget")
QUESTIONS = (
    "Who leads the Russian side?",
    "When do the Geneva talks start?",
    "What did Blinken say about breakthroughs?",
    "And in Vienna?",
    "What does Macron want?",
    "What did the talks achieve?",
    "Who leads the Russian side? And when do the talks start? And where? And why?",
    "Why?",
    "Who is it?",
    "What do you know?",
    "Wer leitet die russische Delegation?",
    "А у Відні?",
    "Et pourquoi ?",
    "Danke!",
    "/ask What is planned in Brussels?",
    "/quotes Ryabkov",
    "/quotes direct",
    "/quotes Blinkovsky",
    "/quotes since 31 Feb",
    "/timeline Geneva",
    "/timeline 13 Jan",
    "/timeline Brussels 10 Jan",
    "/start p-000000000000-1-2-000000000000000000000000",
)
TYPED = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=60)
"""What Telegram's programs send: no control characters, and not white space alone."""
TEXTS = st.sampled_from(COMMANDS + OWN + QUESTIONS) | TYPED


@dataclass(frozen=True)
class Step:
    kind: Literal["write", "call", "reply", "edit", "press", "inline", "invite"]
    room: int
    reader: str
    text: str
    which: int
    """Of the messages, or of the buttons, the last one first."""


STEP = st.builds(
    Step,
    st.sampled_from(("write", "write", "call", "reply", "edit", "press", "press", "press", "inline", "invite")),
    st.integers(0, 4),
    st.sampled_from(READERS),
    TEXTS,
    st.integers(0, 9),
)


class Room:
    """A chat as its readers see it."""

    def __init__(self, bot: Bot, *, group: bool = False, thread: int | None = None) -> None:
        self.number = bot.chat(group=group).number
        self.is_group = group
        self.messages: dict[int, Json] = {}
        self.last = 0
        self._bot = bot
        self._place = {"message_thread_id": thread} if thread else {}

    def order(self, reader: str, **more: object) -> Json:
        user = {"id": 1_000_000 + abs(self.number) * 10 + READERS.index(reader), "first_name": reader}
        return {"chat": self.number, "user": user, **self._place, **more}

    async def look(self) -> list[Json]:
        """What changed since the last look."""
        query = {"chat": self.number, "after": self.last}
        news = (await self._bot.http.get("/user/messages", params=query)).json()
        self.last = news["last"]
        self.messages |= {message["message_id"]: message for message in news["messages"]}
        assert not any(message.get("text") == SORRY for message in news["messages"])
        return [message for message in news["messages"] if message["from"]["is_bot"]]

    def said_by(self, reader: str | None) -> list[Json]:
        """By the bot where no reader is named; the last message first."""
        if reader is None:
            return [message for message in reversed(self.messages.values()) if message["from"]["is_bot"]]
        own = (message for message in reversed(self.messages.values()) if "via_bot" not in message)
        return [message for message in own if message["from"]["first_name"] == reader]

    @property
    def keys(self) -> Iterator[tuple[int, Json]]:
        for message in self.said_by(None):
            for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
                for key in row:
                    yield message["message_id"], key


class World:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._is_forgotten = False
        """Whether a reader was: their buttons say that they are old."""
        self._rooms = [
            Room(bot),
            Room(bot),
            Room(bot, group=True),
            Room(bot, group=True),
            Room(bot, group=True, thread=7),
        ]

    async def take(self, step: Step) -> None:
        room = self._rooms[step.room]
        match step.kind:
            case "write":
                await self._write(room, step.reader, step.text)
            case "call":
                await self._write(room, step.reader, f"@talks_bot {step.text}")
            case "reply" if said := [*room.messages.values()]:
                text = "@talks_bot" if step.which % 2 else step.text
                await self._write(room, step.reader, text, reply_to=said[-1 - step.which % len(said)]["message_id"])
            case "edit" if own := room.said_by(step.reader):
                number = own[step.which % len(own)]["message_id"]
                await self._post("send", room.order(step.reader, text=step.text, edit=number))
            case "press" if keys := list(room.keys):
                await self._press(room, step.reader, *keys[step.which % len(keys)])
            case "inline":
                await self._ask_inline(room, step)
            case "invite" if room.is_group:
                await self._post("invite", room.order(step.reader))
        await room.look()

    async def _write(self, room: Room, reader: str, text: str, **more: object) -> None:
        await self._post("send", room.order(reader, text=text, **more))
        news = await room.look()
        assert news or room.is_group, "in private everything has a reply"

    async def _press(self, room: Room, reader: str, number: int, key: Json) -> None:
        if "url" in key:
            await self._write(self._rooms[0], reader, f"/start {_payload(key['url'])}")
            assert "no longer in the articles" not in self._rooms[0].said_by(None)[0]["text"]
            return
        order = room.order(reader, message_id=number, data=key["callback_data"])
        if key["text"] == "Delete all":
            async with self._bot.waiting_for_call("editMessageText"):  # the journal has forgotten the press itself
                answer = await self._post("press", order)
        else:
            answer = await self._post("press", order)
        news = await room.look()
        assert self._is_forgotten or answer["answer"] != TOO_OLD
        self._is_forgotten |= key["text"] == "Delete all"
        assert news or answer["answer"], f"{key['text']} leads nowhere"

    async def _ask_inline(self, room: Room, step: Step) -> None:
        order = room.order(step.reader, query=step.text[:100])
        results = (await self._post("inline", order))["results"]
        if results:
            chosen = results[step.which % len(results)]["id"]
            await self._post("choose", room.order(step.reader, result_id=chosen))
            assert not await room.look(), "the bot doesn't answer what was sent through it"

    async def _post(self, path: str, order: Json) -> Json:
        response = await self._bot.http.post(f"/user/{path}", json=order)
        assert response.status_code == 200, response.text
        await self._bot.settled()
        answer: Json = response.json()
        return answer


def _payload(url: str) -> str:
    """What a link that is shared, or opened, starts the bot with."""
    [shared] = parse_qs(urlsplit(url).query).get("url", [url])
    [payload] = parse_qs(urlsplit(shared).query)["start"]
    return payload


async def live(bot: Bot, steps: list[Step]) -> None:
    world = World(bot)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(throttle, "BURST", 1_000_000)
        for step in steps:
            await world.take(step)
    assert (await bot.stats())["rejected"] == []


ANY_STEPS = st.lists(STEP, min_size=STEPS, max_size=STEPS)
PATIENT = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # Without shrinking: a world takes a second, and five minutes of them tell no more than the first one.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


@settings(PATIENT, max_examples=WORLDS)
@given(steps=ANY_STEPS)
async def test_whatever_readers_do_is_answered_as_telegram_accepts_it(bot: Bot, steps: list[Step]) -> None:
    await live(bot, steps)


@pytest.mark.slow
@settings(PATIENT, max_examples=MANY_WORLDS)
@given(steps=ANY_STEPS)
async def test_two_thousand_steps(bot: Bot, steps: list[Step]) -> None:
    await live(bot, steps)
