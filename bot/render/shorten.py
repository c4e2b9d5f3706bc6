"""Which part of a passage fits on a line? A slice of it, with an ellipsis where something is cut off."""

from __future__ import annotations

import re

from bot.render.html import clean
from corpus.models import Span

_WORD = re.compile(r"\S+")
_ABBREVIATED = re.compile(r"\.\w+\.$|\b[A-Z]\.$")
"""A full stop that belongs to its word: U.S., p.m."""


def shorten(text: str, longest: int, keep: Span | None = None) -> str:
    """About `longest` characters in one line, cut between words; `keep` is what must be seen of it."""
    keep = keep or Span(0, 0)
    begin = _begin(text, max(0, min(keep.start, keep.end - longest)))
    end = _end(text, begin, begin + longest)
    line = _trim(one_line(text[begin:end]))
    return ("…" if text[:begin].strip() else "") + line + ("…" if text[end:].strip() else "")


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _begin(text: str, from_here: int) -> int:
    """Where the next word begins; inside a word, where it is too long to be left out."""
    if not from_here or text[from_here - 1].isspace():
        return from_here
    space = re.compile(r"\s").search(text, from_here, from_here + 40)
    return space.end() if space else from_here


def _end(text: str, begin: int, limit: int) -> int:
    """Where the last word ends that fits; inside a word, where it would fill half the line."""
    if limit >= len(text) or text[limit].isspace():
        return min(limit, len(text))
    ends = (match.end() for match in _WORD.finditer(text, begin, limit))
    return max((end for end in ends if (begin + limit) // 2 < end < limit), default=limit)


def _trim(line: str) -> str:
    """Without what ends the sentence or leads to the next part of it."""
    line = line.rstrip(" ,;:–—-")
    return line[:-1] if line.endswith(".") and not _ABBREVIATED.search(line) else line
