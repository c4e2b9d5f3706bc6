"""Which files in the data folder hold what the operator set? Readable ones, that may be edited by hand.

wordings.txt     chief negotiator ~ led
pins.jsonl       {"question", "article", "start", "text"}
threshold.json   {"value", "calibrated", "corpus", "judged"}
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from bot.errors import SettingsError, TalksError
from retrieval.json_lines import LineError
from retrieval.levers import Levers
from retrieval.pins import parse_pins
from retrieval.refit import parse_threshold
from retrieval.wordings import parse_wordings

WORDINGS, PINS, THRESHOLD = "wordings.txt", "pins.jsonl", "threshold.json"
NAMES = (WORDINGS, PINS, THRESHOLD)

Look = tuple[tuple[int, int, int] | None, ...]
T = TypeVar("T")


def load_levers(data: Path) -> Levers:
    """What the files hold, none where there are none; SettingsError, with its line, where one can't be used."""
    return Levers(
        wordings=_read(data / WORDINGS, lambda text: tuple(parse_wordings(text))) or (),
        pins=_read(data / PINS, lambda text: tuple(parse_pins(text))) or (),
        threshold=_read(data / THRESHOLD, parse_threshold),
    )


def lever_files(data: Path) -> Sequence[Path]:
    return [data / name for name in NAMES]


def look_at(files: Sequence[Path]) -> Look:
    """How the files look from outside: another look, perhaps other levers."""
    return tuple(map(_look, files))


def read_text(path: Path) -> str | None:
    """None where there is no such file."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError:
        raise SettingsError(f"{path} is not UTF-8") from None
    except OSError as error:
        raise SettingsError(f"{path} can't be read: {error.strerror}") from error


def write_text(path: Path, text: str | None) -> None:
    """At once, so that the bot reads all of it or what stood there before; None removes the file."""
    try:
        if text is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8", newline="") as draft:
            draft.write(text)
        try:
            Path(draft.name).replace(path)
        except OSError:
            with suppress(OSError):
                Path(draft.name).unlink()
            raise
    except OSError as error:
        raise TalksError(f"{path} can't be written: {error.strerror}") from error


def _read(path: Path, parse: Callable[[str], T]) -> T | None:
    text = read_text(path)
    try:
        return None if text is None else parse(text)
    except LineError as error:
        raise SettingsError(f"{path}, {error}" if path.name != THRESHOLD else f"{path}: {error}") from None


def _look(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
