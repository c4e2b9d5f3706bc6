"""What was found in each article? It is looked for when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from corpus.models import Corpus, Quote, TimeExpression
from corpus.quotes.find import find_quotes
from corpus.times.find import find_times

KEPT = 4_096
"""Articles; those that were asked for longest ago are looked through anew."""

T = TypeVar("T")


def annotate(corpus: Corpus) -> Corpus:
    """The corpus with its time expressions and quotes: a command looks only for what it needs."""

    def times_of(article_id: str) -> Sequence[TimeExpression]:
        return find_times(corpus.article(article_id), corpus.passages_of(article_id))

    times = Found(corpus.numbers, times_of)

    def quotes_of(article_id: str) -> Sequence[Quote]:
        return find_quotes(corpus.article(article_id), corpus.passages_of(article_id), times[article_id])

    return replace(corpus, times=times, quotes=Found(corpus.numbers, quotes_of))


class Found(Mapping[str, Sequence[T]]):
    """What `find` finds in the article of an id."""

    def __init__(self, ids: Mapping[str, object], find: Callable[[str], Sequence[T]]) -> None:
        self._ids = ids
        self._find = lru_cache(KEPT)(find)

    def __getitem__(self, article_id: str) -> Sequence[T]:
        if article_id not in self._ids:
            raise KeyError(article_id)
        return self._find(article_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
