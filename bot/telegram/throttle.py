"""Who writes faster than anyone reads? They are told once, and heard again when they have slowed down."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Literal

BURST = 20
"""Messages at once: more than anyone types, fewer than a script sends."""
PER_SECOND = 0.5
"""In the long run; Telegram lets a bot send a chat about one message a second."""
HEARD_AGAIN = 5
"""Messages that one must have in hand again: ten seconds of silence."""
USERS = 10_000
"""Those heard of last are remembered: a megabyte or two. Who is forgotten has written nothing for long."""

Verdict = Literal["serve", "tell", "ignore"]


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float
    told: bool = False


class Throttle:
    """A bucket for each user, filled as time goes by. Times are in seconds, from any clock."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def judge(self, user: int, at: float) -> Verdict:
        """What becomes of a message that the user wrote at that time."""
        bucket = self._bucket(user, at)
        bucket.left = min(BURST, bucket.left + max(0.0, at - bucket.at) * PER_SECOND)
        bucket.at = max(bucket.at, at)
        if bucket.told and bucket.left >= HEARD_AGAIN:
            bucket.told = False
        if bucket.left >= 1 and not bucket.told:
            bucket.left -= 1
            return "serve"
        bucket.left = max(0.0, bucket.left - 1)  # who goes on writing has not slowed down
        told, bucket.told = bucket.told, True
        return "ignore" if told else "tell"

    def _bucket(self, user: int, at: float) -> _Bucket:
        bucket = self._buckets.setdefault(user, _Bucket(BURST, at))
        self._buckets.move_to_end(user)
        if len(self._buckets) > USERS:
            self._buckets.popitem(last=False)
        return bucket
