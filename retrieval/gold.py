"""Which questions have known evidence? A gold file: one question a line, with the passages judged for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.models import Corpus, Span
from retrieval.json_lines import LineError, read_field, read_object
from retrieval.same_words import find_again

Place = tuple[str, Span]
"""An article's id and a span of it."""

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
class Shown:
    """What a reader was shown: whether that was an answer, and its passages, best first."""

    answered: bool
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    line: int
    """Where it stands in its file, from 1."""
    text: str
    should_answer: bool
    judgements: tuple[Judgement, ...]
    then: Shown | None = None
    """What its reader was shown, where the log told."""
    gone: int = 0
    """So many judgements were of words that the articles don't hold any more."""

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
                yield _question(number, read_object(line), corpus)
            except LineError as error:
                raise GoldError(f"line {number}: {error}") from None


def _question(number: int, row: dict[str, Any], corpus: Corpus) -> GoldQuestion:
    text: str = read_field(row, "question", str)
    if not text.strip():
        raise LineError("the question is empty")
    should_answer = read_field(row, "should_answer", bool)
    judged = [_judgement(found, corpus) for found in read_field(row, "judgements", list)]
    judgements = tuple(judgement for judgement in judged if judgement)
    if not should_answer and any(judgement.grade >= ANSWERS for judgement in judgements):
        raise LineError(f"should_answer is false, but a passage has grade {ANSWERS} or more")
    then = _shown(read_field(row, "then", dict)) if row.get("then") is not None else None
    return GoldQuestion(number, text, should_answer, judgements, then, judged.count(None))


def _judgement(row: object, corpus: Corpus) -> Judgement | None:
    """None where it brings its words along, and the articles don't hold them any more."""
    if not isinstance(row, dict):
        raise LineError("a judgement is not a JSON object")
    article_id, grade = read_field(row, "article", str), read_field(row, "grade", int)
    start, end = read_field(row, "start", int), read_field(row, "end", int)
    if grade not in GRADES:
        raise LineError(f"grade {grade} is not one of {', '.join(map(str, GRADES))}")
    if "text" in row:
        span = find_again(corpus, article_id, start, read_field(row, "text", str))
        return Judgement(article_id, span, grade) if span else None
    try:
        length = len(corpus.article(article_id).text)
    except KeyError:
        raise LineError(f"there is no article {article_id!r}") from None
    if not 0 <= start < end <= length:
        raise LineError(f"{start} to {end} is no span of article {article_id!r}, which has {length} characters")
    return Judgement(article_id, Span(start, end), grade)


def _shown(row: dict[str, Any]) -> Shown:
    """Its places may be of articles as they were then."""
    return Shown(read_field(row, "answered", bool), tuple(map(_place, read_field(row, "shown", list))))


def _place(row: object) -> Place:
    if not isinstance(row, dict):
        raise LineError("a passage that was shown is not a JSON object")
    start, end = read_field(row, "start", int), read_field(row, "end", int)
    if not 0 <= start < end:
        raise LineError(f"{start} to {end} is no span")
    return read_field(row, "article", str), Span(start, end)
