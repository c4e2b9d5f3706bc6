"""What is the corpus made of? Articles, spans of them, and citations that cannot misquote."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

PassageKind = Literal["prose", "heading", "caption"]
PublishedFrom = Literal["front_matter", "stamp", "inferred"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
QuoteType = Literal["direct", "mixed", "reported"]
SpeakerKind = Literal["person", "organisation", "anonymous"]
Grain = Literal["day", "week", "month", "year"]
EventStatus = Literal["planned", "reported", "caption"]


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

    def overlaps(self, other: Span) -> bool:
        """Whether they share a character."""
        return max(self.start, other.start) < min(self.end, other.end)


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
class TimeExpression:
    """Words that say when: "this Monday", "on January 13", "for weeks"."""

    article_id: str
    span: Span
    type: TimeType
    value: str
    """In TIMEX3: 2022-01-10, 2022-01-09TEV, 2022-W02, P2W, FUTURE_REF."""
    first: dt.date | None
    """First and last calendar day, where it names days; a duration or a set has none."""
    last: dt.date | None
    rule: str
    """Which rule resolved it."""
    cue: Span | None = None
    """The words whose tense told which side of the reference date it lies on: "are negotiating"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence, or part of it, that tells of an event, and the words in it that say when."""

    citation: Citation
    expression: TimeExpression


@dataclass(frozen=True, slots=True)
class Event:
    """What happens on a day, in a week, a month or a year, with everything that tells of it."""

    first: dt.date
    last: dt.date
    grain: Grain
    part: str | None
    """Part of the day, as in "evening"."""
    status: EventStatus
    """Planned is what was still to come when its article was published."""
    mentions: tuple[Mention, ...]
    """The best one to show first."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """To whom an article gives a quote, and the words that prove it."""

    mention: Span
    """A name, a title or a pronoun: "Blinken", "the minister", "he"."""
    name: str
    """The fullest form of the name in this article; of an anonymous source, its fullest noun phrase."""
    role: str | None
    """As this article gives it: "Deputy Foreign Minister"."""
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody is quoted or reported to have said, without the words around it."""

    article_id: str
    span: Span
    type: QuoteType
    attribution: Attribution | None
    cue: Span | None
    """What says that it was said: "said", "according to"."""
    via: Span | None
    """The outlet that it was said to or taken from: CNN, Reuters."""
    said_on: dt.date | None
    rule: str
    """Which rule found the speaker."""
    confidence: float
    """From 0 to 1: the share of such quotes whose speaker the rule gets right."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks, across articles and spellings."""

    id: str
    name: str
    kind: SpeakerKind
    spellings: tuple[str, ...]
    """Every name that the articles, or the operator, use for them; the fullest first."""
    roles: tuple[tuple[str, str], ...]
    """Article id and role as that article gives it, in reading order."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of an article. Only `Corpus.cite` makes one; its text is a slice, so it cannot misquote."""

    article: Article
    span: Span

    @property
    def text(self) -> str:
        return self.span.of(self.article.text)

    def overlaps(self, other: Citation) -> bool:
        return self.article.id == other.article.id and self.span.overlaps(other.span)


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
    times: Mapping[str, Sequence[TimeExpression]] = field(default_factory=dict, repr=False, compare=False)
    """By article id, in reading order; found when it is first asked for."""
    quotes: Mapping[str, Sequence[Quote]] = field(default_factory=dict, repr=False, compare=False)
    """By article id, in reading order; found when it is first asked for."""

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

    def times_in(self, citation: Citation) -> Sequence[TimeExpression]:
        """The time expressions that a citation holds whole."""
        times = self.times.get(citation.article.id, ())
        first = bisect_left(times, citation.span.start, key=lambda time: time.span.start)
        behind = bisect_right(times, citation.span.end, key=lambda time: time.span.end)
        return times[first:behind]

    def passages_of(self, article_id: str) -> Sequence[Passage]:
        """The passages of one article, found without reading the others."""
        begin, end = (
            find(self.passages, self.numbers[article_id], key=lambda passage: self.numbers[passage.article_id])
            for find in (bisect_left, bisect_right)
        )
        return self.passages[begin:end]

    def texts_of(self, passages: Iterable[Passage]) -> Iterator[str]:
        """The text of each passage; an article is looked up once for those of its own that follow each other."""
        for article_id, group in groupby(passages, lambda passage: passage.article_id):
            text = self.article(article_id).text
            yield from (passage.span.of(text) for passage in group)

    def passage_at(self, citation: Citation) -> int:
        """The number of the passage in which a citation begins; ValueError where it begins in none."""
        number, start = self.numbers[citation.article.id], citation.span.start

        def place(passage: Passage) -> tuple[int, int]:
            return self.numbers[passage.article_id], passage.span.start

        found = bisect_right(self.passages, (number, start), key=place) - 1
        if found < 0 or place(self.passages[found])[0] != number:
            raise ValueError(f"{citation.article.id} has no passage at {start}")
        return found

    def neighbours(self, number: int, reach: int = 1) -> Sequence[Passage]:
        """The passages of the same article around passage `number`, itself included, in reading order."""
        article_id = self.passages[number].article_id
        around = self.passages[max(0, number - reach) : number + reach + 1]
        return [passage for passage in around if passage.article_id == article_id]
