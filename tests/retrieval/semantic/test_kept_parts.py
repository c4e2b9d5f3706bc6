"""Do kept parts do no harm, whatever became of them, and are they gone when nobody needs them?"""

from __future__ import annotations

import os
import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest

from retrieval.kept_parts import list_parts, read_part
from retrieval.semantic.learning import KEPT_EVERY, learn_meanings
from retrieval.store import Store
from tests.retrieval.semantic.encoders import Letters
from tests.retrieval.semantic.starts import CORPUS, COUNT, KEY, encoded_next, interrupt, learn, passages


class Other(Letters):
    name = "letters 2"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def lines() -> list[str]:
    return []


def test_what_another_encoder_said_is_neither_taken_nor_lost(folder: Path, lines: list[str]) -> None:
    interrupt(Store(folder, "1.0", lines.append, Letters()), Letters(), 30)
    other = Other()
    store = Store(folder, "1.0", lines.append, other)
    store.save("other", learn(store, other))
    assert len(other.passages) == COUNT
    assert len(list_parts(folder)) == 1
    assert encoded_next(folder, lines.append) == COUNT - 30


def test_of_other_articles_nothing_is_lost(folder: Path, lines: list[str]) -> None:
    interrupt(Store(folder, "1.0", lines.append, Letters()), Letters(), 30)
    store = Store(folder, "1.0", lines.append, Letters())
    store.save("other", learn(store, Letters(), passages(20, "Chess")))
    assert encoded_next(folder, lines.append) == COUNT - 30


def test_what_nobody_goes_on_with_is_tidied_away(folder: Path, lines: list[str]) -> None:
    for _ in range(2):
        interrupt(Store(folder, "1.0", lines.append, Letters()), Letters(), 30)
    old, new = list_parts(folder)
    os.utime(old, (0, 0))
    store = Store(folder, "1.0", lines.append, Letters())
    store.save("other", learn(store, Letters(), passages(20, "Chess")))
    assert list_parts(folder) == [new]


# Damage: each does something to a part.


def _shorten(part: Path) -> None:
    os.truncate(part / "meanings.vectors.rows.npy", 200)


def _flip(part: Path) -> None:
    path = part / "meanings.digests.npy"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


def _lose_the_manifest(part: Path) -> None:
    (part / "manifest.json").unlink()


def _empty(part: Path) -> None:
    shutil.rmtree(part)
    part.mkdir()


def _put_a_file(part: Path) -> None:
    shutil.rmtree(part)
    part.write_text("not yours", "utf-8")


@pytest.mark.parametrize("damage", [_shorten, _flip, _lose_the_manifest, _empty, _put_a_file])
def test_a_damaged_part_is_encoded_anew_with_one_line(
    folder: Path, lines: list[str], damage: Callable[[Path], None]
) -> None:
    interrupt(Store(folder, "1.0", lines.append, Letters()), Letters(), KEPT_EVERY + 7)
    damaged, whole = list_parts(folder)
    kept = read_part(whole)
    assert kept
    damage(damaged)
    assert encoded_next(folder, lines.append) == COUNT - len(kept.digests)
    [line] = lines
    assert str(damaged) in line


@contextmanager
def _no_folder(folder: Path) -> Iterator[None]:
    folder.write_text("a file, where the folder should be", "utf-8")
    yield


@contextmanager
def _full_disk(folder: Path) -> Iterator[None]:
    """No file may grow beyond this: writing fails midway. Only in here: pytest's own output may go to a file, too."""
    del folder
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("hindered", [_no_folder, _full_disk])
def test_where_nothing_can_be_kept_it_goes_on_with_one_line(
    folder: Path, lines: list[str], hindered: Callable[[Path], AbstractContextManager[None]]
) -> None:
    store = Store(folder, "1.0", lines.append, Letters())
    with hindered(folder):
        answerer = learn(store, Letters())
        assert store.save(KEY, answerer) is answerer
    assert answerer.book
    assert np.array_equal(answerer.book.vectors.exact(7), learn_meanings(CORPUS, Letters()).book.vectors.exact(7))
    [line] = lines
    assert f"can't be saved in {folder}" in line
    assert folder.is_file() or list(folder.iterdir()) == []


def _start(folder: str) -> list[str]:
    lines: list[str] = []
    store = Store(Path(folder), "1.0", lines.append, Letters())
    for number in range(3):
        store.save(str(number), learn(store, Letters(), passages(COUNT, f"Round {number} of talks")))
    return lines


def test_processes_that_encode_at_once_do_no_harm(folder: Path, lines: list[str]) -> None:
    with get_context("spawn").Pool(2) as processes:
        assert processes.map(_start, [str(folder)] * 2, chunksize=1) == [[], []]
    assert list_parts(folder) == []
    assert Store(folder, "1.0", lines.append, Letters()).find("2")
