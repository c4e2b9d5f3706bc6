"""How is a file of lines written so that it survives a kill, and two programs at once?"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from bot.querylog.durable import sync_folder

_OPEN = os.O_RDWR | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)  # the system's folder is everybody's

if sys.platform == "win32":  # where nobody renames a file that another has open
    _locked = nullcontext
else:
    import fcntl

    @contextmanager
    def _locked(descriptor: int) -> Iterator[None]:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(descriptor, fcntl.LOCK_UN)


def append(place: Path, text: bytes) -> None:
    """On disk, whole, or OSError and nothing of it."""
    with exclusive(place, make=True) as descriptor:
        assert descriptor is not None  # noqa: S101 - it was made
        before = os.fstat(descriptor).st_size
        try:
            _write(descriptor, b"\n" * (before > 0) + text)  # the last writer may have been killed inside a line
            os.fsync(descriptor)
            if not before:
                sync_folder(place.parent)
        except OSError:
            os.ftruncate(descriptor, before)
            raise


def replace(place: Path, descriptor: int, kept: bytes) -> None:
    """What is kept is on disk before the rest is gone; of the rest not a byte is left."""
    if kept:
        draft = place.with_suffix(".new")
        draft.unlink(missing_ok=True)
        append(draft, kept)
        draft.replace(place)
    else:
        place.unlink()
    os.ftruncate(descriptor, 0)
    sync_folder(place.parent)


@contextmanager
def exclusive(place: Path, *, make: bool = False) -> Iterator[int | None]:
    """The file, open and nobody else's until the block ends; None where there is none."""
    while True:
        try:
            descriptor = os.open(place, _OPEN | (os.O_CREAT if make else 0), 0o600)
        except FileNotFoundError:
            if make:
                raise
            yield None
            return
        try:
            with _locked(descriptor):
                if not _is(place, descriptor):  # it was replaced while we waited
                    continue
                _require_own(place, descriptor)
                yield descriptor
                return
        finally:
            os.close(descriptor)


def _is(place: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(place.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _require_own(place: Path, descriptor: int) -> None:
    """Somebody else could have laid a file there to read what is written."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or (hasattr(os, "geteuid") and status.st_uid != os.geteuid()):
        raise PermissionError(f"{place} is somebody else's")


def size(place: Path) -> int:
    try:
        return place.lstat().st_size
    except OSError:
        return 0


def read(place: Path) -> bytes:
    try:
        return place.read_bytes() if size(place) else b""
    except OSError:
        return b""


def _write(descriptor: int, text: bytes) -> None:
    view = memoryview(text)
    while view:
        view = view[os.write(descriptor, view) :]
