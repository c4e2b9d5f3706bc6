from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface

import bot
from bot.i18n import CATALOGUES, words


@pytest.mark.parametrize("language", [None, "", "en", "pt-br", "xx", "../../etc", "\0", "x" * 5000])
def test_every_language_gets_words(language: str | None) -> None:
    assert words(language).gettext("The articles don’t tell.") == "The articles don’t tell."


def test_the_template_of_all_strings_is_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(bot.__file__).parents[1])
    fresh = tmp_path / "talks.pot"
    arguments = f"pybabel -q extract --no-location --omit-header -o {fresh} bot"
    CommandLineInterface().run(arguments.split())  # type: ignore[no-untyped-call]
    assert (CATALOGUES / "talks.pot").read_text("utf-8") == fresh.read_text("utf-8"), "run: make locale"
