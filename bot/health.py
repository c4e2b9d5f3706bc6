"""Is the bot serving? It touches a file, which `talks health` reads, and knows more of itself when asked."""

from __future__ import annotations

import asyncio
import json
import logging
import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bot.errors import TalksError
from bot.tally import Tally

logger = logging.getLogger(__name__)

STALE_SECONDS = 90
"""Telegram is asked every 30 s at least; two answers missed and some grace."""
SPARING_SECONDS = 5
"""A busy bot polls many times a second, and the file need not be written as often, nor the log be tried."""


class Beat(NamedTuple):
    age: float
    """Seconds since Telegram last answered."""
    by_meaning: bool
    """Whether the bot compares passages by meaning, too."""


class Heartbeat:
    """Written when Telegram has answered; gone when the bot stops in good order."""

    def __init__(self, data: Path, *, by_meaning: bool = False) -> None:
        self._path = data / "health.json"
        self._by_meaning = by_meaning
        self._last = -math.inf

    def beat(self) -> None:
        """That it can't be written is only logged: the bot serves on, and the health check complains."""
        if time.monotonic() - self._last < SPARING_SECONDS:
            return
        self._last = time.monotonic()
        draft = self._path.with_suffix(".new")
        try:
            state = {"pid": os.getpid(), "polled_at": time.time(), "by_meaning": self._by_meaning}
            draft.write_text(json.dumps(state), "utf-8")
            draft.replace(self._path)
        except OSError as error:
            logger.warning("The heartbeat %s can't be written: %s", self._path, error.strerror or error)

    def stop(self) -> None:
        """Leaves the beat of another bot on the same data alone."""
        try:
            ours = json.loads(self._path.read_text("utf-8"))["pid"] == os.getpid()
        except (OSError, ValueError, KeyError, TypeError):  # gone, or none that `age` would believe
            return
        if ours:
            self._path.unlink(missing_ok=True)

    def age(self) -> float:
        """Seconds since Telegram last answered. TalksError where no bot serves."""
        return self.read().age

    def read(self) -> Beat:
        """The last beat. TalksError where no bot serves."""
        try:
            state = json.loads(self._path.read_text("utf-8"))
            polled_at, by_meaning = float(state["polled_at"]), bool(state.get("by_meaning"))
        except FileNotFoundError:
            raise TalksError(f"No bot is serving with the data in {self._path.parent}") from None
        except OSError as error:
            raise TalksError(f"The heartbeat {self._path} can't be read: {error.strerror}") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise TalksError(f"The heartbeat {self._path} can't be read: it is damaged") from error
        age = max(0.0, time.time() - polled_at)
        if age > STALE_SECONDS:
            raise TalksError(f"The bot has not reached Telegram for {age:.0f} s")
        return Beat(age, by_meaning)


@dataclass(frozen=True, slots=True)
class Health:
    """How a bot under way is. Times are in seconds."""

    polled_ago: float | None
    """Since Telegram last answered; None before the first time."""
    last_update: float | None
    """When an update was last taken up, since 1970."""
    queue_depth: int
    """Updates that are not done with."""
    log_writable: bool

    @property
    def trouble(self) -> str | None:
        """Why the bot isn't serving, in one sentence; None where it is."""
        if self.polled_ago is None:
            return "Telegram has not answered yet"
        if self.polled_ago > STALE_SECONDS:
            return f"The bot has not reached Telegram for {self.polled_ago:.0f} s"
        return None if self.log_writable else "The query log can't be written"


class Vitals:
    """What a bot under way knows of itself."""

    def __init__(
        self, heartbeat: Heartbeat, tally: Tally, articles: int, find_log_trouble: Callable[[], str | None]
    ) -> None:
        """`find_log_trouble` may take its time; it says why the log can't be written, if it can't."""
        self.queue_depth: Callable[[], int] = lambda: 0
        self.articles = articles
        self._heartbeat = heartbeat
        self._tally = tally
        self._find_log_trouble = find_log_trouble
        self._polled: float | None = None
        self._log_trouble: str | None = None
        self._log_tried = -math.inf
        self._trying = asyncio.Lock()

    def beat(self) -> None:
        """Telegram has answered."""
        self._polled = time.monotonic()
        self._heartbeat.beat()

    def stop(self) -> None:
        self._polled = None
        self._heartbeat.stop()

    async def check(self) -> Health:
        polled_ago = None if self._polled is None else time.monotonic() - self._polled
        return Health(polled_ago, self._tally.last_update, self.queue_depth(), await self._log_is_writable())

    async def _log_is_writable(self) -> bool:
        """Tried now and then, however many ask; a new trouble is logged once."""
        async with self._trying:
            if time.monotonic() - self._log_tried >= SPARING_SECONDS:
                trouble = await asyncio.to_thread(self._find_log_trouble)
                if trouble and trouble != self._log_trouble:
                    logger.error("%s", trouble)
                self._log_trouble, self._log_tried = trouble, time.monotonic()
        return self._log_trouble is None
