"""Which quotes, or which events, does a reader get who asks for a list?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.aliases import Aliases
from corpus.models import Citation, Corpus, Event, Speaker
from retrieval.answer import Answer, CitedPassage, Outcome
from retrieval.event_book import EventBook
from retrieval.filtering import filter_events, filter_quotes, nearest_events, nearest_speakers
from retrieval.filters import Filter, read_event_filter, read_quote_filter
from retrieval.merging import find_all_events
from retrieval.quote_book import QuoteBook, SaidQuote
from retrieval.speaker_names import SpeakerNames

KEPT = 64
"""Lists at hand: whoever turns a page gets the same one again."""

MOST_LISTED = 60
"""Events where nothing is asked for in particular: six pages."""
LOGGED = 10
"""As many as stand on a page."""


@dataclass(frozen=True, slots=True)
class QuoteList:
    typed: str
    wanted: Filter
    found: Sequence[SaidQuote]
    book: QuoteBook
    """All that there are."""
    nearest: Sequence[Speaker] = ()
    """Whom to offer where a name is nobody's."""

    @property
    def outcome(self) -> Outcome:
        return "answered" if self.found else "no_answer"

    @property
    def citations(self) -> Sequence[Citation]:
        return [said.citation for said in self.found]


@dataclass(frozen=True, slots=True)
class EventList:
    typed: str
    wanted: Filter
    found: Sequence[Event]
    nearest: Sequence[Event] = ()
    """What to offer where nothing is found."""
    left_out: int = 0
    """Events that fewer articles tell of, where nothing was asked for in particular and there are very many."""

    @property
    def outcome(self) -> Outcome:
        return "answered" if self.found else "no_answer"

    @property
    def citations(self) -> Sequence[Citation]:
        return [event.mentions[0].citation for event in self.found]


def as_answer(listed: QuoteList | EventList, corpus: Corpus) -> Answer:
    """A list as the log keeps it: what stands first in it."""
    shown = (
        CitedPassage(rank, 1.0, corpus.passage_at(citation), citation)
        for rank, citation in enumerate(listed.citations[:LOGGED], 1)
    )
    return Answer(listed.typed, listed.outcome, hits=tuple(shown), unknown=listed.wanted.unknown)


class Listings:
    """The quotes and the events of a corpus. Either are looked for in all articles when they are first asked for."""

    def __init__(self, corpus: Corpus, aliases: Aliases | None = None) -> None:
        self.corpus = corpus
        self._aliases = aliases
        self.quotes = lru_cache(KEPT)(self._list_quotes)
        self.timeline = lru_cache(KEPT)(self._list_events)

    @cached_property
    def book(self) -> QuoteBook:
        return QuoteBook(self.corpus, self._aliases)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return find_all_events(self.corpus)

    @cached_property
    def _event_book(self) -> EventBook:
        return EventBook(self.events)

    @cached_property
    def _names(self) -> SpeakerNames:
        return SpeakerNames(quoted.speaker for quoted in self.book.speakers)

    def _list_quotes(self, typed: str) -> QuoteList:
        """The quotes that fit what was typed: direct speech, then reported speech, then whose speaker is unclear."""
        days = self.corpus.days
        wanted = read_quote_filter(typed, self._names, self.book.knows, days[-1] if days else None)
        found = sorted(filter_quotes(self.book, wanted), key=lambda said: (not said.is_sure, said.is_reported))
        nearest = () if found else nearest_speakers(self._names, wanted)
        return QuoteList(typed, wanted, found, self.book, nearest)

    def _list_events(self, typed: str) -> EventList:
        """The events that fit what was typed."""
        days = self.corpus.days
        wanted = read_event_filter(typed, days[-1] if days else None)
        if wanted.lets_all_through:
            found = most_reported(self.events)
            return EventList(typed, wanted, found, left_out=len(self.events) - len(found))
        found = filter_events(self._event_book, wanted)
        return EventList(typed, wanted, found, () if found else nearest_events(self._event_book, wanted))


def most_reported(events: Sequence[Event]) -> Sequence[Event]:
    """In their order, those that most articles tell of: the best simple sign of what counts (date F1 .573 against
    .497 by days of publication, on a public set of timelines)."""
    if len(events) <= MOST_LISTED:
        return events

    def told(number: int) -> tuple[int, int]:
        mentions = events[number].mentions
        return len({mention.citation.article.id for mention in mentions}), len(mentions)

    chosen = sorted(range(len(events)), key=told, reverse=True)[:MOST_LISTED]
    return [events[number] for number in sorted(chosen)]
