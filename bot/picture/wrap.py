"""Where does a line of words end?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from PIL.ImageFont import FreeTypeFont

from bot.picture.fonts import Word


def wrap(words: Iterable[Word], width: float) -> list[list[Word]]:
    """Lines no wider than `width` pixels; a word that is wider alone is broken."""
    lines: list[list[Word]] = []
    room = 0.0
    for part, needed in (measured for word in words for measured in _break(word, width)):
        if not lines or part.space + needed > room:
            lines.append([part])
            room = width - needed
        else:
            lines[-1].append(part)
            room -= part.space + needed
    return lines


def join(line: Iterable[Word]) -> Iterator[Word]:
    """What is drawn at once: the neighbours that look the same, with the spaces between them."""
    for (font, fill, space), same in groupby(line, key=lambda word: (word.font, word.fill, word.space)):
        yield Word(" ".join(word.text for word in same), font, fill, space)


def _break(word: Word, width: float) -> Iterator[tuple[Word, float]]:
    """The word in parts that fit, each with its width."""
    text = word.text
    while (needed := word.font.getlength(text)) > width and len(text) > 1:
        fitting = _fitting(word.font, text, width)
        yield replace(word, text=text[:fitting]), word.font.getlength(text[:fitting])
        text = text[fitting:]
    yield replace(word, text=text), needed


def _fitting(font: FreeTypeFont, text: str, width: float) -> int:
    """How many of its characters fit, one at least."""
    return max(1, bisect_right(range(1, len(text)), width, key=lambda end: font.getlength(text[:end])))
