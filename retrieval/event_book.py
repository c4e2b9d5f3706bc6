"""Which events are there, and which of them are told with a word?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.models import Event
from retrieval.term_lists import TermLists


class EventBook:
    """Events in their order. To make one analyses all that tells of them."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.events: Sequence[Event] = tuple(events)
        # No term reaches over the end of a line.
        self._terms = TermLists(["\n".join(event_texts(event)) for event in self.events])

    def with_terms(self, terms: Iterable[str]) -> Iterable[Event]:
        """The events told with all of the terms, in their order."""
        return (self.events[number] for number in self._terms.with_all(terms))

    def count(self, terms: Iterable[str]) -> Iterable[tuple[Event, int]]:
        """Every event, in order, and with how many of the terms it is told."""
        counts = self._terms.count(terms)
        return ((event, counts[number]) for number, event in enumerate(self.events))


def event_texts(event: Event) -> list[str]:
    """What tells of it, and the words that say when, which may stand outside of that."""
    told = (mention.citation for mention in event.mentions)
    times = (mention.expression.span.of(mention.citation.article.text) for mention in event.mentions)
    return [*(citation.text for citation in told), *times]
