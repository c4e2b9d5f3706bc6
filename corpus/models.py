"""What is the corpus made of? Articles, spans of them, and citations that cannot misquote."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

PassageKind = Literal["prose", "heading", "caption"]
PublishedFrom = Literal["front_matter", "stamp", "inferred"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end` of an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `text` is all that follows its front matter, character for character."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 date or date-time, as precise as its source gives it."""
    published_from: PublishedFrom | None = None
    url: str | None = None
    language: str | None = None
    source: str | None = None

    @property
    def day(self) -> dt.date | None:
        """The calendar day of publication, where one is known."""
        return dt.date.fromisoformat(self.published[:10]) if self.published else None


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is found and cited: a sentence, a heading or a caption."""

    article_id: str
    span: Span
    paragraph: Span
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of an article. Only `Corpus.cite` makes one; its text is a slice, so it cannot misquote."""

    article: Article
    span: Span

    @property
    def text(self) -> str:
        return self.span.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All articles, with their passages in reading order, an article's behind those of the one before it.

    A saved corpus makes articles and passages when they are asked for.
    """

    articles: Sequence[Article]
    passages: Sequence[Passage]
    problems: tuple[str, ...] = ()
    """One clear line for each file that could not be read."""
    fingerprint: str = ""
    """Digest of all that the passages derive from: the same articles in the same order, the same fingerprint.

    The order counts because an index names passages by their number.
    """
    numbers: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)
    """Where in `articles` each id stands; counted, unless a saved corpus brings it along."""

    _days: list[dt.date] = field(default_factory=list, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.numbers:
            counted = {article.id: number for number, article in enumerate(self.articles)}
            object.__setattr__(self, "numbers", counted)

    @property
    def days(self) -> Sequence[dt.date]:
        """The days of publication that are known, ascending; looked up once, for there may be many articles."""
        if not self._days:
            self._days.extend(sorted(article.day for article in self.articles if article.day))
        return self._days

    def article(self, article_id: str) -> Article:
        """The article of that id; KeyError where there is none."""
        return self.articles[self.numbers[article_id]]

    def cite(self, article_id: str, span: Span) -> Citation:
        """Cite a span of an article; ValueError where it reaches outside the text."""
        article = self.article(article_id)
        if span.end > len(article.text):
            raise ValueError(f"{article_id} ends at {len(article.text)}, before {span.end}")
        return Citation(article, span)

    def passages_of(self, article_id: str) -> Sequence[Passage]:
        """The passages of one article, found without reading the others."""
        begin, end = (
            find(self.passages, self.numbers[article_id], key=lambda passage: self.numbers[passage.article_id])
            for find in (bisect_left, bisect_right)
        )
        return self.passages[begin:end]

    def neighbours(self, number: int, reach: int = 1) -> Sequence[Passage]:
        """The passages of the same article around passage `number`, itself included, in reading order."""
        article_id = self.passages[number].article_id
        around = self.passages[max(0, number - reach) : number + reach + 1]
        return [passage for passage in around if passage.article_id == article_id]
