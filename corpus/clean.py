"""Which parts of an article's text are prose, and which headings, captions or page furniture?

Cleaning selects spans; it rewrites nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.lines import BlockKind, ends_sentence, find_kind, is_bare_date, is_credit, may_be_caption
from corpus.models import Span

WRAP_WIDTHS = range(50, 121)
"""Lines of text wrapped by hand are about this long; a paragraph on one line is longer."""
SAME_CAPTION = 0.6
"""Share of words from which two lines together are a picture's description and its caption (seed 2: .77)."""
MIN_DESCRIPTION_WORDS = 8
"""Shorter lines share their words by chance: a heading "Airport", then "The airport is …" (seed 2: 14)."""

_INVISIBLE = r"\s\u200b\ufeff"
_VISIBLE = re.compile(rf"[^{_INVISIBLE}](?:.*[^{_INVISIBLE}])?", re.DOTALL)
_MARKDOWN_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or what stands in its place. `units` are the parts to be cited, before prose is split."""

    kind: BlockKind
    units: tuple[Span, ...]

    @property
    def span(self) -> Span:
        return Span(self.units[0].start, self.units[-1].end)


def find_body(text: str, title: str | None = None) -> list[Block]:
    """All that stands in the text, in order, each paragraph by its kind."""
    blocks: list[Block] = []
    headings: set[str] = set()
    seen_prose = False
    groups = list(_line_groups(text))
    width = _wrap_width(text, groups)
    for block in (block for lines in groups for block in _find_blocks(text, lines, width)):
        kind, words = block.kind, _squeeze(block.span.of(text))
        if kind == "prose" and title and words == _squeeze(title):
            kind = "heading"
        if not seen_prose and is_bare_date(words):
            kind = "stamp"
        if kind == "heading" and words in headings:
            kind = "furniture"
        if kind == "heading":
            headings.add(words)
        seen_prose = seen_prose or kind == "prose"
        blocks.append(Block(kind, block.units))
    return blocks


def _line_groups(text: str) -> Iterator[list[Span]]:
    """The lines that hold anything, trimmed, in groups that blank lines part."""
    group: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if visible := _VISIBLE.search(line):
            group.append(Span(start + visible.start(), start + visible.end()))
        elif group:
            yield group
            group = []
        start += len(line)
    if group:
        yield group


def _wrap_width(text: str, groups: Sequence[Sequence[Span]]) -> int:
    """How long lines can be, where the whole text was broken into lines by hand; else 0."""
    longest = max((len(line) for lines in groups for line in lines if " " in line.of(text)), default=0)
    goes_on = any(_goes_on(text, line, after) for lines in groups for line, after in pairwise(lines))
    return longest if longest in WRAP_WIDTHS and goes_on else 0


def _goes_on(text: str, line: Span, after: Span) -> bool:
    return text[line.end - 1] not in ".!?…:" and text[after.start].islower()


def _is_wrapped(text: str, lines: Sequence[Span], width: int) -> bool:
    """Whether lines are one paragraph: no next word would have fitted its line, or most lines go on in the next."""
    if len(lines) < 2 or max(map(len, lines)) not in WRAP_WIDTHS:
        return False
    pairs = list(pairwise(lines))
    if width and all(len(line) + 1 + len(after.of(text).split(maxsplit=1)[0]) >= width for line, after in pairs):
        return True
    return sum(_goes_on(text, line, after) for line, after in pairs) * 2 >= len(pairs)


def _find_blocks(text: str, lines: list[Span], width: int) -> Iterator[Block]:
    body = lines[:-1] if is_credit(lines[-1].of(text)) else lines
    if _is_wrapped(text, body, width):
        lines = [Span(body[0].start, body[-1].end), *lines[len(body) :]]
    waiting: list[Span] = []
    for line in lines:
        if is_credit(line.of(text)) and waiting and may_be_caption(waiting[-1].of(text)):
            first = len(waiting) - (2 if _is_described_picture(text, waiting[-2:]) else 1)
            yield from _blocks_of_lines(text, waiting[:first])
            yield Block("caption", (*waiting[first:-1], Span(waiting[-1].start, line.end)))
            waiting = []
        else:
            waiting.append(line)
    if _is_described_picture(text, waiting):
        yield Block("caption", tuple(waiting))
    else:
        yield from _blocks_of_lines(text, waiting)


def _is_described_picture(text: str, lines: Sequence[Span]) -> bool:
    """Two lines that say the same, the first without an end: a picture's description and its caption."""
    if len(lines) != 2 or len(lines[1]) > 2 * len(lines[0]) or ends_sentence(lines[0].of(text)):
        return False
    first, second = (set(re.findall(r"\w+", line.of(text).casefold())) for line in lines)
    return len(first) >= MIN_DESCRIPTION_WORDS and len(first & second) >= SAME_CAPTION * len(first)


def _blocks_of_lines(text: str, lines: Sequence[Span]) -> Iterator[Block]:
    for line in lines:
        if marked := _MARKDOWN_HEADING.fullmatch(text, line.start, line.end):
            yield Block("furniture", (Span(*marked.span(1)),))
            yield Block("heading", (Span(*marked.span(2)),))
        else:
            yield Block(find_kind(line.of(text)), (line,))


def _squeeze(words: str) -> str:
    return " ".join(words.casefold().split())
