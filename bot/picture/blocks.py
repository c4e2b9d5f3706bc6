"""Which words of a page stand in which block of its picture?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations
from itertools import groupby
from typing import Literal

from bot.picture.fonts import Fonts, Style, Word
from bot.picture.style import (
    CITED,
    DATE,
    DIVIDER,
    MARGIN,
    NOTE,
    NOTE_DATE,
    PLANNED_DATE,
    SUBTITLE,
    TEXT_WIDTH,
    TEXT_X,
    TITLE,
    TOLD,
    WIDTH,
)
from bot.picture.wrap import wrap
from bot.render.dates import write_period
from bot.render.punctuation import colon
from bot.render.timeline import also, captions_heading, page_number, planned_heading
from bot.render.timeline_pages import Line, Page, span_of

Dot = Literal["reported", "planned"]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of words under each other."""

    lines: tuple[tuple[Word, ...], ...]
    x: int
    leading: int
    """From one baseline to the next."""
    gap: int
    """Above the block."""
    dot: Dot | None = None

    @property
    def height(self) -> int:
        return self.gap + self.leading * len(self.lines)


@dataclass(frozen=True, slots=True)
class Blocks:
    page: Page
    words: NullTranslations
    fonts: Fonts

    def __iter__(self) -> Iterator[Block]:
        yield from self._heading()
        for section, lines in groupby(self.page.lines, key=lambda line: line.item.section):
            if section == "planned":
                yield self._block([self._write(planned_heading(self.words), DIVIDER)], gap=40, leading=44)
            for number, line in enumerate(lines):
                match section:
                    case "reported" | "planned":
                        yield self._event(line, section)
                    case "weeks" | "captions":
                        yield self._note(line, gap=16 if number else 44)

    def _heading(self) -> Iterator[Block]:
        title = write_period(*span_of(self.page), "day", self.words)
        yield self._block([self._write(title, TITLE)], x=MARGIN, leading=64)
        count = len(self.page.articles)
        subtitle = self.words.ngettext("{count} article", "{count} articles", count).format(count=count)
        if self.page.count > 1:
            subtitle = f"{subtitle} · {page_number(self.page, self.words)}"
        yield self._block([self._write(subtitle, SUBTITLE)], x=MARGIN, leading=46)

    def _event(self, line: Line, dot: Dot) -> Block:
        told = list(self._told(line, TOLD))
        if line.item.also:
            told += self._write(also(line, self.page, self.words).replace(" ", "\xa0"), CITED)
        date = self._write(line.when, PLANNED_DATE if dot == "planned" else DATE)
        return self._block([date, told], gap=36, leading=54, dot=dot)

    def _note(self, line: Line, gap: int) -> Block:
        """A week or captions: no dot, for they are no day on the rail."""
        if line.item.section == "captions":
            words = [*self._write(captions_heading(self.words), NOTE_DATE), *self._write(line.when, NOTE)]
        else:
            words = self._write(colon(line.when, self.words), NOTE_DATE)
        return self._block([[*words, *self._told(line, NOTE)]], gap=gap, leading=46)

    def _told(self, line: Line, style: Style) -> Iterator[Word]:
        for number, telling in enumerate(line.item.tellings):
            if number:
                yield from self._write("·", CITED)
            yield from self._write(telling.text, style)
            yield from self._write(self.page.cite(telling.articles), CITED)

    def _write(self, text: str, style: Style) -> list[Word]:
        return list(self.fonts.words(text, style))

    def _block(
        self, paragraphs: list[list[Word]], *, leading: int, gap: int = 0, x: int = TEXT_X, dot: Dot | None = None
    ) -> Block:
        width = TEXT_WIDTH if x == TEXT_X else WIDTH - 2 * x
        lines = tuple(tuple(line) for words in paragraphs for line in wrap(words, width))
        return Block(lines, x, leading, gap, dot)
