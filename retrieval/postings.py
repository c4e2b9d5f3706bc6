"""Which documents hold the terms, and how well? BM25 on rank-bm25, touching only what can matter."""

from __future__ import annotations

import math
import threading
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from retrieval.arrays import Arrays, Lexicon, Strings, pack, put, take

K1 = 0.6
B = 0.75
"""MRR@10 on the tuning questions .766; .763 at (.9, .75), .752 at rank-bm25's own (1.5, .75)."""
MAX_COUNT = 255
"""A term that a document holds more often counts as so often: the weight grows no more by then."""

LONG = 2
FEW = 32
"""A list is read, unless it is longer than twice what was touched, sooner than it is decided not to read it;
fewer documents than these are looked up sooner than sorted out."""

Numbers = NDArray[np.int32]
Scores = NDArray[np.float32]


class _List(NamedTuple):
    """The postings of one term, times how often the query names it."""

    numbers: Numbers
    impacts: Scores
    best: float


class PostingsBM25(BM25Okapi):  # type: ignore[misc] # rank-bm25 has no type hints
    """BM25Okapi that keeps postings a term, with the impact of each computed beforehand.

    Documents may come from a generator, may be empty, and there may be none. The idf is Lucene's,
    ln(1 + (N - n + .5) / (n + .5)): always positive, so a term in every document still counts for it,
    and one in half of them isn't worth nothing (as with Robertson's).
    """

    def __init__(self, documents: Iterable[Sequence[str]], k1: float = K1, b: float = B) -> None:
        self._slots: Mapping[str, int] = {}
        self._scratch = threading.local()
        super().__init__(documents, k1=k1, b=b)

    def _initialize(self, documents: Iterable[Sequence[str]]) -> Numbers:
        places: dict[str, int] = {}
        slots, numbers, counts, lengths = array("i"), array("i"), array("B"), array("i")
        for number, document in enumerate(documents):
            lengths.append(len(document))
            for term, count in Counter(document).items():
                slots.append(places.setdefault(term, len(places)))
                numbers.append(number)
                counts.append(min(count, MAX_COUNT))
        self._slots = places
        order = np.argsort(np.asarray(slots, np.int32), kind="stable")
        frequencies: Numbers = np.bincount(np.asarray(slots, np.int32), minlength=len(self._slots)).astype(np.int32)
        self._begins = np.concatenate(([0], np.cumsum(frequencies, dtype=np.int64)))
        self._numbers: Numbers = np.asarray(numbers, np.int32)[order]
        self._counts = np.asarray(counts, np.uint8)[order]
        self.doc_len = np.asarray(lengths, np.int32)
        self.corpus_size = len(lengths)
        self.avgdl = float(self.doc_len.mean()) if lengths else 0.0
        return frequencies

    def _calc_idf(self, frequencies: Numbers) -> None:
        idf = np.log1p((self.corpus_size - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)
        self.idf: Mapping[str, float] = dict(zip(self._slots, idf.tolist(), strict=True))
        self._impacts: Scores = np.repeat(idf, frequencies)
        self._impacts *= self.saturation(self._counts, self.doc_len[self._numbers])
        starts = self._begins[:-1]
        self._best: Scores = np.maximum.reduceat(self._impacts, starts) if len(starts) else np.empty(0, np.float32)

    def arrays(self) -> Arrays:
        """All that `restore` needs."""
        words = sorted(self._slots)
        return {
            **put("words", pack(words)),
            "slots": np.asarray([self._slots[word] for word in words], np.int32),
            "idf": np.asarray([self.idf[word] for word in words], np.float32),
            "begins": self._begins,
            "numbers": self._numbers,
            "counts": self._counts,
            "impacts": self._impacts,
            "best": self._best,
            "lengths": self.doc_len,
            "constants": np.asarray([self.k1, self.b, self.avgdl], np.float64),
        }

    @classmethod
    def restore(cls, arrays: Arrays) -> Self:
        """The postings that `arrays` were taken of; words stay where they are saved."""
        k1, b, avgdl = arrays["constants"].tolist()
        words = Strings(take("words", arrays))
        restored = cls((), k1, b)
        restored._slots, restored.idf = Lexicon(words, arrays["slots"]), Lexicon(words, arrays["idf"])
        restored._begins, restored._numbers = arrays["begins"], arrays["numbers"]
        restored._counts, restored._impacts = arrays["counts"], arrays["impacts"]
        restored._best, restored.doc_len = arrays["best"], arrays["lengths"]
        restored.corpus_size, restored.avgdl = len(restored.doc_len), avgdl
        return restored

    def saturation(self, counts: NDArray[np.uint8], lengths: Numbers) -> Scores:
        """How much a term counts that documents of these lengths hold so often: up to k1 + 1."""
        norms = np.float32(self.k1) * (1 - self.b + self.b * lengths.astype(np.float32) / (self.avgdl or 1.0))
        scores: Scores = counts * np.float32(self.k1 + 1) / (counts + norms)
        return scores

    def ideal(self, terms: Iterable[str]) -> float:
        """What no document's score can exceed: each term without end, in the shortest document."""
        unseen = math.log1p((self.corpus_size + 0.5) / 0.5)
        return float((self.k1 + 1) * sum(self.idf.get(term, unseen) for term in terms))

    def top(self, terms: Iterable[str], limit: int) -> tuple[Numbers, Scores]:
        """The best documents and their scores, best first, ties in order of number.

        MaxScore (Turtle and Flood 1995): terms are taken by rising length of their list. Once all that is
        left could not lift a new document among the best, the longer lists are only looked up, not read.
        """
        lists = sorted(self._lists(terms), key=lambda found: len(found.numbers))
        rest = list(accumulate((found.best for found in reversed(lists)), initial=0.0))[::-1]
        scores = self._borrow_scores()
        touched = np.empty(0, np.int32)
        try:
            for position, found in enumerate(lists):
                is_long = len(found.numbers) > LONG * len(touched) and len(touched) >= limit
                if is_long and rest[position] < _nth_best(scores.take(touched), limit):
                    return _finish(touched, scores.take(touched), lists[position:], rest[position:], limit)
                before = scores.take(found.numbers)
                touched = np.concatenate((touched, found.numbers[before == 0])) if position else found.numbers
                scores[found.numbers] = before + found.impacts
            return _best(touched, scores.take(touched), limit)
        finally:
            scores[touched] = 0

    def scores_of(self, terms: Iterable[str], numbers: Numbers) -> Scores:
        """The scores of these documents alone."""
        scores = np.zeros(len(numbers), np.float32)
        for found in self._lists(terms):
            scores += _look_up(found.numbers, found.impacts, numbers)
        return scores

    def counts_of(self, term: str, numbers: Numbers) -> NDArray[np.uint8]:
        """How often these documents hold a term."""
        slot = self._slots.get(term)
        if slot is None:
            return np.zeros(len(numbers), np.uint8)
        part = slice(self._begins[slot], self._begins[slot + 1])
        return _look_up(self._numbers[part], self._counts[part], numbers)

    def get_scores(self, terms: Iterable[str]) -> Scores:
        """The scores of all documents, as rank-bm25 gives them."""
        return self.scores_of(terms, np.arange(self.corpus_size, dtype=np.int32))

    def get_batch_scores(self, terms: Iterable[str], numbers: Sequence[int]) -> list[float]:
        scores: list[float] = self.scores_of(terms, np.asarray(numbers, np.int32)).tolist()
        return scores

    def _lists(self, terms: Iterable[str]) -> list[_List]:
        lists = []
        for term, times in Counter(terms).items():
            slot = self._slots.get(term)
            if slot is not None:
                part = slice(self._begins[slot], self._begins[slot + 1])
                impacts = self._impacts[part] if times == 1 else self._impacts[part] * times
                lists.append(_List(self._numbers[part], impacts, float(self._best[slot]) * times))
        return lists

    def _borrow_scores(self) -> Scores:
        """A thread's own array of zeros, one a document, to be given back as it was."""
        scores: Scores | None = getattr(self._scratch, "scores", None)
        if scores is None:
            scores = self._scratch.scores = np.zeros(self.corpus_size, np.float32)
        return scores


def _finish(
    numbers: Numbers, scores: Scores, lists: Sequence[_List], rest: Sequence[float], limit: int
) -> tuple[Numbers, Scores]:
    """Add the longer lists to the documents that can still be among the best."""
    for found, left in zip(lists, rest, strict=False):
        if len(numbers) > FEW:
            promising = scores >= _nth_best(scores, limit) - left
            numbers, scores = numbers[promising], scores[promising]
        scores += _look_up(found.numbers, found.impacts, numbers)
    return _best(numbers, scores, limit)


def _look_up(numbers: Numbers, values: NDArray[Any], wanted: Numbers) -> NDArray[Any]:
    """The values of the wanted numbers; 0 where `numbers`, which ascend, don't hold one."""
    places = numbers.searchsorted(wanted)
    found: NDArray[Any] = values.take(places, mode="clip") * (numbers.take(places, mode="clip") == wanted)
    return found


def _nth_best(scores: Scores, nth: int) -> float:
    place = len(scores) - nth
    scores = scores.copy()
    scores.partition(place)
    return float(scores[place])


def _best(numbers: Numbers, scores: Scores, limit: int) -> tuple[Numbers, Scores]:
    if len(numbers) > limit:
        promising = scores >= _nth_best(scores, limit)
        numbers, scores = numbers[promising], scores[promising]
    order = np.lexsort((numbers, -scores))[:limit]
    return numbers[order], scores[order]
