"""Which sentence stands around a quotation?

A frame is a sentence in tokens, each quotation in it a single one: what is said can then not be taken for the words
that say who said it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from corpus.models import Span
from corpus.quotes.scan import Marked

_TOKEN = re.compile(
    r"""
      (?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Prof|Rev|Hon|Jr|Sr|St|Pres|[A-Z])\.(?!\w)
    | (?:[^\W\d_]\.){2,}
    | \d[\d.,]*\d | \w[\w’'&/-]*+ | \S
    """,
    re.VERBOSE,
)
_ASIDE = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")


class Token(NamedTuple):
    text: str
    lower: str
    start: int
    end: int
    quote: int = -1
    """The number of the quotation that it stands for."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Frame:
    """A sentence; its words are read when they are asked for, since most sentences quote nobody."""

    def __init__(self, text: str, span: Span, inside: tuple[tuple[int, Span], ...] = ()) -> None:
        """`inside`: number and span of the quotations in it."""
        self.text = text
        self.span = span
        self._inside = inside

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokenize(self.text, self.span, self._inside)

    @cached_property
    def quotes(self) -> tuple[int, ...]:
        """At which tokens the quotations stand."""
        return tuple(at for at, token in enumerate(self.tokens) if token.quote >= 0) if self._inside else ()

    @cached_property
    def is_bare(self) -> bool:
        """Whether nothing but quotations stands in it."""
        return not any(token.quote < 0 and token.text[0].isalnum() for token in self.tokens)

    def ends_with(self, mark: str) -> bool:
        return self.text.endswith(mark, self.span.start, self.span.end)


def sentences_around(sentences: Sequence[Span], marked: Sequence[Marked]) -> Iterator[tuple[Span, list[int]]]:
    """Sentences of one paragraph, joined where a quotation reaches over their border; with the quotations in each."""
    number = 0
    start: int | None = None
    inside: list[int] = []
    for position, sentence in enumerate(sentences):
        start = sentence.start if start is None else start
        while number < len(marked) and marked[number].span.start < sentence.end:
            inside.append(number)
            number += 1
        last = position + 1 == len(sentences)
        if last or not inside or marked[inside[-1]].span.end <= sentences[position + 1].start:
            yield Span(start, sentence.end), inside
            start, inside = None, []


def tokenize(text: str, span: Span, quotes: Iterable[tuple[int, Span]] = ()) -> tuple[Token, ...]:
    """The words and marks of a span; what stands in brackets is left out, and a quotation is one token."""
    tokens: list[Token] = []
    start = span.start
    for number, quote in quotes:
        tokens += _words(text, start, quote.start)
        tokens.append(Token("“”", "“”", quote.start, quote.end, number))
        start = quote.end
    tokens += _words(text, start, span.end)
    return tuple(tokens)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for aside in _ASIDE.finditer(text, start, end):
        yield from _plain_words(text, start, aside.start())
        start = aside.end()
    yield from _plain_words(text, start, end)


def _plain_words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        yield Token(word, word.lower(), match.start(), match.end())
