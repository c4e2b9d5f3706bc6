"""Do two passages say the same? One statement that several outlets carry is shown once."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from corpus.models import Corpus, Passage
from retrieval.analysis import STOP_WORDS, read_words
from retrieval.answer import CitedPassage

SHARED = 0.54
LEAST_SHARED = 4
"""Statements are the same whose shorter one has .54 of its terms, and at least four, in the other. On the shipped
articles that finds all six pairs, the weakest at 6/11 (a gun, a pistol at Ukraine's head); the next pair, a false
one, has .50."""


def same_statement(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether two sets of terms are of one statement."""
    shared = len(one & other)
    shorter = min(len(one), len(other))
    return one == other or (shared >= LEAST_SHARED and shared >= SHARED * shorter)


def fold_variants(ranked: Iterable[CitedPassage], corpus: Corpus, most: int = 100) -> list[CitedPassage]:
    """Each statement once, `most` of them, ranked anew; what other articles say the same is cited with it."""
    kept: list[CitedPassage] = []
    terms: list[frozenset[str]] = []
    for cited in ranked:
        own = frozenset(read_words(cited.citation.text)) - STOP_WORDS
        passage = corpus.passages[cited.number]
        for place, earlier in enumerate(kept):
            if _is_same_picture(corpus.passages[earlier.number], passage):
                break
            if _may_be_same(corpus.passages[earlier.number], passage) and same_statement(terms[place], own):
                kept[place] = replace(earlier, also=(*earlier.also, cited.citation))
                break
        else:
            if len(kept) < most:
                kept.append(replace(cited, rank=len(kept) + 1))
                terms.append(own)
    return kept


def _may_be_same(one: Passage, other: Passage) -> bool:
    """Whether two outlets may say so. A caption names who is seen, as prose does, and yet states something else."""
    return one.article_id != other.article_id and one.kind == other.kind


def _is_same_picture(one: Passage, other: Passage) -> bool:
    """A picture's description and its caption say the same of it."""
    return one.kind == "caption" and (one.article_id, one.paragraph) == (other.article_id, other.paragraph)
