"""Does the wheel hold everything that the program reads at work, and nothing else?"""

from __future__ import annotations

import fnmatch
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.container import PACKAGES, ROOT, program_files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", into, ROOT], check=True)
    [wheel] = into.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_file_of_the_packages_is_in_the_wheel(names: set[str]) -> None:
    """hatchling leaves out what .gitignore names, without a word."""
    assert program_files() == {name for name in names if name.startswith(PACKAGES)}


@pytest.mark.parametrize(
    "pattern",
    [
        "bot/py.typed",
        "retrieval/py.typed",
        "corpus/py.typed",
        "corpus/articles/000_*.txt",
        "corpus/articles/002_*.txt",
        "bot/locale/*",
        "bot/picture/fonts/*.otf",
        "bot/picture/fonts/*-LICENSE.txt",
        "bot/review/static/*",
        "bot/review/static/vendor/*",
        "bot/review/templates/*",
        "bot/simulator/page/*",
        "*.dist-info/licenses/LICENSE",
    ],
)
def test_what_is_read_at_work_is_in_the_wheel(names: set[str], pattern: str) -> None:
    assert fnmatch.filter(names, pattern)


def test_the_wheel_brings_no_other_package(names: set[str]) -> None:
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == set(PACKAGES)


def test_the_wheel_asks_not_to_be_published(wheel: Path, names: set[str]) -> None:
    [metadata] = fnmatch.filter(names, "*.dist-info/METADATA")
    with zipfile.ZipFile(wheel) as archive:
        assert b"Classifier: Private :: Do Not Upload" in archive.read(metadata)
