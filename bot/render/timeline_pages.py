"""Which lines stand on a page of the timeline, and which numbers do its articles bear?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from bot.render.dates import list_days, write_event_days
from bot.render.html import clean, plain
from bot.render.source_line import Sources
from bot.render.split import LIMIT
from bot.render.timeline_items import Item, arrange
from corpus.models import Article, Corpus, Event

MOST_LINES = 10
"""More make a picture that Telegram shows too small to read."""
ROOM_FOR_THE_REST = 300
"""UTF-16 units of headings and the page's number."""
ROOM_FOR_A_DATE = 120
"""Ten days of captions, all of other months."""
ROOM_FOR_A_NUMBER = 12
"""“ · also [10]”"""


@dataclass(frozen=True, slots=True)
class Line:
    when: str
    item: Item


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    count: int
    lines: tuple[Line, ...]
    articles: tuple[Article, ...]
    """Each at the place of its number: the first is [1]."""

    def number_of(self, article: Article) -> int:
        return next(number for number, known in enumerate(self.articles, 1) if known.id == article.id)

    def cite(self, articles: Iterable[Article]) -> str:
        """[1][2]"""
        return "".join(f"[{number}]" for number in sorted(self.number_of(article) for article in articles))

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(event for line in self.lines for event in line.item.events)


def turn_pages(events: Iterable[Event], corpus: Corpus, words: NullTranslations) -> tuple[Page, ...]:
    """All events on as few pages as hold them, each with its own numbers; none without events."""
    groups = _group(arrange(events, words), corpus, words)
    return tuple(_make_page(number, len(groups), items, words) for number, items in enumerate(groups, 1))


def _group(items: Sequence[Item], corpus: Corpus, words: NullTranslations) -> list[list[Item]]:
    """As many lines a page as fit into one message, with their source lines."""
    sources = {article.id: _room_of_source(article, corpus, words) for item in items for article in item.articles}
    groups: list[list[Item]] = []
    known: set[str] = set()
    room = 0
    for item in items:
        named = {article.id for article in item.articles}
        needed = _room(item) + sum(sources[article] for article in named - known)
        if not groups or needed > room or len(groups[-1]) == MOST_LINES:
            groups.append([])
            known, room = set(), LIMIT - ROOM_FOR_THE_REST
            needed = _room(item) + sum(sources[article] for article in named)
        groups[-1].append(item)
        known |= named
        room -= needed
    return groups


def _room(item: Item) -> int:
    told = sum(_units(telling.text) for telling in item.tellings)
    return ROOM_FOR_A_DATE + told + ROOM_FOR_A_NUMBER * len(list(item.articles))


def _room_of_source(article: Article, corpus: Corpus, words: NullTranslations) -> int:
    return _units(plain(Sources(corpus, words).line(article))) + ROOM_FOR_A_NUMBER


def _units(text: str) -> int:
    return len(clean(text).encode("utf-16-le")) // 2


def _make_page(number: int, count: int, items: Sequence[Item], words: NullTranslations) -> Page:
    lines: list[Line] = []
    year: int | None = None
    for item in items:
        lines.append(Line(_when(item, year, words), item))
        year = item.events[-1].last.year
    articles = {article.id: article for item in items for article in item.articles}
    return Page(number, count, tuple(lines), tuple(articles.values()))


def _when(item: Item, year_above: int | None, words: NullTranslations) -> str:
    """The day, with its year where it is another one than in the line above."""
    if item.section == "captions":
        days = [event.first for event in item.events if event.first == event.last]
        longer = (write_event_days(event, words) for event in item.events if event.first != event.last)
        return " · ".join(filter(None, (list_days(days, words), *longer)))
    event = item.events[0]
    return write_event_days(event, words, year=event.first.year != year_above)


def span_of(page: Page) -> tuple[dt.date, dt.date]:
    """From the first day that a line is about to the last; weeks and captions count where there is nothing else."""
    dated = [line for line in page.lines if line.item.section in ("reported", "planned")] or page.lines
    events = [event for line in dated for event in line.item.events]
    return min(event.first for event in events), max(event.last for event in events)
