"""Which sentences, in one article or several, tell of the same event?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from corpus.events import find_events
from corpus.models import Corpus, Event, Mention
from retrieval.analysis import analyze
from retrieval.question import LIGHT_TERMS

SHARED = 0.3
"""Two tell of one event whose shorter shares .3 of its terms with the longer, on the same day and in no other place:
on the shipped articles all that belong together, and nothing else."""
COMPARED = 32
"""A mention is compared with so many others of its day, those first that share most terms with it."""
SHORT = 50
"""Characters; of two mentions still shorter neither is better for it."""
_PLACE = re.compile(r"\b(?:in|at|to|from)\s+((?:[A-Z][\w’'-]+\s?)+)")


def find_all_events(corpus: Corpus) -> tuple[Event, ...]:
    """The events of all articles."""
    return merge_events(chain.from_iterable(find_events(corpus, article) for article in corpus.articles))


def merge_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """One event each, with all that tells of it, in the order of time; doubtful ones stay apart."""
    by_time: defaultdict[Hashable, list[Event]] = defaultdict(list)
    for event in events:
        by_time[_key(event)].append(event)
    merged = [one for same_time in by_time.values() for one in _merge_day(same_time)]
    return tuple(sorted(merged, key=lambda event: (event.first, event.last, event.part or "")))


def _key(event: Event) -> Hashable:
    """Events of other keys are never one. All that tells of a week stands in one line."""
    if event.grain != "day":
        return event.first, event.last, event.grain
    return event.first, event.last, event.status


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """A mention as it is compared."""

    event: Event
    text: str
    terms: frozenset[str]
    places: frozenset[str]


def _merge_day(events: Sequence[Event]) -> list[Event]:
    if events[0].grain != "day":
        return [_join(events)]
    groups: dict[_Told, list[_Told]] = {}
    by_term: defaultdict[str, list[_Told]] = defaultdict(list)
    # The longest first: of two, the shorter one decides. In this order the same mentions always merge alike.
    for one in sorted(map(_read, events), key=lambda one: (-len(one.terms), one.text)):
        shared = Counter(other for term in one.terms for other in by_term[term][-COMPARED:])
        same = {id(groups[other]): groups[other] for other, _ in shared.most_common(COMPARED) if _is_same(one, other)}
        # Smaller groups go into the largest, so that a day of many mentions takes no time squared.
        together, *smaller = sorted(same.values(), key=len, reverse=True) or [[]]
        joining = [one, *chain.from_iterable(smaller)]
        together += joining
        groups |= dict.fromkeys(joining, together)
        for term in one.terms:
            by_term[term].append(one)
    return [_join(_best_first(group)) for group in {id(group): group for group in groups.values()}.values()]


def _best_first(group: Sequence[_Told]) -> list[Event]:
    """The one first that holds, for its length, most of what the others tell: in a few words readers see all of it."""

    spread = Counter(term for one in group for term in one.terms)

    def weight(one: _Told) -> float:
        shared = sum(spread[term] - 1 for term in one.terms)
        return shared / (len(one.text) + SHORT)

    return [one.event for one in sorted(group, key=weight, reverse=True)]


def _read(event: Event) -> _Told:
    mention = event.mentions[0]
    text, when = mention.citation.text, mention.expression.span.of(mention.citation.article.text)
    bare = text.replace(when, " ")
    places = frozenset(place.strip() for place in _PLACE.findall(bare))
    return _Told(event, text, frozenset(analyze(bare)) - LIGHT_TERMS, places)


def _is_same(one: _Told, other: _Told) -> bool:
    shorter = min(len(one.terms), len(other.terms))
    apart = one.places and other.places and not one.places & other.places
    return not apart and len(one.terms & other.terms) >= SHARED * shorter


def _join(events: Sequence[Event]) -> Event:
    best = events[0]
    mentions: dict[tuple[str, int, int], Mention] = {}
    for event in events:
        for mention in event.mentions:
            span = mention.citation.span
            mentions.setdefault((mention.citation.article.id, span.start, span.end), mention)
    part = next((event.part for event in events if event.part), None)
    status = "planned" if any(event.status == "planned" for event in events) else best.status
    return replace(best, part=part, status=status, mentions=tuple(mentions.values()))
