"""How does a test read quotes out of a few sentences?"""

from __future__ import annotations

from corpus.clean import find_body
from corpus.models import Article, Quote, Span
from corpus.quotes import find_quotes
from corpus.sentences import find_passages
from corpus.times import find_times


def quotes_of(text: str, published: str = "2022-01-09") -> list[Quote]:
    """What is found in an article as it is read from a file, its times included."""
    article = Article("talks", text, published=published)
    passages = find_passages(article, find_body(text))
    return list(find_quotes(article, passages, find_times(article, passages)))


def said(text: str) -> list[tuple[str, str, str | None]]:
    """Type, words and speaker of every quote."""
    return [
        (quote.type, quote.span.of(text), quote.attribution.name if quote.attribution else None)
        for quote in quotes_of(text)
    ]


def speakers(text: str) -> list[str | None]:
    return [speaker for _, _, speaker in said(text)]


def words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None
