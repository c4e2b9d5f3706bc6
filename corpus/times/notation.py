"""How are patterns over classes of words written, "the? WHICH unit", and matched?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_NAME = re.compile(r"[a-z][a-z_]*")
_PIECE = re.compile(r"[A-Z][A-Z_]*")
_FIRST_LETTER = 0xE000
"""Where Unicode's private letters begin: none of them means anything to a regular expression."""

_UNNAMED = "-"


@dataclass(frozen=True, slots=True)
class Notation:
    """Named patterns over rows of classes. A class is one letter, so that a row is a text like any other."""

    letters: Mapping[str, str]
    pattern: re.Pattern[str]

    def write(self, kinds: Iterable[str]) -> str:
        """A row of classes, a letter each; those that no pattern names share one."""
        letters = self.letters
        return "".join([letters.get(kind, _UNNAMED) for kind in kinds])

    def find(self, row: str) -> Iterator[tuple[str, int, int]]:
        """Where the patterns match, leftmost first: the pattern's name, its first class, the one after its last."""
        for match in self.pattern.finditer(row):
            yield str(match.lastgroup), match.start(), match.end()


def compile_notation(patterns: Mapping[str, str], pieces: Mapping[str, str]) -> Notation:
    """Small names are classes, capital ones pieces to put in; all else is as in regular expressions."""
    spelled = {name: _spell_out(pattern, pieces) for name, pattern in patterns.items()}
    names = dict.fromkeys(name for pattern in spelled.values() for name in _NAME.findall(pattern))
    letters = {name: chr(_FIRST_LETTER + number) for number, name in enumerate(names)}
    groups = (f"(?P<{name}>{_write(pattern, letters)})" for name, pattern in spelled.items())
    return Notation(letters, re.compile(f"(?!{_UNNAMED})(?:{'|'.join(groups)})"))


def _spell_out(pattern: str, pieces: Mapping[str, str]) -> str:
    while _PIECE.search(pattern):
        pattern = _PIECE.sub(lambda match: f"({pieces[match[0]]})", pattern)
    return pattern


def _write(pattern: str, letters: Mapping[str, str]) -> str:
    uncaptured = re.sub(r"\((?!\s*\?)", "(?:", pattern)
    return re.sub(r"\s+", "", _NAME.sub(lambda match: letters[match[0]], uncaptured))
