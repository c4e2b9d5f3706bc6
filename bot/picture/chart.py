"""How are the questions of each day drawn? A bar a day, what was refused of them on top."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from gettext import NullTranslations
from typing import NamedTuple

from PIL import Image, ImageDraw

from bot.picture.fonts import Fonts, Style
from bot.picture.style import BACKGROUND, MARGIN, NOTE, PLANNED, RAIL, REPORTED, TITLE, WIDTH
from bot.querylog.days import every_day
from bot.querylog.statistics import Counts
from bot.render.dates import write_day

HEIGHT = 640
TOP, BOTTOM = 220, 540
"""Of the highest bar."""
GAP = 0.25
"""Between two bars, of the room that one has."""
SQUARE = 26
"""In the legend."""


class _Paper(NamedTuple):
    pencil: ImageDraw.ImageDraw
    fonts: Fonts

    def write(self, text: str, style: Style, x: float, y: float, *, is_right: bool = False) -> float:
        """On the baseline y, from x on or up to it; where the text ends."""
        written = list(self.fonts.words(text, style))
        widths = [word.font.getlength(word.text) + word.space for word in written]
        if is_right:
            x -= sum(widths) - written[-1].space
        for word, width in zip(written, widths, strict=True):
            self.pencil.text((x, y), word.text, word.fill, word.font, anchor="ls")
            x += width
        return x


def draw_chart(days: Mapping[str, Counts], words: NullTranslations) -> bytes:
    """As PNG; there is at least one day."""
    shown = every_day(days)
    image = Image.new("RGB", (WIDTH, HEIGHT), BACKGROUND)
    paper = _Paper(ImageDraw.Draw(image), Fonts())
    _draw_legend(paper, words)
    _draw_bars(paper.pencil, list(shown.values()))
    highest = max(counts.questions for counts in shown.values())
    paper.write(f"{highest:,}", NOTE, WIDTH - MARGIN, TOP - 14, is_right=True)
    first, last = (write_day(dt.date.fromisoformat(day), words) for day in (min(shown), max(shown)))
    paper.write(first, NOTE, MARGIN, BOTTOM + 56)
    if first != last:
        paper.write(last, NOTE, WIDTH - MARGIN, BOTTOM + 56, is_right=True)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def _draw_legend(paper: _Paper, words: NullTranslations) -> None:
    paper.write(words.gettext("Questions a day"), TITLE, MARGIN, 108)
    x: float = MARGIN
    for name, colour in ((words.gettext("answered"), REPORTED), (words.gettext("refused"), PLANNED)):
        paper.pencil.rectangle((x, 170 - SQUARE, x + SQUARE, 170), colour)
        x = paper.write(name, NOTE, x + SQUARE + 14, 170) + 40


def _draw_bars(pencil: ImageDraw.ImageDraw, days: list[Counts]) -> None:
    highest = max(counts.questions for counts in days) or 1
    room = (WIDTH - 2 * MARGIN) / max(len(days), 7)  # a single day is no wall
    pencil.line((MARGIN, TOP, WIDTH - MARGIN, TOP), RAIL, 2)
    for number, counts in enumerate(days):
        left = MARGIN + number * room
        right = left + room * (1 - GAP)
        middle = BOTTOM - (BOTTOM - TOP) * (counts.questions - counts.refused) / highest
        top = BOTTOM - (BOTTOM - TOP) * counts.questions / highest
        if counts.questions > counts.refused:
            pencil.rectangle((left, middle, right, BOTTOM), REPORTED)
        if counts.refused:
            pencil.rectangle((left, top, right, middle), PLANNED)
    pencil.line((MARGIN, BOTTOM, WIDTH - MARGIN, BOTTOM), RAIL, 4)
