"""How is the log copied while the bot writes? Whole, compact, and of one moment."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from bot.querylog.durable import sync_folder
from bot.querylog.editing import PATIENCE
from bot.querylog.errors import LogError, explained
from bot.querylog.reading import open_reader
from bot.sqlite import connect

if TYPE_CHECKING:
    from pathlib import Path


def back_up(path: Path, target: Path) -> None:
    """Copy the log to a new file, for its owner's eyes only. LogError, and no file, where that can't be."""
    with open_reader(path), explained(target):
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with explained(path), closing(connect(path, PATIENCE)) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
        with explained(target), target.open("rb+") as file:
            os.fsync(file.fileno())
            sync_folder(target.parent)
    except LogError:
        with suppress(OSError):
            target.unlink()
        raise
