"""Which questions have known evidence? A gold file: one question a line, with the passages judged for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.models import Corpus, Span

GRADES = range(4)
ANSWERS = 2
"""The grade from which a passage answers: 3 = fully, 2 = partly, 1 = only related, 0 = not at all.

The scale of TREC's Deep Learning track, which draws the line for yes-or-no measures at the same place.
"""


class GoldError(Exception):
    """A gold file can't be used; the text is one clear sentence that names the line."""


@dataclass(frozen=True, slots=True)
class Judgement:
    article_id: str
    span: Span
    grade: int

    def covers(self, article_id: str, span: Span) -> bool:
        """Whether a passage shares at least half of the judged span, or of its own when that is shorter."""
        overlap = min(span.end, self.span.end) - max(span.start, self.span.start)
        return article_id == self.article_id and overlap * 2 >= min(len(span), len(self.span))


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    line: int
    """Where it stands in its file, from 1."""
    text: str
    should_answer: bool
    judgements: tuple[Judgement, ...]

    def grade(self, article_id: str, span: Span) -> int | None:
        """The best grade of the judgements that cover a passage; None where nobody judged it."""
        return max((judged.grade for judged in self.judgements if judged.covers(article_id, span)), default=None)


def read_gold(path: Path, corpus: Corpus) -> list[GoldQuestion]:
    """Read and check a gold file. OSError where it can't be read, GoldError where it can't be used."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise GoldError(f"{path} is not UTF-8") from None
    try:
        # Not splitlines(): a question may hold a line separator that JSON leaves as it is.
        questions = list(parse_gold(text.split("\n"), corpus))
    except GoldError as error:
        raise GoldError(f"{path}, {error}") from None
    if not questions:
        raise GoldError(f"{path} holds no questions")
    return questions


def parse_gold(lines: Iterable[str], corpus: Corpus) -> Iterator[GoldQuestion]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _question(number, _object(line), corpus)
            except GoldError as error:
                raise GoldError(f"line {number}: {error}") from None


def _object(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise GoldError("is not a JSON object")
    return row


def _question(number: int, row: dict[str, Any], corpus: Corpus) -> GoldQuestion:
    text: str = _field(row, "question", str)
    if not text.strip():
        raise GoldError("the question is empty")
    judged = _field(row, "judgements", list)
    judgements = tuple(_judgement(found, corpus) for found in judged)
    question = GoldQuestion(number, text, _field(row, "should_answer", bool), judgements)
    if not question.should_answer and any(judgement.grade >= ANSWERS for judgement in judgements):
        raise GoldError(f"should_answer is false, but a passage has grade {ANSWERS} or more")
    return question


def _judgement(row: object, corpus: Corpus) -> Judgement:
    if not isinstance(row, dict):
        raise GoldError("a judgement is not a JSON object")
    article_id, grade = _field(row, "article", str), _field(row, "grade", int)
    start, end = _field(row, "start", int), _field(row, "end", int)
    if grade not in GRADES:
        raise GoldError(f"grade {grade} is not one of {', '.join(map(str, GRADES))}")
    try:
        length = len(corpus.article(article_id).text)
    except KeyError:
        raise GoldError(f"there is no article {article_id!r}") from None
    if not 0 <= start < end <= length:
        raise GoldError(f"{start} to {end} is no span of article {article_id!r}, which has {length} characters")
    return Judgement(article_id, Span(start, end), grade)


def _field(row: dict[str, Any], name: str, kind: type) -> Any:  # noqa: ANN401 - of that kind
    if name not in row:
        raise GoldError(f"{name!r} is missing")
    value = row[name]
    # Not isinstance: to Python, true and false are whole numbers too.
    if type(value) is not kind:
        raise GoldError(f"{name!r} is not {_KINDS[kind]}")
    return value


_KINDS = {str: "a text", int: "a whole number", bool: "true or false", list: "a list"}
