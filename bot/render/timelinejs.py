"""How does TimelineJS read events? Its JSON: https://timeline.knightlab.com/docs/json-format.html"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from gettext import NullTranslations
from typing import Any

from bot.render.dates import write_event_days
from bot.render.event_id import event_id
from bot.render.html import escape
from bot.render.source_line import Sources
from bot.render.timeline_items import tell
from corpus.models import Corpus, Event, Grain

Json = dict[str, Any]


def timelinejs(events: Iterable[Event], corpus: Corpus, words: NullTranslations) -> Json:
    """Every event as a slide; what is in it of an article is escaped, for TimelineJS takes its text for HTML."""
    slides = [_slide(event, corpus, words) for event in events]
    count = len(corpus.articles)
    title = words.ngettext("From {count} article", "From {count} articles", count).format(count=count)
    note = words.gettext("“Planned” is what was still to come when the articles were published.")
    return {"title": {"text": {"headline": escape(title), "text": f"<p>{escape(note)}</p>"}}, "events": slides}


def _slide(event: Event, corpus: Corpus, words: NullTranslations) -> Json:
    slide: Json = {
        "unique_id": event_id(event),
        "start_date": _date(event.first, event.grain),
        "display_date": escape(write_event_days(event, words)),
        "group": {
            "reported": words.gettext("reported"),
            "planned": words.gettext("planned"),
            "caption": words.gettext("captions"),
        }[event.status],
        "text": {"headline": escape(tell(event.mentions[0])), "text": _text(event, corpus, words)},
        "autolink": False,
    }
    if (end := _date(event.last, event.grain)) != slide["start_date"]:
        slide["end_date"] = end
    return slide


def _date(day: dt.date, grain: Grain) -> Json:
    """As precise as it is known."""
    match grain:
        case "day" | "week":
            return {"year": day.year, "month": day.month, "day": day.day}
        case "month":
            return {"year": day.year, "month": day.month}
        case "year":
            return {"year": day.year}


def _text(event: Event, corpus: Corpus, words: NullTranslations) -> str:
    sources = Sources(corpus, words)
    return "".join(
        f"<blockquote>{escape(mention.citation.text)}</blockquote><p>{sources.line(mention.citation.article)}</p>"
        for mention in event.mentions
    )
