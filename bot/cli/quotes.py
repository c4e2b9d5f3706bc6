"""talks quotes: who said what?"""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.options import articles_folder, as_json
from bot.cli.output import print_json, print_text, warn_of_problems
from bot.cli.plain import as_text
from bot.i18n import words
from bot.render.quotes import not_found_html, overview_html, page_html, turn_pages, unread_html
from bot.settings import load_settings
from bot.shapes import quote_json
from bot.sources import load_aliases, load_corpus
from retrieval.listing import Listings, QuoteList


@click.command()
@click.argument("filters", nargs=-1)
@as_json
@articles_folder
def quotes(filters: tuple[str, ...], as_json: bool, folder: Path | None) -> None:
    """List quotations: by speaker, words or days, as in `talks quotes Ryabkov since 8 Jan`.

    Without FILTERS, who is quoted how often; `reported` and `direct` are filters, too.
    """
    settings = load_settings()
    corpus = load_corpus(settings, folder)
    warn_of_problems(corpus)
    listed = Listings(corpus, load_aliases(settings)).quotes(" ".join(filters))
    if as_json:
        print_json(quote_json(listed.book, said) for said in listed.found)
    else:
        print_text(as_text(_html(listed)))


def _html(listed: QuoteList) -> str:
    own = words(None)
    parts = [unread_html(listed.wanted, own)]
    if listed.wanted.is_empty:
        parts.append(overview_html(listed.book, own))
    elif not listed.found:
        parts.append(not_found_html(listed, own))
    else:
        pages = turn_pages(listed.book, listed.found, own)
        parts += (page_html(listed.book, listed.found, pages, number, own) for number in range(1, len(pages) + 1))
    return "\n\n".join(filter(None, parts))
