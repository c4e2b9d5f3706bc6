"""Which of many short texts hold a term? Each is analysed once, whatever is looked for."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from retrieval.analysis import analyze


class TermLists:
    """For each term the numbers of the texts that hold it; a text's number is its place."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._numbers = range(len(texts))
        self._lists: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, text in enumerate(texts):
            for term in set(analyze(text)):
                self._lists[term].append(number)

    def __contains__(self, term: str) -> bool:
        return term in self._lists

    def with_all(self, terms: Iterable[str]) -> Sequence[int]:
        """The texts that hold all of the terms, ascending."""
        lists = sorted((self._lists.get(term, ()) for term in terms), key=len)
        return sorted(set(lists[0]).intersection(*lists[1:])) if lists else self._numbers

    def count(self, terms: Iterable[str]) -> Counter[int]:
        """How many of the terms each text holds, where it holds any."""
        return Counter(chain.from_iterable(self._lists.get(term, ()) for term in set(terms)))
