"""Which quotes are there, by whom, and who else carries the same statement?"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus.aliases import Aliases
from corpus.linking import link_speakers
from corpus.models import Citation, Corpus, Quote, Speaker
from corpus.quotes.confidence import SURE
from corpus.quotes.grammar import PRONOUNS
from retrieval.quote_variants import group_statements, quote_terms
from retrieval.term_lists import TermLists
from retrieval.variants import same_statement


@dataclass(frozen=True, slots=True)
class SaidQuote:
    """A quote of a book, and who it is given to, across articles."""

    number: int
    """Its place in the book."""
    quote: Quote
    speaker: Speaker | None
    citation: Citation

    @property
    def is_sure(self) -> bool:
        """Whether a reader may take the speaker for granted. A "he" of whom the article tells no more is nobody."""
        if self.speaker is None or self.speaker.name.casefold() in PRONOUNS:
            return False
        return self.quote.confidence >= SURE

    @property
    def is_reported(self) -> bool:
        return self.quote.type == "reported"

    @property
    def via(self) -> str:
        """The outlet that it was told to or is taken from, as the article names it."""
        return self.quote.via.of(self.citation.article.text) if self.quote.via else ""

    @property
    def day(self) -> dt.date | None:
        """When it was said, as far as the article tells; else when that was published."""
        return self.quote.said_on or self.citation.article.day


@dataclass(frozen=True, slots=True)
class Quoted:
    """A speaker, and how many quotes are theirs for sure; what is direct in part counts as direct."""

    speaker: Speaker
    direct: int
    reported: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A quote, and the same in other words."""

    quote: SaidQuote
    others: tuple[SaidQuote, ...] = ()


class QuoteBook:
    """The quotes of a corpus in reading order. To make one finds all of them, in every article."""

    def __init__(self, corpus: Corpus, aliases: Aliases | None = None) -> None:
        quotes = list(chain.from_iterable(corpus.quotes.values()))
        speakers = link_speakers(quotes, aliases)
        self.corpus = corpus
        self.said: Sequence[SaidQuote] = tuple(
            SaidQuote(number, quote, speaker, corpus.cite(quote.article_id, quote.span))
            for number, (quote, speaker) in enumerate(zip(quotes, speakers, strict=True))
        )
        self.speakers: Sequence[Quoted] = count_quotes(self.said)
        """Whoever is quoted for sure, the most quoted first."""
        self._groups = group_statements(
            (said.speaker.id if said.speaker and said.is_sure else None, quote_terms(said.citation.text))
            for said in self.said
        )
        self._group_of = {number: place for place, group in enumerate(self._groups) for number in group}
        self._terms = TermLists([f"{said.citation.text}\n{said.via}" for said in self.said])

    def knows(self, term: str) -> bool:
        """Whether some quote holds the term, or the name of the outlet it was told to."""
        return term in self._terms

    def with_terms(self, terms: Iterable[str]) -> Iterable[SaidQuote]:
        """The quotes that hold all of the terms, they or their outlets' names, in reading order."""
        return (self.said[number] for number in self._terms.with_all(terms))

    def also(self, said: SaidQuote) -> Sequence[SaidQuote]:
        """The same statement in other articles."""
        terms = quote_terms(said.citation.text)
        others = [self.said[number] for number in self._groups[self._group_of[said.number]]]
        return [
            other
            for other in others
            if other.quote.article_id != said.quote.article_id
            and same_statement(terms, quote_terms(other.citation.text))
        ]

    def fold(self, found: Iterable[SaidQuote]) -> Sequence[Statement]:
        """Each statement once, in the order of what was found; others that carry it come along.

        Words that were said stand for it rather than words that tell of them.
        """
        by_group: dict[int, set[int]] = defaultdict(set)
        for said in found:
            by_group[self._group_of[said.number]].add(said.number)
        statements: list[Statement] = []
        for place, numbers in by_group.items():
            group = self._groups[place]
            first = min(filter(numbers.__contains__, group), key=lambda number: self.said[number].is_reported)
            statements.append(Statement(self.said[first], tuple(self.said[n] for n in group if n != first)))
        return statements


def count_quotes(said: Iterable[SaidQuote]) -> tuple[Quoted, ...]:
    """Whoever is quoted for sure, the most quoted first."""
    speakers = {one.speaker.id: one.speaker for one in said if one.speaker}
    direct: Counter[str] = Counter()
    reported: Counter[str] = Counter()
    for one in said:
        if one.speaker and one.is_sure:
            (reported if one.is_reported else direct)[one.speaker.id] += 1
    quoted = [
        Quoted(speakers[name], direct[name], reported[name]) for name in speakers if direct[name] + reported[name]
    ]
    return tuple(sorted(quoted, key=lambda one: (-one.direct - one.reported, -one.direct)))
