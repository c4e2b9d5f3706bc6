"""How fast may a bot send? About one message a second to a chat, twenty a minute to a group."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """`burst` messages go at once, as Telegram lets them in practice; then the steady rate holds."""

    burst: float = 5
    per_second: float = 1.0
    group_per_minute: float = 20


STEADY = Pace()


@dataclass(slots=True)
class _Bucket:
    capacity: float
    per_second: float
    tokens: float
    filled_at: float

    def fill(self, now: float) -> float:
        """Seconds until there is a token; 0 when there is one."""
        self.tokens = min(self.capacity, self.tokens + (now - self.filled_at) * self.per_second)
        self.filled_at = now
        return max(0.0, (1 - self.tokens) / self.per_second)


class Buckets:
    """Counts the messages to each chat; without a pace nothing is ever too fast."""

    def __init__(self, pace: Pace | None) -> None:
        self._pace = pace
        self._chats: dict[int, list[_Bucket]] = {}

    def take(self, chat_id: int, *, group: bool) -> int:
        """0 when the message may go, else the whole seconds to wait."""
        if self._pace is None:
            return 0
        now = time.monotonic()
        if chat_id not in self._chats:
            self._chats[chat_id] = _buckets(self._pace, now, group=group)
        buckets = self._chats[chat_id]
        seconds = max(bucket.fill(now) for bucket in buckets)
        if seconds > 0:
            return math.ceil(seconds)
        for bucket in buckets:
            bucket.tokens -= 1
        return 0


def _buckets(pace: Pace, now: float, *, group: bool) -> list[_Bucket]:
    buckets = [_Bucket(pace.burst, pace.per_second, pace.burst, now)]
    if group:
        minute = pace.group_per_minute
        buckets.append(_Bucket(minute, minute / 60, minute, now))
    return buckets
