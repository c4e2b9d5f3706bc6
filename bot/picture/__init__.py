"""How do events, and the log's days, look as a picture? Needs Pillow, an extra: the text is complete without it."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import NullTranslations
from importlib.util import find_spec
from typing import TYPE_CHECKING

from bot.render.timeline_pages import Page

if TYPE_CHECKING:  # who draws events needs no log
    from bot.querylog.statistics import Counts


def can_draw() -> bool:
    return find_spec("PIL") is not None


def draw(page: Page, words: NullTranslations) -> bytes | None:
    """The page as PNG, for a phone; None where Pillow is not installed."""
    if not can_draw():
        return None
    from bot.picture.page import draw_page  # noqa: PLC0415 - it imports Pillow

    return draw_page(page, words)


def draw_days(days: Mapping[str, Counts], words: NullTranslations) -> bytes | None:
    """A chart of questions by ISO date, as PNG; None where Pillow is not installed."""
    if not can_draw():
        return None
    from bot.picture.chart import draw_chart  # noqa: PLC0415 - it imports Pillow

    return draw_chart(days, words)
