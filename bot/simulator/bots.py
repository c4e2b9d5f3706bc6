"""What does a bot still have to hear? Its updates until it confirms them, and what it said about itself."""

from __future__ import annotations

import asyncio
import time
from collections import deque

from bot.simulator.errors import ApiError, bad_request
from bot.simulator.json_text import Json

NAME = "talks"
USERNAME = "talks_bot"
UPDATES_KEPT = 100_000
_EPOCH_MICROSECONDS = 1_577_836_800_000_000

ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Updates that only come to bots that name them."""


class Bot:
    def __init__(self, token: str) -> None:
        self.id = int(token.partition(":")[0])
        self.texts = {("name", ""): NAME}
        """Name and descriptions, by field and language."""
        self.updates: deque[Json] = deque(maxlen=UPDATES_KEPT)
        self.allowed: list[str] = []
        """Empty: all but those that come on request only."""
        self.polls = 0
        """How many polls there were; the last one is the one that gets the updates."""
        self.webhook: tuple[str, str] | None = None
        """Address and secret."""
        self.pusher: asyncio.Task[None] | None = None
        """Delivers to the webhook."""
        self.sent = 0
        self.confirmed = 0
        # From the clock, so that ids grow and never repeat after a restart.
        self._next_id = time.time_ns() // 1000 - _EPOCH_MICROSECONDS
        self._sent_up_to = 0

    def user(self) -> Json:
        name = self.texts["name", ""] or NAME
        return {"id": self.id, "is_bot": True, "first_name": name, "username": USERNAME}

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    def post(self, kind: str, payload: Json) -> None:
        if self.wants(kind):
            self.updates.append({"update_id": self._next_id, kind: payload})
            self._next_id += 1

    def confirm(self, offset: int) -> None:
        """Forget all updates before `offset`; before the last `-offset` ones if it is negative."""
        if offset < 0:
            while len(self.updates) > -offset:
                self.updates.popleft()
        while offset > 0 and self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
            self.confirmed += 1

    def hand_out(self, limit: int) -> list[Json]:
        """The oldest updates, counted as sent the first time."""
        updates = [update for update, _ in zip(self.updates, range(limit), strict=False)]
        fresh = [update["update_id"] for update in updates if update["update_id"] > self._sent_up_to]
        if fresh:
            self.sent += len(fresh)
            self._sent_up_to = fresh[-1]
        return updates

    def allow(self, kinds: object) -> None:
        if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
            raise bad_request("can't parse allowed updates: expected an Array of String")
        self.allowed = kinds

    def check_polling(self, poll: int) -> None:
        """Only the newest of several polls goes on, and none beside a webhook."""
        if self.webhook:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if poll != self.polls:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )
