"""Which lines does a timeline have, and in what order?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from itertools import groupby
from typing import Literal

from bot.render.punctuation import quoted
from bot.render.shorten import one_line, shorten
from corpus.models import Article, Citation, Event, Mention, Span

Section = Literal["reported", "planned", "weeks", "captions"]

LONGEST_TELLING = 160
"""Characters of a passage on a line: four lines of a phone."""
LONGEST_EXPRESSION = 60
MOST_ALSO = 4
"""Other articles that are named on a line."""
MOST_EXPRESSIONS = 6
"""Ways to name a week that share its line."""
MOST_CAPTION_DAYS = 10


@dataclass(frozen=True, slots=True)
class Telling:
    """What a line says, in an article's words, and the articles that have just these."""

    text: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One line, before it is known where it stands and which numbers its articles bear."""

    section: Section
    events: tuple[Event, ...]
    tellings: tuple[Telling, ...]
    also: tuple[Article, ...] = ()
    """Other articles that tell of it, in other words."""

    @property
    def articles(self) -> Iterator[Article]:
        """In reading order, and as often as they are named."""
        for telling in self.tellings:
            yield from telling.articles
        yield from self.also


def arrange(events: Iterable[Event], words: NullTranslations) -> list[Item]:
    """What was reported, what was planned, then the weeks, then the captions; each by day."""
    told = sorted(events, key=lambda event: (event.first, event.last))
    weeks = [event for event in told if event.grain == "week"]
    dated = [event for event in told if event.status != "caption" and event.grain != "week"]
    captions = [event for event in told if event.status == "caption" and event.grain != "week"]
    return [
        *(_tell(event) for event in dated if event.status == "reported"),
        *(_tell(event) for event in dated if event.status == "planned"),
        *(_name_week(list(same), words) for _, same in groupby(weeks, key=_days)),
        *_list_captions(captions),
    ]


def tell(mention: Mention) -> str:
    """The words of the article, shortened, with those that say when among them."""
    citation, expression = mention.citation, mention.expression.span
    start = citation.span.start
    inside = Span(max(0, expression.start - start), max(0, expression.end - start))
    return shorten(citation.text, LONGEST_TELLING, inside)


def expression_of(mention: Mention) -> str:
    """The words that say when."""
    return one_line(mention.expression.span.of(mention.citation.article.text))


def _days(event: Event) -> tuple[dt.date, dt.date]:
    return event.first, event.last


def _tell(event: Event) -> Item:
    first, *others = event.mentions
    article = first.citation.article
    also = _distinct(mention.citation for mention in others if mention.citation.article.id != article.id)
    section: Section = "planned" if event.status == "planned" else "reported"
    return Item(section, (event,), (Telling(tell(first), (article,)),), also[:MOST_ALSO])


def _name_week(events: Sequence[Event], words: NullTranslations) -> Item:
    """One line for a week, whatever it is called: “next week” [2] · “the coming week” [1][2]"""
    called: dict[str, tuple[str, list[Citation]]] = {}
    for mention in (mention for event in events for mention in event.mentions):
        name = shorten(expression_of(mention), LONGEST_EXPRESSION)
        called.setdefault(name.casefold(), (name, []))[1].append(mention.citation)
    tellings = [Telling(quoted(name, words), _distinct(at)[:MOST_ALSO]) for name, at in called.values()]
    return Item("weeks", tuple(events), tuple(tellings[:MOST_EXPRESSIONS]))


def _list_captions(events: Sequence[Event]) -> Iterator[Item]:
    """A line for an article's captions; days alone, for a caption tells of its picture."""
    by_article: dict[str, list[Event]] = {}
    for event in events:
        by_article.setdefault(event.mentions[0].citation.article.id, []).append(event)
    for own in by_article.values():
        article = own[0].mentions[0].citation.article
        for start in range(0, len(own), MOST_CAPTION_DAYS):
            some = tuple(own[start : start + MOST_CAPTION_DAYS])
            yield Item("captions", some, (Telling("", (article,)),))


def _distinct(citations: Iterable[Citation]) -> tuple[Article, ...]:
    return tuple({citation.article.id: citation.article for citation in citations}.values())
