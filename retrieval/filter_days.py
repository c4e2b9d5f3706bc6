"""Which days does a filter name? "since 8 Jan", "10 Jan..13 Jan", "before Monday"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from corpus.models import Span, TimeExpression
from corpus.times import read_times

Side = Literal["past", "future"]
Reason = Literal["no_day", "backwards"]

_OPERATOR = re.compile(r"\b(since|from|after|before|until|till|up\s+to|to|by|on|in|during|between)\s+\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:\.{1,3}|…|[-–—]|to|until|till|through|and)\s*", re.IGNORECASE)
SHORT_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_LOOKS_LIKE_A_DAY = re.compile(
    rf"""
      \b\d{{1,4}}(?:st|nd|rd|th)?\s+(?:of\s+)?{SHORT_MONTH}(?:,?\s+\d{{4,}})?\b
    | \b{SHORT_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4,}})?\b
    | \b\d{{1,5}}([-/.])\d{{1,2}}\1\d{{1,5}}\b
    | (?<!\S)(?:[^\s.]+\.\.[^\s.]+|\.{{1,2}}[^\s.]+|[^\s.]+\.\.(?=\s{{3}}))
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of a filter that could not be used."""

    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last`, both included, as far as they are named; `rest` is what else was typed."""

    first: dt.date | None
    last: dt.date | None
    rest: str
    unread: tuple[Unread, ...]


def read_days(text: str, reference: dt.date | None, side: Side) -> Days:
    """The days as seen from `reference`; a weekday alone lies on `side` of it."""
    firsts: list[dt.date] = []
    lasts: list[dt.date] = []
    rest = text
    for first, last, span in _ranges(text, [time for time in read_times(text, reference, side) if time.first]):
        firsts += [first] if first else []
        lasts += [last] if last else []
        rest = _blank(rest, span)
    unread: list[Unread] = []
    for match in _LOOKS_LIKE_A_DAY.finditer(rest):
        unread.append(Unread(match[0], "no_day"))
        operator = _OPERATOR.search(rest, 0, match.start())
        rest = _blank(rest, Span(operator.start() if operator else match.start(), match.end()))
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first and last and first > last:
        return Days(None, None, rest, (*unread, Unread(" ".join(text.split()), "backwards")))
    return Days(first, last, rest, tuple(unread))


def _ranges(text: str, times: Sequence[TimeExpression]) -> Iterator[tuple[dt.date | None, dt.date | None, Span]]:
    """First and last day, and what names them, the word before it included."""
    skip = False
    for time, following in zip_longest(times, times[1:]):
        if skip:
            skip = False
            continue
        operator = _OPERATOR.search(text, 0, time.span.start)
        begin = operator.start() if operator else time.span.start
        if following and _BETWEEN.fullmatch(text, time.span.end, following.span.start):
            skip = True
            yield time.first, following.last, Span(begin, following.span.end)
        else:
            word = operator[1].casefold() if operator else ""
            yield *_bounds(word, time), Span(begin, time.span.end)


def _bounds(operator: str, time: TimeExpression) -> tuple[dt.date | None, dt.date | None]:
    one_day = dt.timedelta(days=1)
    match operator.split():
        case ["since" | "from"] if _is_range(time):
            return time.first, time.last
        case ["since" | "from"]:
            return time.first, None
        case ["after"]:
            return (time.last + one_day if time.last and time.last < dt.date.max else time.last), None
        case ["before"]:
            return None, (time.first - one_day if time.first and time.first > dt.date.min else time.first)
        case ["until" | "till" | "to" | "by"] | ["up", "to"]:
            return None, time.last
        case _:
            return time.first, time.last


def _is_range(time: TimeExpression) -> bool:
    """10 to 13 January."""
    return "/" in time.value


def _blank(text: str, span: Span) -> str:
    return text[: span.start] + " " * len(span) + text[span.end :]
