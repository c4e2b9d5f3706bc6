"""When was an article published, where its front matter doesn't say?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.clean import Block
from corpus.models import Article, Span
from corpus.times.grammar import find_full_dates
from corpus.times.tokens import tokenize
from corpus.times.written import full_date

_CLOCK = re.compile(r"(?<!\d)(?P<hour>\d{1,2})[:.](?P<minute>\d\d)\s*(?P<half>[ap])?\.?m?(?:\b|(?=Z))", re.IGNORECASE)


def date_article(article: Article, blocks: Iterable[Block]) -> Article:
    """The article with its date: from the front matter, else from a stamp in the text, else inferred, else none."""
    if article.published:
        return article
    for block in blocks:
        if block.kind == "stamp":
            stamp = block.span.of(article.text)
            for day, end in _find_full_dates(stamp):
                published = day.isoformat() + _clock_time(stamp[end:])
                return replace(article, published=published, published_from="stamp")
    latest = max((day for day, _ in _find_full_dates(article.text)), default=None)
    return replace(article, published=latest.isoformat(), published_from="inferred") if latest else article


def _find_full_dates(text: str) -> Iterator[tuple[dt.date, int]]:
    """Each with where it ends."""
    for phrase in find_full_dates(tokenize(text, Span(0, len(text)), typed=True)):
        day = full_date(phrase)
        if day:
            iso = phrase.first("iso")
            yield day, iso.start + len("2022-01-09") if iso else phrase.own[-1].end


def _clock_time(text: str) -> str:
    """The time of day in ISO 8601, "T17:17", or nothing."""
    match = _CLOCK.search(text)
    if not match:
        return ""
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"].lower() == "p")
    return f"T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
