"""Which questions are there in other languages, and what do they find?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from corpus.models import Citation, Corpus
from retrieval.answer import Answer
from retrieval.gold import GoldQuestion, parse_gold
from tests.retrieval.gold.build import build_gold, load_source

LANGUAGES = Path(__file__).parent / "languages.yaml"


class Found(NamedTuple):
    """Of the questions in one language."""

    right: int
    """Answered with a passage that answers, fully or partly."""
    answerable: int
    refused: int
    unanswerable: int


def questions_of(corpus: Corpus) -> Iterator[tuple[str, list[GoldQuestion]]]:
    """The questions of each language."""
    source: dict[str, Any] = yaml.safe_load(LANGUAGES.read_text("utf-8"))
    extra = source.pop("passages")
    passages = load_source()["passages"]
    passages = {article: texts | extra.get(article, {}) for article, texts in passages.items()}
    for language, questions in source.items():
        gold = build_gold({"passages": passages, **questions}, corpus)
        yield language, list(parse_gold(gold.split("\n"), corpus))


def ask_all(answer: Callable[[str], Answer], questions: list[GoldQuestion]) -> Found:
    answers = [(question, answer(question.text)) for question in questions]
    can = [(question, told) for question, told in answers if question.should_answer]
    cannot = [told for question, told in answers if not question.should_answer]
    right = sum(any(_is_right(hit.citation, question) for hit in told.hits) for question, told in can)
    return Found(right, len(can), sum(told.outcome == "no_answer" for told in cannot), len(cannot))


def _is_right(citation: Citation, question: GoldQuestion) -> bool:
    return any(
        judged.grade >= 2
        and judged.article_id == citation.article.id
        and judged.span.start < citation.span.end
        and citation.span.start < judged.span.end
        for judged in question.judgements
    )
