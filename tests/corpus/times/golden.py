"""Which times does each seed hold? `python -m tests.corpus.times.golden` writes it anew, to be read through."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Article, Corpus, TimeExpression
from corpus.times import find_times

FOLDER = Path(__file__).parent / "golden"


def show_times(corpus: Corpus, article: Article) -> str:
    """The date of the article, then a line for each expression: words, type, value, days, rule, cue."""
    lines = [_show(article, time) for time in find_times(article, corpus.passages_of(article.id))]
    return "".join(f"{line}\n" for line in [f"{article.published} {article.published_from}", *lines])


def _show(article: Article, time: TimeExpression) -> str:
    words = json.dumps(time.span.of(article.text), ensure_ascii=False)
    cue = json.dumps(time.cue.of(article.text), ensure_ascii=False) if time.cue else "-"
    return (
        f"{time.span.start} {words} {time.type} {time.value} {time.first or '-'} {time.last or '-'} {time.rule} {cue}"
    )


def golden_file(article_id: str) -> Path:
    return FOLDER / f"{article_id}.txt"


def seeds() -> Corpus:
    return ingest(find_files(seed_folder()))


if __name__ == "__main__":
    found = seeds()
    for seed in found.articles:
        golden_file(seed.id).write_text(show_times(found, seed), encoding="utf-8", newline="")
