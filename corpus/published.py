"""When was an article published, where its front matter doesn't say?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.clean import Block
from corpus.models import Article

_MONTHS = (
    "Jan(?:uary?)?",
    "Feb(?:ruary?)?",
    "Mar(?:ch)?|März",
    "Apr(?:il)?",
    "May|Mai",
    "Jun[ei]?",
    "Jul[yi]?",
    "Aug(?:ust)?",
    "Sept?(?:ember)?",
    "O[ck]t(?:ober)?",
    "Nov(?:ember)?",
    "De[cz](?:ember)?",
)
"""English and German: the first seed is a translation, and so are others of its kind."""
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})\b"
_FULL_DATES = (
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\.?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(r"\b(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
)
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
    for pattern in _FULL_DATES:
        for match in pattern.finditer(text):
            month = match["month"]
            number = int(month) if month.isdigit() else _month_number(month)
            try:
                yield dt.date(int(match["year"]), number, int(match["day"])), match.end()
            except ValueError:  # 31 February is no date
                continue


def _month_number(name: str) -> int:
    return next(number for number, names in enumerate(_MONTHS, 1) if re.fullmatch(names, name, re.IGNORECASE))


def _clock_time(text: str) -> str:
    """The time of day in ISO 8601, "T17:17", or nothing."""
    match = _CLOCK.search(text)
    if not match:
        return ""
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"].lower() == "p")
    return f"T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
