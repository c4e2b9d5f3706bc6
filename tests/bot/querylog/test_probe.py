"""Is it noticed when the log could take no row?"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot import sqlite
from bot.querylog.entries import Delivered, Entry
from bot.querylog.probe import find_trouble
from bot.querylog.schema import prepare
from bot.querylog.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NOBODY = 65534


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.sqlite3"
    prepare(path)
    return path


def test_a_log_that_is_well_is_left_as_it_is(log: Path) -> None:
    before = log.read_bytes()
    assert find_trouble(log) is None
    assert log.read_bytes() == before
    assert {path.name for path in log.parent.iterdir()} <= {log.name, f"{log.name}-wal", f"{log.name}-shm"}


async def test_rows_that_wait_for_it_are_trouble(log: Path) -> None:
    async def take_all(_: Sequence[Entry]) -> bool:
        return True

    waiting = Spool(log)
    place = waiting.append([Delivered(("1",), "2022")])
    assert find_trouble(log) == f"Rows wait in {place} until the query log {log} takes them."
    assert await waiting.take(take_all, 1) == "some"
    assert find_trouble(log) is None


def test_one_that_is_gone_is_not_made_anew(log: Path) -> None:
    log.unlink()
    assert find_trouble(log) == f"The query log {log} is gone."
    assert not log.exists()


def test_one_that_another_program_holds_is_trouble(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite.connect, "__defaults__", (0.01,))
    with closing(sqlite3.connect(log, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert find_trouble(log) == (f"The query log {log} is locked by another program; close that one and try again.")
        other.execute("ROLLBACK")
    assert find_trouble(log) is None


def test_one_that_is_damaged_is_trouble(log: Path) -> None:
    log.write_bytes(b"no log, however long one looks at it " * 100)
    trouble = find_trouble(log)
    assert trouble
    assert "is damaged or no query log at all" in trouble


def test_a_folder_that_may_not_be_used_is_trouble(log: Path) -> None:
    user = os.geteuid()
    log.chmod(0o666)
    log.parent.chmod(0o555)
    if user == 0:  # whom permissions don't bind
        os.seteuid(NOBODY)
    try:
        trouble = find_trouble(log)
    finally:
        os.seteuid(user)
        log.parent.chmod(0o755)
    assert trouble
    assert "cannot be opened" in trouble


def test_a_full_disk_is_trouble(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    assert find_trouble(log) == f"The query log {log} cannot be opened: No space left on device."
