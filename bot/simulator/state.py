"""What does the simulator know? Chats, bots, files, faults and counts; one per server."""

from __future__ import annotations

import asyncio
from collections import Counter, deque

from bot.simulator.bell import Bell
from bot.simulator.bots import Bot
from bot.simulator.chats import Chat
from bot.simulator.commands import Commands
from bot.simulator.faults import Fault
from bot.simulator.files import Files
from bot.simulator.json_text import Json
from bot.simulator.pace import Buckets, Pace
from bot.simulator.queries import Queries

REJECTED_KEPT = 1000
UNHEARD_KEPT = 10_000


class State:
    def __init__(self, pace: Pace | None = None) -> None:
        self.bell = Bell()
        self.chats: dict[int, Chat] = {}
        self.bots: dict[str, Bot] = {}
        self.users: dict[int, Json] = {}
        self.files = Files()
        self.queries = Queries(self.bell)
        self.commands = Commands()
        self.buckets = Buckets(pace)
        self.inline_messages: dict[str, tuple[int, int]] = {}
        """Chat and message of what readers sent through the bot."""
        self.offered: dict[int, tuple[str, list[Json]]] = {}
        """Each reader's last inline query and its results."""
        self.faults: list[Fault] = []
        self.calls: Counter[str] = Counter()
        self.rejected: deque[Json] = deque(maxlen=REJECTED_KEPT)
        self._unheard: deque[tuple[str, Json]] = deque(maxlen=UNHEARD_KEPT)

    def bot(self, token: str) -> Bot:
        """The bot with this token. The first one hears what was said before there was any."""
        if token not in self.bots:
            self.bots[token] = bot = Bot(token)
            while self._unheard:
                bot.post(*self._unheard.popleft())
        return self.bots[token]

    def publish(self, kind: str, payload: Json, bot_id: int | None = None) -> None:
        """Queue an update, for all bots or for one."""
        if not self.bots:
            self._unheard.append((kind, payload))
        for bot in self.bots.values():
            if bot_id in {None, bot.id}:
                bot.post(kind, payload)
                self.bell.ring(bot)

    def changed(self, chat: Chat) -> None:
        """Wake those who look at `chat`, and note it as the latest one."""
        self.chats[chat.id] = self.chats.pop(chat.id)
        self.bell.ring(chat.id)

    async def close(self) -> None:
        """End all waiting and pushing."""
        self.bell.close()
        pushers = [bot.pusher for bot in self.bots.values() if bot.pusher]
        for pusher in pushers:
            pusher.cancel()
        await asyncio.gather(*pushers, return_exceptions=True)

    def stats(self) -> Json:
        return {
            "updates_sent": sum(bot.sent for bot in self.bots.values()),
            "updates_confirmed": sum(bot.confirmed for bot in self.bots.values()),
            "calls": dict(self.calls),
            "rejected": list(self.rejected),
        }
