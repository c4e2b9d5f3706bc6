"""Whose words does a question ask for, and which quotes are theirs?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from corpus.models import Corpus, Passage, Quote
from retrieval.analysis import analyze

_ASKED = re.compile(
    r"""
      \bwhat\ (?:else\ |exactly\ )?(?:did|does|do|has|have|had)\ (?P<sayer>[^,?]{1,60}?)
        \ (?:say|said|tell|told|state|stated|comment)\b
    | \bwhat\ (?:is|was|are|were)\ (?P<quoted>[^,?]{1,60}?)\ (?:quoted|reported)\ (?:as\ saying|to\ have\ said)\b
    | \bwhat\ (?:is|was|are|were)\ (?P<speaker>[^,?]{1,60}?)[’']s?\ words\b
    | \b(?:words|quotes?|quotations?)\ (?:of|from|by)\ (?P<quote>[^,?]{1,60}?)(?:\ (?:about|on)\b|[?.]|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)

DEMANDED = "reported-demand"
"""The rule of quotes that tell what somebody wants, not what they said."""


def asked_speaker(question: str) -> frozenset[str]:
    """The terms of whoever's words are asked for; none where it is something else that is asked."""
    found = _ASKED.search(question)
    return frozenset(analyze(found[found.lastgroup or 0])) if found else frozenset()


def holds_words_of(speaker: AbstractSet[str], passage: Passage, corpus: Corpus) -> bool:
    """Whether a quote of theirs reaches into the passage."""
    quotes = corpus.quotes.get(passage.article_id, ())
    near = (quote for quote in quotes if quote.rule != DEMANDED and quote.span.overlaps(passage.span))
    return any(speaker <= _names(quote, corpus) for quote in near)


def _names(quote: Quote, corpus: Corpus) -> frozenset[str]:
    """The terms of what the article calls the speaker."""
    said = quote.attribution
    if said is None:
        return frozenset()
    written: Iterable[str | None] = (said.name, said.role, said.mention.of(corpus.article(quote.article_id).text))
    return frozenset(term for text in written if text for term in analyze(text))
