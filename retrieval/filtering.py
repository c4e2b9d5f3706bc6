"""Which quotes and which events does a filter let through, and which events are nearest where it is none?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest

from corpus.models import Event, Speaker
from retrieval.analysis import analyze, read_words
from retrieval.event_book import EventBook, event_texts
from retrieval.filters import Filter, Named
from retrieval.foreign.names import english_word
from retrieval.quote_book import QuoteBook, SaidQuote
from retrieval.speaker_names import SpeakerNames

NEAREST = 3
"""Names or events that are offered where nothing is found."""


def filter_quotes(book: QuoteBook, wanted: Filter) -> Sequence[SaidQuote]:
    """In reading order. A quote whose speaker is unclear is nobody's, yet it may hold the words."""
    held = book.with_terms(_terms(wanted))
    for named in wanted.named:
        held = _by_or_about(named, held, book)
    return [said for said in held if _is_quote_wanted(said, wanted)]


def nearest_speakers(names: SpeakerNames, wanted: Filter) -> Sequence[Speaker]:
    """Whom to offer for a name that nobody has."""
    return names.nearest(" ".join(map(english_word, wanted.unknown)), NEAREST) if wanted.unknown else ()


def filter_events(book: EventBook, wanted: Filter) -> Sequence[Event]:
    """In their order. Words count in all that tells of an event; days count that overlap."""
    return [
        event
        for event in book.with_terms(_terms(wanted))
        if (not wanted.statuses or event.status in wanted.statuses)
        and _distance(event, wanted) == 0
        and all(any(_holds(text, phrase) for text in event_texts(event)) for phrase in wanted.phrases)
    ]


def nearest_events(book: EventBook, wanted: Filter) -> Sequence[Event]:
    """What to offer where nothing is found: those that share most words, then those on the nearest days.

    Where no day is asked for and no word is shared, none is near.
    """
    terms = {*wanted.terms, *(word for phrase in wanted.phrases for word in phrase)}
    is_dated = wanted.first is not None or wanted.last is not None
    near = ((event, count) for event, count in book.count(terms) if count or is_dated)
    ranked = nsmallest(NEAREST, near, key=lambda one: (-one[1], _distance(one[0], wanted)))
    return sorted((event for event, _ in ranked), key=lambda event: (event.first, event.last))


def _terms(wanted: Filter) -> Iterator[str]:
    """All that must be held for the words and the phrases to be; of a phrase, words such as “of” are no terms."""
    yield from wanted.terms
    yield from (word for phrase in wanted.phrases for word in phrase if word in analyze(word))


def _by_or_about(named: Named, held: Iterable[SaidQuote], book: QuoteBook) -> list[SaidQuote]:
    about = {said.number for said in book.with_terms(named.terms)} if named.terms else ()
    return [said for said in held if _is_by(said, named) or said.number in about]


def _is_by(said: SaidQuote, named: Named) -> bool:
    return said.speaker is not None and said.speaker.id in named.speakers and said.is_sure


def _is_quote_wanted(said: SaidQuote, wanted: Filter) -> bool:
    day = said.day
    return (
        not (wanted.unclear and said.is_sure)
        and (not wanted.types or said.quote.type in wanted.types)
        and (not wanted.first or (day is not None and day >= wanted.first))
        and (not wanted.last or (day is not None and day <= wanted.last))
        and all(_holds(said.citation.text, phrase) for phrase in wanted.phrases)
    )


def _holds(text: str, phrase: Sequence[str]) -> bool:
    words = read_words(text)
    return any(words[place : place + len(phrase)] == tuple(phrase) for place in range(len(words) - len(phrase) + 1))


def _distance(event: Event, wanted: Filter) -> int:
    """Days between the event and what is wanted; 0 where they overlap."""
    first, last = wanted.first or dt.date.min, wanted.last or dt.date.max
    return max((first - event.last).days, (event.first - last).days, 0)
