"""How is a corpus saved, and read no further than it is asked for?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import get_args, overload

import numpy as np

from corpus.found import annotate
from corpus.models import Article, Corpus, Passage, PassageKind, Span
from retrieval.arrays import Arrays, Lexicon, Strings, pack, pick, put, take

KINDS: tuple[PassageKind, ...] = get_args(PassageKind)
ARTICLES_AT_HAND = 256
"""So many articles stay decoded: an answer ranks up to a hundred passages, each with its article."""
PASSAGES_AT_HAND = 1024
"""So many passages stay made: those ranked are compared with each other. With these an answer out of 20,000 passages
takes 3.2 ms, without 5.0; from memory 2.4."""
_FACTS = [field.name for field in fields(Article) if field.name not in {"id", "text"}]


def corpus_arrays(corpus: Corpus) -> Arrays:
    ids = [article.id for article in corpus.articles]
    numbers = {article_id: number for number, article_id in enumerate(ids)}
    by_id = sorted(numbers)
    return {
        **put("ids", pack(ids)),
        **put("by_id", pack(by_id)),
        "numbers": np.asarray([numbers[article_id] for article_id in by_id], np.int32),
        **put("facts", pack(_facts(article) for article in corpus.articles)),
        **put("texts", pack(article.text for article in corpus.articles)),
        "passages": _passage_rows(corpus.passages, numbers),
    }


def restore_corpus(arrays: Arrays, fingerprint: str, problems: Sequence[str]) -> Corpus:
    ids = Strings(take("ids", arrays))
    corpus = Corpus(
        articles=SavedArticles(ids, Strings(take("facts", arrays)), Strings(take("texts", arrays))),
        passages=SavedPassages(ids, arrays["passages"]),
        problems=tuple(problems),
        fingerprint=fingerprint,
        numbers=Lexicon(Strings(take("by_id", arrays)), arrays["numbers"]),
    )
    return annotate(corpus)


class SavedArticles(Sequence[Article]):
    """Articles that are decoded when they are asked for; the last ones stay at hand."""

    def __init__(self, ids: Sequence[str], facts: Sequence[str], texts: Sequence[str]) -> None:
        self._ids, self._facts, self._texts = ids, facts, texts
        self._numbers = range(len(ids))
        self._at_hand = lru_cache(ARTICLES_AT_HAND)(self._make)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Article: ...
    @overload
    def __getitem__(self, place: slice) -> list[Article]: ...
    def __getitem__(self, place: int | slice) -> Article | list[Article]:
        return pick(place, self._numbers, self._at_hand)

    def _make(self, number: int) -> Article:
        authors, *facts = json.loads(self._facts[number])
        named = dict(zip((name for name in _FACTS if name != "authors"), facts, strict=True))
        return Article(self._ids[number], self._texts[number], authors=tuple(authors), **named)


class SavedPassages(Sequence[Passage]):
    """Passages that are made when they are asked for, each from its row of numbers; the last ones stay at hand."""

    def __init__(self, ids: Sequence[str], rows: np.ndarray[tuple[int, ...], np.dtype[np.int32]]) -> None:
        self._ids, self._rows = ids, rows
        self._numbers = range(len(rows))
        self._at_hand = lru_cache(PASSAGES_AT_HAND)(self._make)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Passage: ...
    @overload
    def __getitem__(self, place: slice) -> list[Passage]: ...
    def __getitem__(self, place: int | slice) -> Passage | list[Passage]:
        return pick(place, self._numbers, self._at_hand)

    def _make(self, number: int) -> Passage:
        article, start, end, first, last, kind = self._rows[number].tolist()
        return Passage(self._ids[article], Span(start, end), Span(first, last), KINDS[kind])


def _facts(article: Article) -> str:
    return json.dumps([article.authors, *(getattr(article, name) for name in _FACTS if name != "authors")])


def _passage_rows(
    passages: Iterable[Passage], numbers: dict[str, int]
) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    rows = (
        number
        for passage in passages
        for number in (
            numbers[passage.article_id],
            passage.span.start,
            passage.span.end,
            passage.paragraph.start,
            passage.paragraph.end,
            KINDS.index(passage.kind),
        )
    )
    return np.fromiter(rows, np.int32).reshape(-1, 6)
