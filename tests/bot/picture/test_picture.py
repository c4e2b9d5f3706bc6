from __future__ import annotations

import subprocess
import sys
from gettext import NullTranslations

import pytest

import bot.picture
from bot.picture import can_draw, draw
from bot.render.timeline_pages import turn_pages
from tests.bot.render.events import EVENTS, SEEDS

WORDS = NullTranslations()
[PAGE] = turn_pages(EVENTS, SEEDS, WORDS)


def test_a_page_is_drawn_as_png() -> None:
    assert can_draw()
    assert (draw(PAGE, WORDS) or b"").startswith(b"\x89PNG")


def test_without_pillow_there_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.picture, "find_spec", lambda _: None)
    assert not can_draw()
    assert draw(PAGE, WORDS) is None


def test_the_same_page_gives_the_same_picture() -> None:
    assert draw(PAGE, WORDS) == draw(PAGE, WORDS)


def test_the_extras_are_not_imported_before_they_are_needed() -> None:
    code = "import sys, bot.picture.alt, bot.render.ics; sys.exit(bool({'PIL', 'icalendar'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
