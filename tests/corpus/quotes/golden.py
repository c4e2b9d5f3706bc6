"""Which quotes does each seed hold? `python -m tests.corpus.quotes.golden` writes it anew, to be read through."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Article, Corpus, Quote, Span
from corpus.quotes import find_quotes
from corpus.times import find_times

FOLDER = Path(__file__).parent / "golden"


def show_quotes(corpus: Corpus, article: Article) -> str:
    """For each quote: where, what, who, and what proves it."""
    passages = corpus.passages_of(article.id)
    quotes = find_quotes(article, passages, find_times(article, passages))
    return "\n".join(_show(article.text, quote) for quote in quotes)


def _show(text: str, quote: Quote) -> str:
    who = quote.attribution
    lines = [f"{quote.type} {quote.span.start}-{quote.span.end} {_words(text, quote.span)}"]
    if who:
        lines.append(f"{who.name} ({who.kind}, {who.role or '-'}) for {_words(text, who.mention)}")
    lines.append(f"cue {_words(text, quote.cue)} via {_words(text, quote.via)} on {quote.said_on or '-'}: {quote.rule}")
    return "\n  ".join(lines) + "\n"


def _words(text: str, span: Span | None) -> str:
    return json.dumps(span.of(text), ensure_ascii=False).replace("\xa0", "\\u00a0") if span else "-"


def golden_file(article_id: str) -> Path:
    return FOLDER / f"{article_id}.txt"


def seeds() -> Corpus:
    return ingest(find_files(seed_folder()))


if __name__ == "__main__":
    found = seeds()
    for seed in found.articles:
        golden_file(seed.id).write_text(show_quotes(found, seed), encoding="utf-8", newline="")
