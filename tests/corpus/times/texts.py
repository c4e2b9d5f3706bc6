"""How does a test read times out of a few sentences?"""

from __future__ import annotations

from corpus.clean import find_body
from corpus.models import Article, Passage, Span, TimeExpression
from corpus.sentences import find_passages
from corpus.times import find_times

SUNDAY = "2022-01-09"


def times_of(text: str, published: str | None = SUNDAY) -> list[TimeExpression]:
    """What is found in an article that is one paragraph of one sentence."""
    whole = Span(0, len(text))
    return list(find_times(Article("talks", text, published=published), [Passage("talks", whole, whole, "prose")]))


def article_times(text: str, published: str | None = SUNDAY) -> list[TimeExpression]:
    """What is found in an article as it is read from a file."""
    article = Article("talks", text, published=published)
    return list(find_times(article, find_passages(article, find_body(text))))


def shown(times: list[TimeExpression], text: str) -> list[tuple[str, str]]:
    return [(time.span.of(text), time.value) for time in times]
