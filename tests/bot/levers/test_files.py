"""Are the files read as they stand, and is a bad one told by its line?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError, TalksError
from bot.levers.files import PINS, THRESHOLD, WORDINGS, lever_files, load_levers, look_at, write_text
from retrieval.levers import Levers
from tests.bot.levers import samples
from tests.bot.levers.samples import LED, OTHER_PIN, PIN


def test_without_files_nothing_is_set(tmp_path: Path) -> None:
    assert load_levers(tmp_path / "none") == Levers()


def test_what_is_written_by_hand_is_read(tmp_path: Path) -> None:
    (tmp_path / WORDINGS).write_text(f"\ufeff# ours\r\n{LED}\r\n", "utf-8", newline="")
    (tmp_path / PINS).write_text(PIN.to_line() + OTHER_PIN.to_line(), "utf-8")
    (tmp_path / THRESHOLD).write_text(samples.THRESHOLD.to_text(), "utf-8")
    assert load_levers(tmp_path) == Levers((LED,), (PIN, OTHER_PIN), samples.THRESHOLD)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (WORDINGS, b"# ours\nchief negotiator\n", ", line 2: is not of the form: words of a question ~ words of the"),
        (PINS, b"\n\n{}\n", ", line 3: 'key' is missing"),
        (THRESHOLD, b"0.4", ": is not a JSON object"),
        (WORDINGS, b"\xff", " is not UTF-8"),
    ],
)
def test_a_bad_file_is_one_line(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        load_levers(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / name}{says}")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / PINS).mkdir()
    with pytest.raises(SettingsError, match="can't be read: Is a directory"):
        load_levers(tmp_path)


@pytest.mark.parametrize("text", ["one\n", "", None])
def test_another_look_is_another_content(tmp_path: Path, text: str | None) -> None:
    write_text(tmp_path / WORDINGS, "a ~ b\n")
    files = lever_files(tmp_path)
    before = look_at(files)
    assert look_at(files) == before
    write_text(tmp_path / WORDINGS, text)
    assert look_at(files) != before
    assert [path.name for path in tmp_path.iterdir()] == ([] if text is None else [WORDINGS])


def test_what_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / WORDINGS).mkdir()
    with pytest.raises(TalksError, match="can't be written: Is a directory"):
        write_text(tmp_path / WORDINGS, "a ~ b\n")
    assert [path.name for path in tmp_path.iterdir()] == [WORDINGS], "no draft is left"
