"""What becomes of a log that is broken? It is set aside under a dated name, for whoever wants to save what it holds."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from bot.querylog.durable import sync_folder
from bot.querylog.errors import LogError, explained

logger = logging.getLogger(__name__)

_BESIDE = ("", "-wal", "-shm")


def set_aside(path: Path, error: LogError) -> None:
    """Rename the log and what SQLite keeps beside it, and tell the operator."""
    stamp = f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H%M%S}"
    names = (path.with_name(f"{path.stem}.damaged-{stamp}{more}{path.suffix}") for more in _numbers())
    with explained(path):
        aside = next(name for name in names if not name.exists())
        for ending in _BESIDE:
            part = path.with_name(path.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
        sync_folder(path.parent)
    logger.error("%s It was set aside as %s, and a new log is begun", error, aside.name)


def find_damaged(path: Path) -> Sequence[Path]:
    """What was set aside of the log at `path`."""
    return sorted(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}"))


def _numbers() -> Iterator[str]:
    return (f"-{number}" if number else "" for number in count())
