"""Which words do the articles hold, and which of them did a reader mean?"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from os.path import commonprefix
from typing import Self

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.analysis import TOKEN, analyze, fold, split_token
from retrieval.arrays import Arrays, Strings, pack, put, take

Shape = tuple[str, int]
"""A word's first letter and its length."""

MIN_MISSPELT = 6
"""Shorter words have too many neighbours: tanks is not talks."""
MIN_LETTER_LOST = 5
"""From this length on a letter too many or too few is mended: rusia."""
MIN_MISSPELT_TWICE = 7
SURE = 3
"""From that length on two slips are mended, where the first letters and the last one stand: counsel, council."""
MIN_RELATED = 7
MIN_FAMILY = 5
FAMILY_SHARE = 0.6
"""A word of seven letters is of the family of one that shares its first five letters or more, and .6 of the longer
of the two (optimistic, optimism), and of the family of one that it begins with (photographer, photo)."""
PAGES_AT_HAND = 128
"""So many shapes of a saved vocabulary stay decoded: a misspelt word is compared with those of up to five."""


class Vocabulary:
    """The words of the articles, folded but not stemmed: misspellings are slips of words, not of stems."""

    def __init__(self, texts: Iterable[str]) -> None:
        parts = {part for text in texts for token in set(TOKEN.findall(text)) for part in split_token(token)}
        forms = ((form, analyze(part)) for part in parts for form in (fold(part), *analyze(part)) if form.isalpha())
        words = {form for form, meant in forms if analyze(form) == meant}
        of_shape: dict[Shape, list[str]] = defaultdict(list)
        for word in sorted(words):
            of_shape[word[0], len(word)].append(word)
        self._of_shape: Mapping[Shape, Sequence[str]] = of_shape

    def __len__(self) -> int:
        return sum(map(len, self._of_shape.values()))

    def arrays(self) -> Arrays:
        """All that `restore` needs."""
        shapes = [(ord(letter), length) for letter, length in self._of_shape]
        pages = map("\n".join, self._of_shape.values())
        return {"shapes": np.asarray(shapes, np.int32).reshape(-1, 2), **put("pages", pack(pages))}

    @classmethod
    def restore(cls, arrays: Arrays) -> Self:
        """The vocabulary that `arrays` were taken of; words stay where they are saved until they are compared."""
        restored = cls(())
        restored._of_shape = _SavedShapes(arrays)
        return restored

    def mend(self, word: str) -> str | None:
        """The word of the articles that `word`, which they don't hold, was meant to be."""
        word = fold(word)
        if not word.isalpha():
            return None
        return self._misspelt(word) or (self._relative(word) if len(word) >= MIN_RELATED else None)

    def _misspelt(self, word: str) -> str | None:
        if len(word) < MIN_LETTER_LOST:
            return None
        slips = 2 if len(word) >= MIN_MISSPELT_TWICE else 1
        lengths = range(len(word) - slips, len(word) + slips + 1)
        near = [other for length in lengths for other in self._of_shape.get((word[0], length), ())]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return next((other for other, distance, _ in found if _is_slip(word, other, distance)), None)

    def _relative(self, word: str) -> str | None:
        alike = self._begin_with(word[:MIN_FAMILY])
        shared, nearest = max(((len(commonprefix((word, other))), other) for other in alike), default=(0, ""))
        related = shared == len(nearest) or shared >= FAMILY_SHARE * max(len(word), len(nearest))
        return nearest if nearest and related else None

    def _begin_with(self, letters: str) -> Iterator[str]:
        for shape in self._of_shape:
            if shape[0] == letters[0] and shape[1] >= len(letters):
                words = self._of_shape[shape]
                begin = bisect_left(words, letters)
                yield from takewhile(lambda word: word.startswith(letters), words[begin:])


class _SavedShapes(Mapping[Shape, Sequence[str]]):
    """Words by shape, a page of text for each."""

    def __init__(self, arrays: Arrays) -> None:
        self._places = {(chr(letter), length): n for n, (letter, length) in enumerate(arrays["shapes"].tolist())}
        self._pages = Strings(take("pages", arrays))
        self._words = lru_cache(PAGES_AT_HAND)(self._read)

    def __getitem__(self, shape: Shape) -> Sequence[str]:
        return self._words(self._places[shape])

    def __iter__(self) -> Iterator[Shape]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _read(self, place: int) -> list[str]:
        return self._pages[place].split("\n")


def _is_slip(word: str, other: str, distance: int) -> bool:
    if distance == 1:
        return len(word) >= MIN_MISSPELT or (len(word) >= MIN_LETTER_LOST and len(word) != len(other))
    return word[:SURE] == other[:SURE] and word[-1] == other[-1]
