"""How is something remembered for a while? The newest entries, as long as they are asked for."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

MOST = 10_000
"""Entries; the one that was asked for longest ago goes first."""
IDLE = 30 * 60.0
"""Seconds after which an entry that nobody asked for is forgotten: by then a reader has turned to something else."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Clock = Callable[[], float]


class Memory(Generic[Key, Value]):
    """In memory alone: nothing of it is ever written to disk."""

    def __init__(self, clock: Clock = time.monotonic, most: int = MOST, idle: float = IDLE) -> None:
        self._clock = clock
        self._most = most
        self._idle = idle
        self._kept: OrderedDict[Key, tuple[float, Value]] = OrderedDict()
        """The one asked for longest ago first."""

    def __len__(self) -> int:
        return len(self._kept)

    def put(self, key: Key, value: Value) -> None:
        self._forget()
        self._kept[key] = (self._clock(), value)
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def get(self, key: Key) -> Value | None:
        """The value, now kept for longer; None where it was never put, or is forgotten."""
        self._forget()
        if key not in self._kept:
            return None
        _, value = self._kept[key]
        self.put(key, value)
        return value

    def drop(self, unwanted: Callable[[Key, Value], bool]) -> None:
        for key in [key for key, (_, value) in self._kept.items() if unwanted(key, value)]:
            del self._kept[key]

    def _forget(self) -> None:
        oldest = self._clock() - self._idle
        while self._kept and next(iter(self._kept.values()))[0] < oldest:
            self._kept.popitem(last=False)
