"""Which passage answers a question, because the operator says so? Kept by its words, so that it is never misquoted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.models import Citation, Corpus
from retrieval.answer import CitedPassage
from retrieval.json_lines import LineError, read_field, read_object
from retrieval.same_question import question_key
from retrieval.same_words import find_again

MOST_PINS = 3
"""A question has no more: a reader is shown no more."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A passage that answers a question. `question` is None once its reader wanted it forgotten; `key` finds it."""

    key: str
    article: str
    start: int
    text: str
    question: str | None = None

    @classmethod
    def of(cls, question: str, citation: Citation) -> Pin:
        return cls(question_key(question), citation.article.id, citation.span.start, citation.text, question)

    def __str__(self) -> str:
        words = " ".join(self.text.split())
        asked = self.question or f"a forgotten question ({self.key})"
        words = words if len(words) <= 60 else words[:59] + "…"
        return f"{asked} → {self.article}, " + (f"‘{words}’" if "“" in words else f"“{words}”")

    def to_line(self) -> str:
        asked = {"key": self.key} if self.question is None else {"question": self.question}
        row = {**asked, "article": self.article, "start": self.start, "text": self.text}
        return json.dumps(row, ensure_ascii=False) + "\n"

    def locate(self, corpus: Corpus) -> Citation | None:
        """None where no passage of the articles begins with these words or holds them."""
        span = find_again(corpus, self.article, self.start, self.text)
        if span is None:
            return None
        citation = corpus.cite(self.article, span)
        try:
            corpus.passage_at(citation)
        except ValueError:
            return None
        return citation


def parse_pins(text: str) -> Iterator[Pin]:
    """JSON Lines; LineError names the line that can't be used."""
    pinned: Counter[str] = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            pin = _pin(read_object(line))
        except LineError as error:
            raise LineError(f"line {number}: {error}") from None
        pinned[pin.key] += 1
        if pinned[pin.key] > MOST_PINS:
            raise LineError(f"line {number}: the question has {MOST_PINS} pins already")
        yield pin


def locate_all(pins: Iterable[Pin], corpus: Corpus) -> tuple[dict[str, tuple[Citation, ...]], tuple[Pin, ...]]:
    """The pinned passages of each question by its key, and the pins whose passage is gone."""
    found: dict[str, tuple[Citation, ...]] = {}
    gone: list[Pin] = []
    for pin in pins:
        citation = pin.locate(corpus)
        if citation is None:
            gone.append(pin)
        else:
            found[pin.key] = tuple(dict.fromkeys((*found.get(pin.key, ()), citation)))
    return found, tuple(gone)


def lead(pinned: Sequence[Citation], passages: Sequence[CitedPassage], corpus: Corpus) -> tuple[CitedPassage, ...]:
    """The ranked passages behind those that are pinned, which count as much as the best of them."""
    ranked = {cited.number: cited for cited in passages}
    score = passages[0].score if passages else 0.0
    first = []
    for citation in pinned:
        number = corpus.passage_at(citation)
        cited = ranked.pop(number, CitedPassage(1, score, number, citation))
        first.append(replace(cited, score=score, citation=citation))
    return (*first, *ranked.values())


def _pin(row: dict[str, Any]) -> Pin:
    question = read_field(row, "question", str) if "question" in row else None
    key = read_field(row, "key", str) if question is None else question_key(question)
    start, text = read_field(row, "start", int), read_field(row, "text", str)
    if start < 0:
        raise LineError("'start' is below 0")
    if not text.strip():
        raise LineError("'text' is empty")
    return Pin(key, read_field(row, "article", str), start, text, question)
