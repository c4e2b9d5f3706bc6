"""Could the query log take a row just now?"""

from __future__ import annotations

import tempfile
from contextlib import closing
from typing import TYPE_CHECKING

from bot.querylog.errors import LogError, explained
from bot.querylog.spool import places
from bot.sqlite import connect

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = bytes(4096)


def find_trouble(path: Path) -> str | None:
    """Why not, in one sentence; None where it could.

    Takes the log's lock and gives it back, and writes a page beside it: a full disk lets itself be locked.
    """
    try:
        with explained(path):
            if not path.is_file():  # SQLite would make an empty one, while the bot goes on with what nobody can see
                return f"The query log {path} is gone."
            with closing(connect(path)) as log:
                log.execute("BEGIN IMMEDIATE")
                log.execute("ROLLBACK")
            with tempfile.TemporaryFile(dir=path.parent, buffering=0) as file:
                file.write(_PAGE)
    except LogError as error:
        return str(error)
    waiting = next((place for place in places(path) if place.exists()), None)
    return f"Rows wait in {waiting} until the query log {path} takes them." if waiting else None
