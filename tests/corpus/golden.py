"""What is found in each seed? `python -m tests.corpus.golden` writes it anew, for the difference to be read."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.clean import find_body
from corpus.ingest import find_files, seed_folder
from corpus.models import Article, Passage, Span
from corpus.read import read_article
from corpus.sentences import find_passages

FOLDER = Path(__file__).parent / "golden"


def show_article(article: Article) -> str:
    """Every passage, and every block set apart: its kind, its span, its paragraph's span, its text."""
    blocks = find_body(article.text, article.title)
    apart = [(unit, block.span, block.kind) for block in blocks for unit in block.units if not _is_served(block.kind)]
    found = [_of_passage(passage) for passage in find_passages(article, blocks)]
    return "".join(_show_line(article.text, *row) for row in sorted([*apart, *found]))


def _is_served(kind: str) -> bool:
    return kind in ("prose", "heading", "caption")


def _of_passage(passage: Passage) -> tuple[Span, Span, str]:
    return passage.span, passage.paragraph, passage.kind


def _show_line(text: str, span: Span, paragraph: Span, kind: str) -> str:
    quoted = json.dumps(span.of(text), ensure_ascii=False).replace("\xa0", "\\u00a0")
    return f"{kind} {span.start}-{span.end} of {paragraph.start}-{paragraph.end} {quoted}\n"


def golden_file(article_id: str) -> Path:
    return FOLDER / f"{article_id}.txt"


def seeds() -> list[Article]:
    return [read_article(path) for path in find_files(seed_folder())]


if __name__ == "__main__":
    for seed in seeds():
        golden_file(seed.id).write_text(show_article(seed), encoding="utf-8", newline="")
