"""Which quotes are one statement, that several outlets carry in their own words?"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from retrieval.analysis import STOP_WORDS, read_words
from retrieval.variants import LEAST_SHARED, SHARED, same_statement

LEAST_TERMS = 2
"""Whose only term is the same say too little to be one statement: “Terrible.”"""
MOST_COMPARED = 200
"""Of the statements that share a word, a quote is compared with so many: what a speaker says in every second one
tells none of them apart."""

Terms = AbstractSet[str]


def quote_terms(text: str) -> frozenset[str]:
    """What a quote says, in the terms that statements are compared by."""
    return frozenset(read_words(text)) - STOP_WORDS


def group_statements(said: Iterable[tuple[Hashable, Terms]]) -> list[tuple[int, ...]]:
    """Groups of quotes, told by number, from each one's speaker and terms. Nobody is known to be whom None stands for.

    The first of a group says most, and every other one says the same as it does. On the shipped articles that finds
    the four pairs and no other: each shares .8 of its terms or more, the next pair .33.
    """
    of_speaker: dict[Hashable, dict[Terms, list[int]]] = defaultdict(dict)
    groups: list[tuple[int, ...]] = []
    for number, (speaker, terms) in enumerate(said):
        if speaker is None or len(terms) < LEAST_TERMS:
            groups.append((number,))
        else:
            of_speaker[speaker].setdefault(terms, []).append(number)
    for wordings in of_speaker.values():
        groups += (tuple(n for terms in group for n in wordings[terms]) for group in _group_wordings(wordings))
    return sorted(groups, key=min)


def _group_wordings(wordings: Iterable[Terms]) -> Iterator[list[Terms]]:
    """The longest first: of two, the shorter one decides whether they are the same."""
    longest_first = sorted(wordings, key=len, reverse=True)
    spread = Counter(term for terms in longest_first for term in terms)
    groups: dict[Terms, list[Terms]] = {}
    leaders_with: dict[str, list[Terms]] = defaultdict(list)
    for terms in longest_first:
        leader = _find_leader(terms, spread, leaders_with)
        if leader is None:
            groups[terms] = [terms]
            for term in terms:
                leaders_with[term].append(terms)
        else:
            groups[leader].append(terms)
    yield from groups.values()


def _find_leader(terms: Terms, spread: Counter[str], leaders_with: dict[str, list[Terms]]) -> Terms | None:
    """The one that says the same. It holds one of the rarest terms: so many as it must share are not among the rest."""
    least = max(LEAST_SHARED, math.ceil(SHARED * len(terms)))
    rarest = sorted(terms, key=lambda term: (spread[term], term))[: max(len(terms) - least + 1, 0)]
    candidates = (leader for term in rarest for leader in leaders_with[term][:MOST_COMPARED])
    return next((leader for leader in candidates if same_statement(leader, terms)), None)
