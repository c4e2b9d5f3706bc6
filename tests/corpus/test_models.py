"""Can a citation misquote, and do passages keep to their article?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.models import Article, Corpus, Passage, Span

TEXT = "Talks begin. They end."


def corpus_of(*texts: str) -> Corpus:
    """Each letter of each text is a passage."""
    articles = tuple(Article(f"a{number}", text) for number, text in enumerate(texts))
    return Corpus(articles, tuple(_letters(articles)))


def _letters(articles: tuple[Article, ...]) -> Iterator[Passage]:
    for article in articles:
        for at in range(len(article.text)):
            yield Passage(article.id, Span(at, at + 1), Span(0, len(article.text)), "prose")


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_a_citation_is_a_slice(start: int, length: int) -> None:
    span = Span(start, min(start + length, len(TEXT)))
    citation = corpus_of(TEXT).cite("a0", span)
    assert citation.text == TEXT[span.start : span.end]
    assert citation.article.text == TEXT


@pytest.mark.parametrize("span", [Span(0, len(TEXT) + 1), Span(len(TEXT) + 1, len(TEXT) + 1)])
def test_a_span_outside_the_text_cannot_be_cited(span: Span) -> None:
    with pytest.raises(ValueError, match="a0 ends at 22"):
        corpus_of(TEXT).cite("a0", span)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 2), (-2, -1)])
def test_there_are_no_spans_before_the_text_or_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no such span"):
        Span(start, end)


def test_an_unknown_article_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        corpus_of(TEXT).cite("a1", Span(0, 1))


@pytest.mark.parametrize(
    ("number", "reach", "expected"),
    [
        (0, 1, "ab"),
        (1, 1, "abc"),
        (2, 1, "bc"),
        (3, 1, "de"),
        (4, 1, "de"),
        (5, 1, "f"),
        (1, 0, "b"),
        (3, 9, "de"),
    ],
)
def test_neighbours_are_of_the_same_article(number: int, reach: int, expected: str) -> None:
    corpus = corpus_of("abc", "de", "f")
    around = corpus.neighbours(number, reach)
    assert "".join(corpus.cite(passage.article_id, passage.span).text for passage in around) == expected


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (Span(0, 3), Span(2, 5), True),
        (Span(1, 2), Span(0, 5), True),
        (Span(0, 3), Span(3, 5), False),
        (Span(0, 1), Span(3, 5), False),
        (Span(2, 2), Span(0, 5), False),
    ],
)
def test_spans_overlap_that_share_a_character(one: Span, other: Span, *, overlap: bool) -> None:
    assert one.overlaps(other) == other.overlaps(one) == overlap


def test_citations_overlap_within_an_article() -> None:
    corpus = corpus_of("abc", "abc")
    assert corpus.cite("a0", Span(0, 2)).overlaps(corpus.cite("a0", Span(1, 3)))
    assert not corpus.cite("a0", Span(0, 2)).overlaps(corpus.cite("a1", Span(0, 2)))


def test_passages_have_their_texts() -> None:
    corpus = corpus_of("abc", "de", "", "f")
    assert "".join(corpus.texts_of(corpus.passages)) == "abcdef"
    assert list(corpus.texts_of(reversed(corpus.passages[1:4]))) == ["d", "c", "b"]


@pytest.mark.parametrize(
    ("published", "day"),
    [(None, None), ("2022-01-09", dt.date(2022, 1, 9)), ("2022-01-09T23:59+01:00", dt.date(2022, 1, 9))],
)
def test_the_day_of_an_article(published: str | None, day: dt.date | None) -> None:
    assert Article("a", TEXT, published=published).day == day
