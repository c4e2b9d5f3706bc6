"""How does a folder come and go as a whole, so that nobody ever sees half of it?"""

from __future__ import annotations

import secrets
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

UNFINISHED = ".new-"
_ABANDONED_SECONDS = 86_400
"""Nothing takes so long to write or to remove: what is still unfinished will stay so."""


@contextmanager
def filling(place: Path) -> Iterator[Path]:
    """A folder to fill, renamed to `place` at the end. OSError where that fails; then nothing is left of it."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=place.parent))
    try:
        yield new
        new.rename(place)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def remove(place: Path) -> None:
    """At once: a process that is just opening it finds all of it, or none."""
    with suppress(OSError):  # another process may be sooner, and what can't be removed may stay
        gone = place.rename(place.with_name(f"{UNFINISHED}{secrets.token_hex(4)}"))
        if gone.is_dir() and not gone.is_symlink():
            shutil.rmtree(gone)
        else:
            gone.unlink()


def list_abandoned(folder: Path) -> list[Path]:
    """What was cut off long ago."""
    return list_old(folder.glob(f"{UNFINISHED}*"), _ABANDONED_SECONDS)


def list_old(places: Iterable[Path], seconds: float) -> list[Path]:
    long_ago = time.time() - seconds
    return [place for place in places if place.stat().st_mtime < long_ago]
