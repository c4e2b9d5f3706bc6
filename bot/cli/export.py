"""talks export: what was derived from the articles, as JSON Lines?"""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.options import articles_folder
from bot.cli.output import print_json, warn_of_problems
from bot.compose import load_corpus
from bot.settings import load_settings
from bot.shapes import article_json, passage_json


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
