"""Where do the passages of questions.yaml stand? The gold file as `talks evaluate` reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from corpus.models import Corpus

HERE = Path(__file__).parent
SOURCE = HERE / "questions.yaml"
GOLD = HERE / "seeds.jsonl"

GRADES = {"full": 3, "partly": 2, "related": 1}


def build_gold(source: dict[str, Any], corpus: Corpus) -> str:
    """The text of the gold file: one JSON object a line."""
    places = {
        key: _locate(corpus, article_id, text)
        for article_id, texts in source["passages"].items()
        for key, text in texts.items()
    }
    rows = [
        *(_answerable(question, places) for question in source["answerable"]),
        *({"question": text, "should_answer": False, "judgements": []} for text in source["unanswerable"]),
    ]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def load_source() -> dict[str, Any]:
    source: dict[str, Any] = yaml.safe_load(SOURCE.read_text("utf-8"))
    return source


def _locate(corpus: Corpus, article_id: str, text: str) -> dict[str, Any]:
    """The first place where the article holds the text; ValueError where it doesn't."""
    start = corpus.article(article_id).text.index(text)
    return {"article": article_id, "start": start, "end": start + len(text)}


def _answerable(question: dict[str, Any], places: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {"question": question["ask"], "should_answer": True, "judgements": list(_judge(question, places))}


def _judge(question: dict[str, Any], places: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for name, grade in GRADES.items():
        for key in question.get(name, ()):
            yield {**places[key], "grade": grade}
