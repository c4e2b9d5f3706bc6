"""Which part of a sentence tells what happens on the day that it names?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from corpus.models import Span

SPOKEN = 5
"""So many words in quotation marks are somebody's statement; fewer are a title or a term that stays where it is."""
FEWEST = 4
"""A clause of fewer words tells nothing by itself, so the sentence stands for it."""
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"")
_BEGUN = re.compile(r"[^“”]*”")
"""The end of a statement that an earlier sentence began."""
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", '"': '"'}
_BREAK = re.compile(r"[^\S\n][–—][^\S\n]|[;:](?=\s)")
_MARKS = ' \t\n\r\u00a0“”„«»"‘,;:–—'
_SAID = re.compile(r"(?:said|says|added|adds)\b")
"""What hangs on a statement before it, and tells nothing without it: “…,” said the envoy on Friday."""
_LEAD = re.compile(
    r"""
      (?:According\ to|In\ the\ words\ of)\ [^,“”]{2,80},\s+
    | (?:But|And|Yet|So|However|Meanwhile|Also|Still|Nevertheless|In\ addition)\b,?\s+
    """,
    re.VERBOSE,
)


def find_clause(text: str, sentence: Span, when: Span, others: Iterable[Span] = ()) -> Span:
    """The clause of `sentence` around the time expression `when`, cut before the next day of `others` is told of."""
    begin, end = next(
        ((start, stop) for start, stop in _segments(text, sentence) if start <= when.start and when.end <= stop),
        (sentence.start, sentence.end),
    )
    if lead := _LEAD.match(text, _skip(text, begin, end), min(end, when.start)):
        begin = lead.end()
    if any(when.end <= other.start < end for other in others):
        end = when.end
    clause = _trim(text, begin, end)
    if len(clause.of(text).split()) >= FEWEST and not _SAID.match(text, clause.start, clause.end):
        return clause
    return _with_mark(text, _trim(text, sentence.start, end if end == when.end else sentence.end), sentence)


def _segments(text: str, sentence: Span) -> Iterator[tuple[int, int]]:
    """The stretches between statements in quotation marks, dashes and semicolons, and those statements themselves."""
    cuts = [sentence.start, sentence.end]
    if begun := _BEGUN.match(text, sentence.start, sentence.end):
        cuts.append(begun.end())
    for quoted in _QUOTED.finditer(text, sentence.start, sentence.end):
        if len(quoted[0].split()) >= SPOKEN:
            cuts += quoted.span()
    cuts += (place for cut in _BREAK.finditer(text, sentence.start, sentence.end) for place in cut.span())
    cuts.sort()
    yield from pairwise(cuts)


def _skip(text: str, begin: int, end: int) -> int:
    while begin < end and text[begin] in _MARKS:
        begin += 1
    return begin


def _trim(text: str, begin: int, end: int) -> Span:
    begin = _skip(text, begin, end)
    while end > begin and text[end - 1] in _MARKS + ".":
        end -= 1
    return Span(begin, end)


def _with_mark(text: str, span: Span, sentence: Span) -> Span:
    """With the mark that opens a quotation, where the span holds one that closes it."""
    closed_by = _CLOSED_BY.get(text[span.start - 1], "") if span.start > sentence.start else ""
    return Span(span.start - 1, span.end) if any(mark in span.of(text) for mark in closed_by) else span
