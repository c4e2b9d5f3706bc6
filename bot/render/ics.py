"""How do planned events get into a reader's calendar? As an iCalendar file (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from gettext import NullTranslations
from importlib.util import find_spec
from typing import TYPE_CHECKING

from bot.render.event_id import event_id
from bot.render.html import clean, plain
from bot.render.source_line import Sources
from bot.render.timeline_items import tell
from corpus.models import Article, Corpus, Event

if TYPE_CHECKING:
    import icalendar

_CLOCK = re.compile(r"([01]\d|2[0-3])(?::([0-5]\d))?")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def can_write_ics() -> bool:
    """Whether icalendar, an extra, is installed."""
    return find_spec("icalendar") is not None


def ics(events: Iterable[Event], corpus: Corpus, words: NullTranslations) -> bytes | None:
    """The planned events that have a day, and nothing of today's: the same events give the same file.

    None without icalendar.
    """
    if not can_write_ics():
        return None
    import icalendar  # noqa: PLC0415 - an extra, and slow to import

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//talks//talks-bot//EN")
    calendar.add("version", "2.0")
    for event in events:
        if event.status == "planned" and event.grain == "day":
            calendar.add_component(_entry(icalendar.Event(), event, corpus, words))
    return bytes(calendar.to_ical())


def _entry(entry: icalendar.Event, event: Event, corpus: Corpus, words: NullTranslations) -> icalendar.Event:
    article = event.mentions[0].citation.article
    entry.add("uid", f"{event_id(event)}@talks-bot")
    entry.add("dtstamp", _stamp(article, event.first))
    entry.add("dtstart", _start(event))
    if event.first < event.last < dt.date.max:
        entry.add("dtend", event.last + dt.timedelta(days=1))  # the day after: an end is not part of what it ends
    entry.add("summary", tell(event.mentions[0]))
    entry.add("description", _describe(event, corpus, words))
    entry.add("transp", "TRANSPARENT")
    if _WEB.fullmatch(article.url or ""):
        entry.add("url", clean(article.url or ""))
    return entry


def _start(event: Event) -> dt.date | dt.datetime:
    """With a time where one is told by the clock; in no zone, for articles seldom name one."""
    clock = _CLOCK.fullmatch(event.part or "")
    if clock is None or event.first != event.last:
        return event.first
    return dt.datetime.combine(event.first, dt.time(int(clock[1]), int(clock[2] or 0)))


def _stamp(article: Article, otherwise: dt.date) -> dt.datetime:
    """When the article was published: iCalendar wants a moment, in UTC."""
    midnight = dt.datetime.combine(article.day or otherwise, dt.time(), dt.UTC)
    try:
        published = dt.datetime.fromisoformat(article.published or "")
        return published.astimezone(dt.UTC) if published.tzinfo else published.replace(tzinfo=dt.UTC)
    except (ValueError, OverflowError):
        return midnight


def _describe(event: Event, corpus: Corpus, words: NullTranslations) -> str:
    """Every passage that tells of it, with its source."""
    sources = Sources(corpus, words)
    told = [f"{clean(m.citation.text)}\n{plain(sources.line(m.citation.article))}" for m in event.mentions]
    return "\n\n".join(told)
