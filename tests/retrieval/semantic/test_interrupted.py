"""Is an interrupted encoding taken up where it stood, whatever interrupted it?"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import pytest

from retrieval.kept_parts import list_parts
from retrieval.semantic.book import Book
from retrieval.semantic.encoder import Floats
from retrieval.semantic.learning import BATCH, KEPT_EVERY, learn_meanings
from retrieval.store import Store
from tests.retrieval.semantic.encoders import Letters
from tests.retrieval.semantic.starts import CORPUS, COUNT, encoded_next, interrupt, learn

PROCESSES = get_context("spawn")
PATIENCE = 60


class Stuck(Letters):
    """Encodes no more once it comes to that passage, and says that it did."""

    def __init__(self, number: int, is_stuck: Event) -> None:
        super().__init__()
        self._last, self._is_stuck = f" {number} ", is_stuck

    def encode_passages(self, texts: Sequence[str]) -> Floats:
        if any(self._last in text for text in texts):
            _hang(self._is_stuck)
        return super().encode_passages(texts)


def _hang(is_stuck: Event) -> None:
    is_stuck.set()
    threading.Event().wait()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def lines() -> list[str]:
    return []


def _encode_until(folder: str, number: int, is_stuck: Event) -> None:
    encoder = Stuck(number, is_stuck)
    learn(Store(Path(folder), "1.0", print, encoder), encoder)


def _write_until(folder: str, count: int, is_stuck: Event) -> None:
    """Hangs once so many files are written, of which a part has four."""
    flushed: list[object] = []
    really = os.fsync

    def flush(fd: Any) -> None:
        really(fd)
        flushed.append(fd)
        if len(flushed) == count:
            _hang(is_stuck)

    os.fsync = flush
    learn(Store(Path(folder), "1.0", print, Letters()), Letters())


def wait_for_parts(folder: Path, count: int) -> None:
    """Encoding is ahead of writing."""
    deadline = time.monotonic() + PATIENCE
    while len(list_parts(folder)) < count:
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("run", "until", "kept"),
    [
        (_encode_until, BATCH, 0),
        (_encode_until, 2 * KEPT_EVERY + BATCH, 2 * KEPT_EVERY),
        (_write_until, 1, 0),
        (_write_until, 6, KEPT_EVERY),
        (_write_until, 8, KEPT_EVERY),
    ],
)
def test_after_a_kill_only_the_rest_is_encoded(
    folder: Path, lines: list[str], run: Callable[[str, int, Event], None], until: int, kept: int
) -> None:
    is_stuck = PROCESSES.Event()
    process = PROCESSES.Process(target=run, args=(str(folder), until, is_stuck))
    process.start()
    assert is_stuck.wait(PATIENCE)
    wait_for_parts(folder, kept // KEPT_EVERY)
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    process.close()
    assert encoded_next(folder, lines.append) == COUNT - kept
    assert lines == []


@pytest.mark.parametrize("after", [1, KEPT_EVERY, KEPT_EVERY + 1, COUNT])
def test_after_ctrl_c_nothing_is_encoded_twice(folder: Path, lines: list[str], after: int) -> None:
    encoder = Letters()
    interrupt(Store(folder, "1.0", lines.append, encoder), encoder, after)
    assert encoded_next(folder, lines.append) == COUNT - after
    assert lines == []


def test_ctrl_c_while_a_part_is_written_loses_nothing(folder: Path, lines: list[str]) -> None:
    store = Store(folder, "1.0", lines.append, Letters())
    tries: list[Book] = []

    def keep(part: Book) -> None:
        tries.append(part)
        if len(tries) == 1:
            raise KeyboardInterrupt
        store.keep(part)

    with pytest.raises(KeyboardInterrupt):
        learn_meanings(CORPUS, Letters(), keep=keep)
    assert encoded_next(folder, lines.append) == COUNT - KEPT_EVERY


def test_one_interruption_may_follow_another(folder: Path, lines: list[str]) -> None:
    for after in (10, 20, 30):
        interrupt(Store(folder, "1.0", lines.append, Letters()), Letters(), after)
    assert encoded_next(folder, lines.append) == COUNT - 60


def test_another_version_of_the_program_goes_on_with_it(folder: Path, lines: list[str]) -> None:
    interrupt(Store(folder, "0.9", lines.append, Letters()), Letters(), 30)
    assert encoded_next(folder, lines.append) == COUNT - 30
