"""Is the bot serving? A heartbeat file that the bot touches and `talks health` reads."""

from __future__ import annotations

import json
import logging
import math
import os
import time
from pathlib import Path

from bot.errors import TalksError

logger = logging.getLogger(__name__)

STALE_SECONDS = 90
"""Telegram answers an idle poll after 30 s; two missed polls and some grace."""
SPARING_SECONDS = 5
"""A busy bot polls many times a second, and the file need not be written as often."""


class Heartbeat:
    """Written after each answered poll; gone when the bot stops in good order."""

    def __init__(self, data: Path) -> None:
        self._path = data / "health.json"
        self._last = -math.inf

    def beat(self) -> None:
        """That it can't be written is only logged: the bot serves on, and the health check complains."""
        if time.monotonic() - self._last < SPARING_SECONDS:
            return
        self._last = time.monotonic()
        draft = self._path.with_suffix(".new")
        try:
            draft.write_text(json.dumps({"pid": os.getpid(), "polled_at": time.time()}), "utf-8")
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
        try:
            polled_at = float(json.loads(self._path.read_text("utf-8"))["polled_at"])
        except FileNotFoundError:
            raise TalksError(f"No bot is serving with the data in {self._path.parent}") from None
        except OSError as error:
            raise TalksError(f"The heartbeat {self._path} can't be read: {error.strerror}") from error
        except (ValueError, KeyError, TypeError) as error:
            raise TalksError(f"The heartbeat {self._path} can't be read: it is damaged") from error
        age = max(0.0, time.time() - polled_at)
        if age > STALE_SECONDS:
            raise TalksError(f"The bot has not reached Telegram for {age:.0f} s")
        return age
