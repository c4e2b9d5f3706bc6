"""Where do quotation marks open and close?

A scan reads a paragraph once, from mark to mark. Marks of one kind pair up; a quotation within another is part of it;
one that no mark closes ends with its paragraph and says so. Typewriters' doubled apostrophes are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.models import Span

_MARK = re.compile(r"[\"“”„«»]")
_CLOSED_BY = {"“": '”"', '"': '"”', "„": '“”"', "«": "»", "»": "«"}
"""Which marks close what each mark opened. Writers mix curly and straight ones; Germans write » «."""
_SINGLE = re.compile(r"(?<![\w'‘’.,!?…)])['‘](?=[\w\"“(\[$£€…])|(?<=[\w.,!?…\"”)\]–—-])['’](?!['’\w])")
_OUTER_DOUBLE = re.compile(r"(?<![^\s(—–-])[“\"„«](?=\w)")
_OUTER_SINGLE = re.compile(r"(?<![^\s(—–-])[‘'](?=[A-Z])")
_FIRST_DOUBLE = re.compile(r"^[“\"„«]", re.MULTILINE)
_FIRST_SINGLE = re.compile(r"^[‘'](?=[A-Z])", re.MULTILINE)
_POSSESSIVE = re.compile(r"(?<=s)[’'](?=\s+[a-z])")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks, marks included."""

    span: Span
    closed: bool
    continues: bool = False
    """It opens again what the paragraph before it left open."""

    @property
    def words(self) -> Span:
        """The stretch without its marks."""
        start = self.span.start + 1
        return Span(start, max(start, self.span.end - self.closed))


def scan_paragraphs(text: str, paragraphs: Sequence[Span]) -> list[list[Marked]]:
    """What is quoted in every paragraph, in reading order; no quotation overlaps another."""
    scan = _scan_singles if _has_british_marks(text) else _scan_doubles
    found: list[list[Marked]] = []
    left_open = False
    for paragraph in paragraphs:
        marked = list(scan(text, paragraph))
        if left_open and marked and marked[0].span.start == paragraph.start:
            marked[0] = replace(marked[0], continues=True)
        left_open = bool(marked) and not marked[-1].closed
        found.append(marked)
    return list(_without_narration(text, paragraphs, found))


def _without_narration(text: str, paragraphs: Sequence[Span], found: Sequence[list[Marked]]) -> Iterator[list[Marked]]:
    """Drop a paragraph that opens and never closes, unless it is introduced or goes on.

    A stray mark before a paragraph makes no speech of it: “But Russia on Sunday appeared. Speech of several
    paragraphs follows a colon, or what was left open before it, or goes on in a paragraph that is nothing but speech.
    """
    for number, (paragraph, marked) in enumerate(zip(paragraphs, found, strict=True)):
        stray = len(marked) == 1 and not marked[0].closed and marked[0].span.start == paragraph.start
        if stray and not marked[0].continues and not _is_introduced(text, paragraphs, number):
            goes_on = number + 1 < len(found) and _is_all_speech(text, paragraphs[number + 1], found[number + 1])
            yield marked if goes_on else []
        else:
            yield marked


def _is_introduced(text: str, paragraphs: Sequence[Span], number: int) -> bool:
    return number > 0 and text[paragraphs[number - 1].end - 1] == ":"


def _is_all_speech(text: str, paragraph: Span, marked: Sequence[Marked]) -> bool:
    """Whether no word of a paragraph stands outside its marks."""
    start, outside = paragraph.start, []
    for one in marked:
        outside.append(text[start : one.span.start])
        start = one.span.end
    outside.append(text[start : paragraph.end])
    return bool(marked) and not any(char.isalnum() for part in outside for char in part)


def _has_british_marks(text: str) -> bool:
    """Whether single marks, not double ones, hold what is said: they open more often, or alone open paragraphs."""
    if "''" in text or not _OUTER_SINGLE.search(text):
        return False
    singles, doubles = (sum(1 for _ in marks.finditer(text)) for marks in (_OUTER_SINGLE, _OUTER_DOUBLE))
    if singles == doubles:
        return bool(_FIRST_SINGLE.search(text)) and not _FIRST_DOUBLE.search(text)
    return singles > doubles


def _scan_doubles(text: str, paragraph: Span) -> Iterator[Marked]:
    opened: int | None = None
    inner = ""
    """What closes a quotation within the quotation."""
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, mark = match.start(), match[0]
        if opened is None:
            opened, inner = (at, "") if _can_open(text, at, paragraph) else (None, "")
        elif inner and mark == inner:
            inner = ""
        elif _closes(text, at, text[opened], paragraph):
            yield Marked(Span(opened, at + 1), closed=True)
            opened = None
        elif mark in '“"' and mark != text[opened]:
            inner = _CLOSED_BY[mark][0]
        elif mark == text[opened]:
            opened = at  # nothing closed the mark before this one
    if opened is not None and paragraph.end - opened > 1:
        yield Marked(Span(opened, paragraph.end), closed=False)


def _can_open(text: str, at: int, paragraph: Span) -> bool:
    if text[at] in "“„«":
        return True
    before = text[at - 1] if at > paragraph.start else " "
    follows = text[at + 1] if at + 1 < paragraph.end else " "
    return text[at] in '"»' and not follows.isspace() and not before.isalnum() and before != "="


def _closes(text: str, at: int, opened: str, paragraph: Span) -> bool:
    if text[at] == '"' and _opens_anew(text, at, paragraph):
        return False
    return text[at] in _CLOSED_BY[opened] or _closes_wrongly(text, at, paragraph)


def _opens_anew(text: str, at: int, paragraph: Span) -> bool:
    """A straight mark with a space before it and a word behind it cannot close."""
    inside = paragraph.start < at < paragraph.end - 1
    return inside and text[at - 1].isspace() and text[at + 1].isalnum()


def _closes_wrongly(text: str, at: int, paragraph: Span) -> bool:
    """An opening mark that a slip put behind the words: “It’s unusual,“ said."""
    behind = at + 1 == paragraph.end or text[at + 1].isspace()
    return behind and text[at] == "“" and not text[at - 1].isspace()


def _scan_singles(text: str, paragraph: Span) -> Iterator[Marked]:
    opened: int | None = None
    for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        opens = at == paragraph.start or text[at - 1].isspace() or text[at - 1] in "(—–-["
        if opened is None:
            opened = at if opens else None
        elif not opens and not _POSSESSIVE.match(text, at):
            yield Marked(Span(opened, at + 1), closed=True)
            opened = None
    if opened is not None and paragraph.end - opened > 1:
        yield Marked(Span(opened, paragraph.end), closed=False)
