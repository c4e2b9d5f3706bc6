"""How do words and texts stand in arrays, so that one is found without reading the others?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]
"""What is saved of something, each array under its name."""
Number = TypeVar("Number", int, float)

LOOKED_UP = 1 << 12
"""So many words a lexicon remembers: a search asks for each of its words a dozen times."""


def put(name: str, arrays: Arrays) -> Arrays:
    """The arrays as part `name` of something larger."""
    return {f"{name}.{inner}": array for inner, array in arrays.items()}


def take(name: str, arrays: Arrays) -> Arrays:
    """Part `name` of something larger."""
    return {key.removeprefix(f"{name}."): array for key, array in arrays.items() if key.startswith(f"{name}.")}


def pack(texts: Iterable[str]) -> Arrays:
    """Texts one behind the other in UTF-8, and where each begins."""
    encoded = [text.encode() for text in texts]
    begins = np.fromiter(accumulate(map(len, encoded), initial=0), np.int64, len(encoded) + 1)
    return {"utf8": np.frombuffer(b"".join(encoded), np.uint8), "begins": begins}


class Strings(Sequence[str]):
    """Packed texts; one is decoded when it is asked for."""

    def __init__(self, arrays: Arrays) -> None:
        self._utf8 = arrays["utf8"].data
        self._begins = arrays["begins"].data
        self._numbers = range(len(self._begins) - 1)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        return pick(place, self._numbers, self._decode)

    def _decode(self, number: int) -> str:
        return str(self._utf8[self._begins[number] : self._begins[number + 1]], "utf-8")


Item = TypeVar("Item")


def pick(place: int | slice, numbers: range, make: Callable[[int], Item]) -> Item | list[Item]:
    """What a sequence has at a place, made from its number; IndexError where there is none."""
    if isinstance(place, slice):
        return list(map(make, numbers[place]))
    return make(numbers[place])


class Lexicon(Mapping[str, Number]):
    """The number of each word; words are found by halving, as in a dictionary of paper."""

    def __init__(self, words: Sequence[str], numbers: NDArray[Any]) -> None:
        """`words` are sorted, `numbers` stand in their order."""
        self._words = words
        self._numbers = numbers.data
        self._find = lru_cache(LOOKED_UP)(self._search)

    def __getitem__(self, word: str) -> Number:
        place = self._find(word)
        if place is None:
            raise KeyError(word)
        number: Number = self._numbers[place]
        return number

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def _search(self, word: str) -> int | None:
        place = bisect_left(self._words, word)
        return place if place < len(self._words) and self._words[place] == word else None
