"""Which paragraphs have a meaning of their own? Those of several passages; another's is that of its passage."""

from __future__ import annotations

from itertools import groupby

import numpy as np

from corpus.models import Corpus, Span
from retrieval.postings import Numbers


def long_paragraphs(corpus: Corpus) -> list[str]:
    """The texts of those with several passages, in reading order."""
    paragraphs = (list(group) for _, group in groupby(corpus.passages, lambda one: (one.article_id, one.paragraph)))
    return [
        corpus.cite(passages[0].article_id, Span(passages[0].span.start, passages[-1].span.end)).text
        for passages in paragraphs
        if len(passages) > 1
    ]


def paragraph_rows(paragraph_of: Numbers) -> Numbers:
    """For each paragraph the row of its vector, where the rows of long ones follow those of all passages."""
    begins = np.flatnonzero(np.diff(paragraph_of, prepend=-1)).astype(np.int32)
    is_long = np.diff(begins, append=len(paragraph_of)) > 1
    begins[is_long] = len(paragraph_of) + np.arange(np.count_nonzero(is_long), dtype=np.int32)
    return begins
