"""talks articles: which articles are served?"""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.options import articles_folder, as_json, filled
from bot.cli.output import print_json, print_text, warn_of_problems
from bot.errors import TalksError
from bot.settings import load_settings
from bot.shapes import article_json
from bot.sources import load_corpus
from corpus.models import Article, Corpus


@click.group()
def articles() -> None:
    """The articles that answers are taken from."""


@articles.command("list")
@as_json
@articles_folder
def list_articles(as_json: bool, folder: Path | None) -> None:
    """List the articles."""
    corpus = _load(folder)
    if as_json:
        print_json(map(article_json, corpus.articles))
        return
    width = max(len(article.id) for article in corpus.articles)
    for article in corpus.articles:
        print_text(f"{article.id:<{width}}  {_date(article):<22}  {article.title or '(no title)'}")


@articles.command("show")
@click.argument("article_id", metavar="ID", callback=filled)
@as_json
@articles_folder
def show_article(article_id: str, as_json: bool, folder: Path | None) -> None:
    """Show one article as it stands."""
    corpus = _load(folder)
    try:
        article = corpus.article(article_id)
    except KeyError:
        raise TalksError(f"There is no article {article_id}; `talks articles list` names them") from None
    if as_json:
        print_json([article_json(article)])
        return
    facts = {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "authors": ", ".join(article.authors),
        "published": _date(article),
        "url": article.url,
        "language": article.language,
        "source": article.source,
    }
    print_text("\n".join(f"{name}: {value}" for name, value in facts.items() if value) + "\n\n" + article.text)


def _load(folder: Path | None) -> Corpus:
    corpus = load_corpus(load_settings(), folder)
    warn_of_problems(corpus)
    return corpus


def _date(article: Article) -> str:
    if not article.published:
        return "no date"
    origin = "" if article.published_from == "front_matter" else f" ({article.published_from})"
    return f"{article.published[:10]}{origin}"
