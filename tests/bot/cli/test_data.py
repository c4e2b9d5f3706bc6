"""Is the data folder one bot's alone, and is one that can't be written refused in one line?"""

from __future__ import annotations

import errno
import os
import re
import tempfile
from pathlib import Path

import pytest

from bot.cli.data import claimed
from bot.errors import SettingsError, TalksError
from tests.bot.test_settings import as_nobody


def test_a_folder_is_made_for_its_owner_alone_and_nothing_left_in_it(home: Path) -> None:
    with claimed(home / "talks" / "data"):
        assert (home / "talks" / "data").stat().st_mode & 0o777 == 0o700
    assert list((home / "talks" / "data").iterdir()) == []


def test_a_folder_has_one_owner_at_a_time(home: Path) -> None:
    for _ in range(2):
        with claimed(home), claimed(home / "other"):
            with pytest.raises(TalksError, match=re.escape(f"Another bot is serving with the data in {home};")):
                claimed(home).__enter__()
            with pytest.raises(TalksError):
                claimed(home).__enter__()


def test_a_folder_of_somebody_else_is_refused(home: Path) -> None:
    with (
        as_nobody(),
        pytest.raises(SettingsError, match=r"/talks \(TALKS_DATA\) can't be written: Permission denied$"),
        claimed(home / "talks"),
    ):
        pass


def test_a_full_disk_is_no_wrong_setting(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(**_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "TemporaryFile", fill)
    with pytest.raises(TalksError, match=r"No space left on device$") as refused:
        claimed(home).__enter__()
    assert refused.value.exit_code == 1
