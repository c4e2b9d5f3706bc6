"""Which persons do the articles name? Who shares a surname is told apart by given names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from corpus.spellings import PersonName

MIN_NEAR = 6
"""Letters of a given name from which another letter is a spelling: Aleksandr, Aleksander; not Joan, John."""
MOST_NEAR = 30
"""Under a surname that more given names share, near ones are other people."""

Person = tuple[str, str, str]
"""Surname, given name, and what else tells two of that name apart."""


class People:
    """Everybody of whom some article gives more than the surname."""

    def __init__(self, named: Iterable[tuple[str, PersonName]]) -> None:
        """Of pairs of an article's id and a name in it."""
        names = [(article_id, name) for article_id, name in dict.fromkeys(named) if name.given]
        self._near = dict(_find_near(name for _, name in names))
        self._middles: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._known: dict[PersonName, Person] = {}
        self._of_surname: dict[str, dict[Person, None]] = defaultdict(dict)
        self._in_article: dict[tuple[str, str], dict[Person, None]] = defaultdict(dict)
        for _, name in names:
            self._middles[name.surname, self._given(name)].add(name.middle)
        # Initials last: whom they may stand for is known by then.
        for article_id, name in sorted(names, key=lambda named: (len(named[1].given) == 1, not named[1].middle)):
            person = self._identify(name)
            self._of_surname[name.surname][person] = None
            self._in_article[article_id, name.surname][person] = None

    def find(self, article_id: str, name: PersonName) -> Person:
        """Who is meant by a name; by a bare surname the only one of it in the article, or else anywhere."""
        if name.given:
            return self._identify(name)
        everywhere = self._of_surname.get(name.surname, {})
        for persons in (self._in_article.get((article_id, name.surname), {}), everywhere):
            if len(persons) == 1:
                return next(iter(persons))
        return name.surname, "", article_id if everywhere else ""

    def _given(self, name: PersonName) -> str:
        return self._near.get((name.surname, name.given), name.given)

    def _identify(self, name: PersonName) -> Person:
        if name not in self._known:
            self._known[name] = self._by_initial(name) if len(name.given) == 1 else self._by_given(name)
        return self._known[name]

    def _by_given(self, name: PersonName) -> Person:
        """Without a middle name the only one of that name, or else a person apart."""
        given = self._given(name)
        middles = self._middles[name.surname, given] - {""}
        return name.surname, given, name.middle or (next(iter(middles)) if len(middles) == 1 else "")

    def _by_initial(self, name: PersonName) -> Person:
        fitting = [
            person
            for person in self._of_surname[name.surname]
            if person[1].startswith(name.given) and (not name.middle or person[2] in ("", name.middle))
        ]
        return fitting[0] if len(fitting) == 1 else (name.surname, name.given, name.middle)


def _find_near(names: Iterable[PersonName]) -> Iterator[tuple[tuple[str, str], str]]:
    """Of given names that are a letter apart under one surname, the one that stands for both."""
    of_surname: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if len(name.given) >= MIN_NEAR:
            of_surname[name.surname].add(name.given)
    for surname, given in of_surname.items():
        if len(given) <= MOST_NEAR:
            for one, other in combinations(sorted(given), 2):
                # Daniel and Daniela, Mario and Maria are a letter apart, too.
                if one[0] == other[0] and one[-1] == other[-1] and OSA.distance(one, other, score_cutoff=1) <= 1:
                    yield (surname, other), one
