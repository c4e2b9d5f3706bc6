"""Which passages share the question's terms? Sentences and what stands around them, each scored by BM25."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, groupby
from typing import Protocol, Self, TypeVar

import numpy as np

from corpus.models import Corpus, Passage
from retrieval.analysis import analyze
from retrieval.arrays import Arrays, put, take
from retrieval.postings import Numbers, PostingsBM25, Scores
from retrieval.retriever import Hit

SENTENCE, PARAGRAPH, WINDOW, TITLE, ARTICLE = 1.0, 1.0, 1.0, 1.0, 2.0
"""What a passage's sentence, paragraph, neighbours, title and article count for. MRR@10 on the tuning
questions: .747 by the sentence alone, .776 with the paragraph, .784 with the window of three sentences, .786
with title and article. The title ranks little there, but tells what is foreign: at .4 three in a thousand more of the
answerable questions were refused."""
ASIDE = 0.75
"""A heading or caption ranks below prose that says the same: it says less, and out of context."""
ARTICLE_K1 = 1.2
"""Articles are long: there, a word's third mention still tells something."""
POOL = 100
"""The best so many sentences and half as many paragraphs are scored in full."""

T = TypeVar("T")


class Watch(Protocol):
    """Hands on what it is handed, one by one, and may show how far that is."""

    def __call__(self, items: Sequence[T], doing: str) -> Iterable[T]: ...


def unwatched(items: Sequence[T], doing: str) -> Iterable[T]:  # noqa: ARG001 - it shows nothing
    return items


class BM25Retriever:
    """Ranks passages by the scores of their sentence, paragraph, neighbouring sentences, title and article."""

    def __init__(self, corpus: Corpus, watch: Watch = unwatched) -> None:
        terms = [analyze(text) for text in corpus.texts_of(watch(corpus.passages, "Finding terms"))]
        self.paragraph_of = _number_groups(corpus.passages, lambda passage: (passage.article_id, passage.paragraph))
        self._article_of = _number_groups(corpus.passages, lambda passage: passage.article_id)
        self.weights = np.asarray([1.0 if p.kind == "prose" else ASIDE for p in corpus.passages], np.float32)
        self._sentences = PostingsBM25(watch(terms, "Indexing sentences"))
        self._paragraphs = PostingsBM25(_join(watch(terms, "Indexing paragraphs"), self.paragraph_of))
        self._articles = PostingsBM25(_join(watch(terms, "Indexing articles"), self._article_of), k1=ARTICLE_K1)
        self._titles = PostingsBM25(analyze(article.title or "") for article in corpus.articles)

    def arrays(self) -> Arrays:
        """All that `restore` needs."""
        return {
            "paragraph_of": self.paragraph_of,
            "article_of": self._article_of,
            "weights": self.weights,
            **put("sentences", self._sentences.arrays()),
            **put("paragraphs", self._paragraphs.arrays()),
            **put("articles", self._articles.arrays()),
            **put("titles", self._titles.arrays()),
        }

    @classmethod
    def restore(cls, arrays: Arrays) -> Self:
        """The retriever that `arrays` were taken of."""
        restored = cls(Corpus((), ()))
        restored.paragraph_of, restored._article_of = arrays["paragraph_of"], arrays["article_of"]
        restored.weights = arrays["weights"]
        restored._sentences = PostingsBM25.restore(take("sentences", arrays))
        restored._paragraphs = PostingsBM25.restore(take("paragraphs", arrays))
        restored._articles = PostingsBM25.restore(take("articles", arrays))
        restored._titles = PostingsBM25.restore(take("titles", arrays))
        return restored

    def search(self, terms: Sequence[str], limit: int) -> list[Hit]:
        if not any(map(self.knows, terms)):
            return []
        numbers = self._candidates(terms, max(POOL, limit))
        scores = self.score(terms, numbers)
        best = np.lexsort((numbers, -scores))[:limit]
        return [Hit(int(numbers[n]), float(scores[n])) for n in best]

    def knows(self, term: str) -> bool:
        return term in self._sentences.idf

    def _candidates(self, terms: Sequence[str], pool: int) -> Numbers:
        sentences, _ = self._sentences.top(terms, pool)
        paragraphs, _ = self._paragraphs.top(terms, pool // 2)
        begins = self.paragraph_of.searchsorted(paragraphs)
        ends = self.paragraph_of.searchsorted(paragraphs, side="right")
        ranges = [np.arange(begin, end, dtype=np.int32) for begin, end in zip(begins, ends, strict=True)]
        return union(sentences, *ranges)

    def score(self, terms: Sequence[str], numbers: Numbers) -> Scores:
        """The passages' scores, as shares of what the question could reach."""
        paragraphs, articles = self.paragraph_of[numbers], self._article_of[numbers]
        score = (
            SENTENCE * self._sentences.scores_of(terms, numbers)
            + PARAGRAPH * self._paragraphs.scores_of(terms, paragraphs)
            + WINDOW * self._window_scores(terms, numbers)
            + TITLE * self._titles.scores_of(terms, articles)
            + ARTICLE * self._articles.scores_of(terms, articles)
        )
        ideal = (SENTENCE + WINDOW) * self._sentences.ideal(terms) + PARAGRAPH * self._paragraphs.ideal(terms)
        scores: Scores = score * self.weights[numbers] / np.float32(ideal or 1.0)
        return scores

    def _window_scores(self, terms: Sequence[str], numbers: Numbers) -> Scores:
        """The scores of each passage with the one before and the one after it, read as one."""
        around = numbers[:, None] + np.asarray([-1, 0, 1], np.int32)
        inside = (around >= 0) & (around < len(self._article_of))
        around = np.where(inside, around, numbers[:, None])
        inside &= self._article_of[around] == self._article_of[numbers][:, None]
        lengths = (self._sentences.doc_len[around] * inside).sum(axis=1) // inside.sum(axis=1)
        scores = np.zeros(len(numbers), np.float32)
        for term in dict.fromkeys(terms):
            counts = self._sentences.counts_of(term, around.ravel()).reshape(around.shape)
            saturated = self._sentences.saturation((counts * inside).sum(axis=1), lengths)
            scores += self._sentences.idf.get(term, 0.0) * saturated
        return scores


def union(*several: Numbers) -> Numbers:
    """All numbers, each once, in order: what np.unique does; but that imports numpy.ma, a tenth of a cold start."""
    numbers = np.sort(np.concatenate(several))
    return numbers[np.concatenate(([True], numbers[1:] != numbers[:-1]))]


def _number_groups(passages: Sequence[Passage], key: Callable[[Passage], object]) -> Numbers:
    """For each passage the number of its group, counted from 0; groups stand together."""
    sizes = [sum(1 for _ in group) for _, group in groupby(passages, key)]
    return np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)


def _join(terms: Iterable[Sequence[str]], groups: Numbers) -> Iterable[list[str]]:
    """The terms of each group of passages as one document."""
    numbered = zip(groups.tolist(), terms, strict=True)
    return (list(chain.from_iterable(terms for _, terms in group)) for _, group in groupby(numbered, lambda g: g[0]))
