"""Which change was made last, and how is it taken back? Each is kept with what its file held before and after."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.errors import TalksError
from bot.levers.files import read_text, write_text

HISTORY = "levers-history.jsonl"
KEPT = 100
"""So many changes can be taken back."""


@dataclass(frozen=True, slots=True)
class Change:
    at: str
    what: str
    file: str
    before: str | None
    """What the file held; None where there was none."""
    after: str | None


def read_history(data: Path) -> list[Change]:
    """The changes, the last one last; TalksError where the file can't be used."""
    path = data / HISTORY
    try:
        return [Change(**json.loads(line)) for line in (read_text(path) or "").split("\n") if line.strip()]
    except (ValueError, TypeError):
        raise TalksError(f"{path} is damaged; move it away, and new changes can be undone again") from None


def write_history(data: Path, changes: list[Change]) -> None:
    lines = [json.dumps(asdict(change), ensure_ascii=False) + "\n" for change in changes[-KEPT:]]
    write_text(data / HISTORY, "".join(lines) or None)


def change_file(data: Path, name: str, what: str, after: str | None) -> None:
    """Write a lever's file, and remember how it was."""
    history = read_history(data)
    before = read_text(data / name)
    if before == after:
        return
    at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    write_text(data / name, after)
    write_history(data, [*history, Change(at, what, name, before, after)])


def undo(data: Path) -> Change:
    """Take the last change back; TalksError where there is none, or its file was edited since."""
    history = read_history(data)
    if not history:
        raise TalksError("There is no change to undo")
    *earlier, last = history
    path = data / last.file
    if read_text(path) != last.after:
        raise TalksError(f"{path} was edited after the last change ({last.what}); edit it by hand")
    write_text(path, last.before)
    write_history(data, earlier)
    return last
