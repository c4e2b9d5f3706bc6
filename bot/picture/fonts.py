"""Which font draws a word, and what is left of a text where none can draw it?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import features
from PIL.ImageFont import FreeTypeFont, truetype

Weight = Literal["regular", "semibold"]

FOLDER = Path(__file__).parent / "fonts"
INTER: dict[Weight, str] = {"regular": "Inter-Regular.otf", "semibold": "Inter-SemiBold.otf"}
"""Latin, Cyrillic and Greek."""
DEJAVU = "DejaVuSans.ttf"
"""Armenian, Georgian, Hebrew, Arabic, Lao, and symbols."""
NOT_A_CHARACTER = "\U0010ffff"
"""A font draws it as it draws all that it lacks."""
MEASURED = 20
"""Pixels of the characters that are drawn to see whether the font has them."""
JOINED = ("Mn", "Mc", "Me", "Cf")
"""Marks, variants and joiners: without the character that they belong to, they are nothing."""
LEAST_DRAWN = 0.5
"""Of a text's letters: of less, nothing is shown but the day and the source."""

_SPACES = re.compile(r"[^\S\xa0]+")
"""Between words; a no-break space parts none."""


@dataclass(frozen=True, slots=True)
class Style:
    weight: Weight
    size: int
    fill: str


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    font: FreeTypeFont
    fill: str
    space: float
    """How wide the font's space is."""


class Fonts:
    """The fonts of one picture, loaded as they are needed."""

    def __init__(self) -> None:
        self._loaded: dict[tuple[str, int], tuple[FreeTypeFont, float]] = {}
        self._drawn: dict[tuple[str, str], bool] = {}
        # Without it, words written from right to left would come out backwards.
        self._turns = features.check("fribidi")

    def words(self, text: str, style: Style) -> Iterator[Word]:
        """The words that can be drawn; an ellipsis for what can't."""
        text = self._drawable(text, style.weight)
        whole = any(_is_right_to_left(char) for char in text)
        for word in filter(None, _SPACES.split(text)):
            name = DEJAVU if whole or not self._covers(INTER[style.weight], word) else INTER[style.weight]
            font, space = self._load(name, style.size)
            yield Word(word, font, style.fill, space)

    def _drawable(self, text: str, weight: Weight) -> str:
        kept: list[str] = []
        lost = False
        for char in unicodedata.normalize("NFC", text):
            drawn = self._draws(INTER[weight], char) or self._draws(DEJAVU, char)
            if drawn and not (lost and unicodedata.category(char) in JOINED):
                kept.append(char)
                lost = False
            elif not lost:
                kept.append("…")
                lost = True
        letters = sum(map(str.isalnum, text))
        return "".join(kept) if sum(map(str.isalnum, kept)) >= LEAST_DRAWN * letters else ""

    def _covers(self, name: str, word: str) -> bool:
        return all(self._draws(name, char) for char in word)

    def _draws(self, name: str, char: str) -> bool:
        if (name, char) not in self._drawn:
            turned = self._turns or not _is_right_to_left(char)
            self._drawn[name, char] = turned and (char.isspace() or "!" <= char <= "~" or self._has(name, char))
        return self._drawn[name, char]

    def _has(self, name: str, char: str) -> bool:
        if unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs"):
            return False
        font, _ = self._load(name, MEASURED)
        drawn, lacking = font.getmask(char), font.getmask(NOT_A_CHARACTER)
        return drawn.size != lacking.size or bytes(drawn) != bytes(lacking)

    def _load(self, name: str, size: int) -> tuple[FreeTypeFont, float]:
        if (name, size) not in self._loaded:
            font = truetype(FOLDER / name, size)
            self._loaded[name, size] = font, font.getlength(" ")
        return self._loaded[name, size]


def _is_right_to_left(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("R", "AL")
