"""In which other words may a question be read? The operator tells what readers say and what the articles write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.models import Span
from retrieval.analysis import Term, analyze, find_terms
from retrieval.json_lines import LineError

MARK = "~"
MOST_READINGS = 8
"""A question in which many wordings meet is read in so many ways: each is a search of its own."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a question, and words of the articles that mean the same there. It reads one way only."""

    asked: str
    written: str

    def __str__(self) -> str:
        return f"{self.asked} {MARK} {self.written}"


class Reading(NamedTuple):
    """A question as asked, or in other words."""

    text: str
    wordings: tuple[Wording, ...] = ()


class _Place(NamedTuple):
    span: Span
    wording: Wording


def parse_wording(line: str) -> Wording:
    """“chief negotiator ~ led”. LineError where it isn't of that form."""
    sides = [" ".join(side.split()) for side in line.split(MARK)]
    if len(sides) != 2:
        raise LineError(f"is not of the form: words of a question {MARK} words of the articles")
    for side in sides:
        if not analyze(side):
            raise LineError(f"“{side}” holds no word that is searched for" if side else f"a side of {MARK} is empty")
    wording = Wording(*sides)
    if analyze(wording.asked) == analyze(wording.written):
        raise LineError("both sides are the same to the search")
    return wording


def parse_wordings(text: str) -> Iterator[Wording]:
    """One a line; empty lines and those that begin with # say nothing."""
    seen: dict[tuple[tuple[str, ...], ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not says_something(line):
            continue
        try:
            wording = parse_wording(line)
        except LineError as error:
            raise LineError(f"line {number}: {error}") from None
        first = seen.setdefault(_meaning(wording), number)
        if first != number:
            raise LineError(f"line {number}: is the same as line {first}")
        yield wording


def says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def is_same(one: Wording, other: Wording) -> bool:
    """Whether both do the same to every question."""
    return _meaning(one) == _meaning(other)


class Readings:
    """Finds wordings in questions, by the terms of the search: “Chief negotiators” holds “chief negotiator”."""

    def __init__(self, wordings: Iterable[Wording] = ()) -> None:
        self._by_first: defaultdict[str, list[tuple[list[str], Wording]]] = defaultdict(list)
        for wording in wordings:
            terms = analyze(wording.asked)
            self._by_first[terms[0]].append((terms, wording))

    def of(self, text: str) -> list[Reading]:
        """The question as asked, then in other words: each wording that it holds, alone and with others."""
        if not self._by_first:
            return [Reading(text)]
        chosen: list[tuple[_Place, ...]] = [()]
        for place in self._find(list(find_terms(text))):
            more = [(*before, place) for before in chosen if not before or before[-1].span.end <= place.span.start]
            chosen = [*chosen, *more][:MOST_READINGS]
        return [_read(text, places) for places in chosen]

    def _find(self, terms: Sequence[Term]) -> Iterator[_Place]:
        for start, first in enumerate(terms):
            for asked, wording in self._by_first.get(first.term, ()):
                held = terms[start : start + len(asked)]
                if [term.term for term in held] == asked:
                    yield _Place(Span(first.span.start, held[-1].span.end), wording)


def _read(text: str, places: Sequence[_Place]) -> Reading:
    for place in reversed(places):
        text = f"{text[: place.span.start]}{place.wording.written}{text[place.span.end :]}"
    return Reading(text, tuple(place.wording for place in places))


def _meaning(wording: Wording) -> tuple[tuple[str, ...], ...]:
    return tuple(analyze(wording.asked)), tuple(analyze(wording.written))
