"""Who waits for what? Wakes the long polls and waiting users of one subject, or all of them at closing time."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable


class Bell:
    """Waiters by subject. Once closed nobody waits any more, so that a server can stop at once."""

    def __init__(self) -> None:
        self._waiting: dict[Hashable, set[asyncio.Future[None]]] = {}
        self.closed = False

    async def wait(self, subject: Hashable, seconds: float) -> None:
        """Return when `subject` is rung, or after `seconds`."""
        if self.closed or seconds <= 0:
            return
        future = asyncio.get_running_loop().create_future()
        waiting = self._waiting.setdefault(subject, set())
        waiting.add(future)
        try:
            await asyncio.wait([future], timeout=seconds)
        finally:
            waiting.discard(future)
            if not waiting and self._waiting.get(subject) is waiting:
                del self._waiting[subject]

    def ring(self, subject: Hashable) -> None:
        for future in self._waiting.pop(subject, ()):
            if not future.done():
                future.set_result(None)

    def close(self) -> None:
        self.closed = True
        for subject in list(self._waiting):
            self.ring(subject)
