"""Which quotes and which events does a filter let through, and which events are nearest where it is none?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from corpus.models import Event, Speaker
from retrieval.analysis import analyze, read_words
from retrieval.filters import Filter, Named
from retrieval.quote_book import QuoteBook, SaidQuote
from retrieval.speaker_names import SpeakerNames


def filter_quotes(book: QuoteBook, wanted: Filter) -> Sequence[SaidQuote]:
    """In reading order. A quote whose speaker is unclear is nobody's, yet it may hold the words."""
    held = book.with_terms(wanted.terms)
    return [said for said in held if _is_quote_wanted(said, wanted)]


def nearest_speakers(names: SpeakerNames, wanted: Filter, most: int = 3) -> Sequence[Speaker]:
    """Whom to offer for a name that nobody has."""
    return names.nearest(" ".join(wanted.unknown), most) if wanted.unknown else ()


def filter_events(events: Iterable[Event], wanted: Filter) -> Sequence[Event]:
    """In their order. Words count in all that tells of an event; days count that overlap."""
    return [
        event
        for event in events
        if (not wanted.statuses or event.status in wanted.statuses)
        and _distance(event, wanted) == 0
        and _terms(event).issuperset(wanted.terms)
        and all(any(_holds(text, phrase) for text in _texts(event)) for phrase in wanted.phrases)
    ]


def nearest_events(events: Iterable[Event], wanted: Filter, most: int = 3) -> Sequence[Event]:
    """What to offer where nothing is found: those that share most words, then those on the nearest days.

    Where no day is asked for and no word is shared, none is near.
    """
    terms = {*wanted.terms, *(word for phrase in wanted.phrases for word in phrase)}
    is_dated = wanted.first is not None or wanted.last is not None
    shared = ((event, len(_terms(event) & terms)) for event in events)
    near = [(event, count) for event, count in shared if count or is_dated]
    ranked = [event for event, _ in sorted(near, key=lambda one: (-one[1], _distance(one[0], wanted)))]
    return sorted(ranked[:most], key=lambda event: (event.first, event.last))


def _is_quote_wanted(said: SaidQuote, wanted: Filter) -> bool:
    day = said.day
    return (
        not (wanted.unclear and said.is_sure)
        and (not wanted.types or said.quote.type in wanted.types)
        and (not wanted.first or (day is not None and day >= wanted.first))
        and (not wanted.last or (day is not None and day <= wanted.last))
        and all(_is_named(said, named) for named in wanted.named)
        and all(_holds(said.citation.text, phrase) for phrase in wanted.phrases)
    )


def _is_named(said: SaidQuote, named: Named) -> bool:
    if said.speaker and said.is_sure and said.speaker.id in named.speakers:
        return True
    return bool(named.terms) and set(named.terms) <= set(analyze(said.citation.text))


def _holds(text: str, phrase: Sequence[str]) -> bool:
    words = read_words(text)
    return any(words[place : place + len(phrase)] == tuple(phrase) for place in range(len(words) - len(phrase) + 1))


def _texts(event: Event) -> list[str]:
    """What tells of it, and the words that say when, which may stand outside of that."""
    told = (mention.citation for mention in event.mentions)
    times = (mention.expression.span.of(mention.citation.article.text) for mention in event.mentions)
    return [*(citation.text for citation in told), *times]


def _terms(event: Event) -> set[str]:
    return {term for text in _texts(event) for term in analyze(text)}


def _distance(event: Event, wanted: Filter) -> int:
    """Days between the event and what is wanted; 0 where they overlap."""
    first, last = wanted.first or dt.date.min, wanted.last or dt.date.max
    return max((first - event.last).days, (event.first - last).days, 0)
