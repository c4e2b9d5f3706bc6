from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.languages import FILE, Languages
from bot.querylog.pseudonyms import Pseudonyms

PSEUDONYMS = Pseudonyms(b"a key for our tests")


def test_a_choice_outlives_the_process_and_names_nobody(tmp_path: Path) -> None:
    Languages(tmp_path, PSEUDONYMS).choose(77_001, "uk")
    languages = Languages(tmp_path, PSEUDONYMS)
    assert [languages.of(77_001), languages.of(77_002)] == ["uk", None]
    assert "77001" not in (tmp_path / FILE).read_text("utf-8")
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_as_in_telegram_leaves_nothing_of_a_reader(tmp_path: Path) -> None:
    languages = Languages(tmp_path, PSEUDONYMS)
    languages.choose(1, "uk")
    languages.choose(2, "de")
    languages.choose(1, None)
    assert PSEUDONYMS.of("user", 1) not in (tmp_path / FILE).read_text("utf-8")
    assert [languages.of(1), languages.of(2)] == [None, "de"]
    languages.choose(2, None)
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("text", ["{", "[]", "7"])
def test_a_damaged_file_keeps_no_bot_from_starting(tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    (tmp_path / FILE).write_text(text, "utf-8")
    assert Languages(tmp_path, PSEUDONYMS).of(1) is None
    assert "is damaged" in caplog.text
