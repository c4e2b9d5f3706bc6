"""talks export: what was derived from the articles, as JSON Lines?"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from bot.cli.options import articles_folder
from bot.cli.output import print_json, warn_of_problems
from bot.i18n import words
from bot.render.why import why
from bot.settings import load_settings
from bot.shapes import article_json, event_json, passage_json, quote_json, time_json
from bot.sources import load_aliases, load_corpus


@click.group()
def export() -> None:
    """Everything derived from the articles, as JSON Lines."""


@export.command("articles")
@click.option("--json", "_json", is_flag=True, help="The only format there is.")
@articles_folder
def export_articles(_json: bool, folder: Path | None) -> None:
    """Export the articles."""
    corpus = load_corpus(load_settings(), folder)
    warn_of_problems(corpus)
    print_json(map(article_json, corpus.articles))


@export.command("passages")
@click.option("--json", "_json", is_flag=True, help="The only format there is.")
@articles_folder
def export_passages(_json: bool, folder: Path | None) -> None:
    """Export the passages: sentences, headings and captions."""
    corpus = load_corpus(load_settings(), folder)
    warn_of_problems(corpus)
    print_json(passage_json(corpus, passage) for passage in corpus.passages)


@export.command("times")
@click.option("--json", "_json", is_flag=True, help="The only format there is.")
@articles_folder
def export_times(_json: bool, folder: Path | None) -> None:
    """Export the time expressions, with the days that they mean."""
    corpus = load_corpus(load_settings(), folder)
    warn_of_problems(corpus)
    print_json(time_json(article, time) for article in corpus.articles for time in corpus.times[article.id])


@export.command("quotes")
@click.option("--json", "_json", is_flag=True, help="The only format there is.")
@articles_folder
def export_quotes(_json: bool, folder: Path | None) -> None:
    """Export the quotes: who said what, the best guess even where it is unsure."""
    from retrieval.quote_book import QuoteBook  # noqa: PLC0415 - times are exported without it

    settings = load_settings()
    corpus = load_corpus(settings, folder)
    warn_of_problems(corpus)
    book = QuoteBook(corpus, load_aliases(settings))
    print_json(quote_json(book, said) for said in book.said)


@export.command("events")
@click.option("--json", "_json", is_flag=True, help="The only format there is.")
@articles_folder
def export_events(_json: bool, folder: Path | None) -> None:
    """Export the events: what happens when, with every sentence that tells of it."""
    from retrieval.merging import find_all_events  # noqa: PLC0415 - times are exported without it

    corpus = load_corpus(load_settings(), folder)
    warn_of_problems(corpus)
    print_json(event_json(corpus, event, partial(why, words=words(None))) for event in find_all_events(corpus))
