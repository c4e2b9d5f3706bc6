"""Are words found again where their article was edited?"""

from __future__ import annotations

import pytest

from corpus.models import Article, Corpus, Span
from retrieval.same_words import find_again

TEXT = "No talks. Talks begin. No talks. The end."
CORPUS = Corpus((Article("one", TEXT),), ())


@pytest.mark.parametrize(
    ("start", "words", "found"),
    [
        (10, "Talks begin.", Span(10, 22)),
        (0, "Talks begin.", Span(10, 22)),
        (400, "Talks begin.", Span(10, 22)),
        (0, "No talks.", Span(0, 9)),
        (23, "No talks.", Span(23, 32)),
        (9, "No talks.", Span(0, 9)),
        (14, "No talks.", Span(23, 32)),
        (0, "Talks ended.", None),
    ],
)
def test_where_they_stood_or_nearest_to_it(start: int, words: str, found: Span | None) -> None:
    assert find_again(CORPUS, "one", start, words) == found


def test_an_article_that_is_gone() -> None:
    assert find_again(CORPUS, "two", 0, "No talks.") is None
