"""May this bot use the data folder? Only where it can be written, and alone."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from bot.errors import SettingsError, TalksError

_PASSES = {errno.ENOSPC, errno.EDQUOT}
"""A full disk is no wrong setting: whatever restarts the bot should go on trying."""


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """The folder, made where there is none, is this bot's until the block ends or the process is killed."""
    _require_writable(folder)
    with _locked(folder):
        yield


def _require_writable(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except FileExistsError:
        raise SettingsError(f"The data folder {folder} (TALKS_DATA) can't be written: it is a file") from None
    except OSError as error:
        kind = TalksError if error.errno in _PASSES else SettingsError
        raise kind(f"The data folder {folder} (TALKS_DATA) can't be written: {error.strerror}") from error


if sys.platform == "win32":  # it locks no folders
    _locked = nullcontext
else:
    import fcntl

    @contextmanager
    def _locked(folder: Path) -> Iterator[None]:
        """The folder itself is locked, so that no file is left behind for the operator to wonder about."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):  # some network file systems lock no folders either
                _lock(descriptor, folder)
            yield
        finally:
            os.close(descriptor)

    def _lock(descriptor: int, folder: Path) -> None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TalksError(
                f"Another bot is serving with the data in {folder}; stop it, or give this one a TALKS_DATA of its own"
            ) from None
