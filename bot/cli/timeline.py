"""talks timeline: what happens when?"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Literal

import click

from bot.cli.options import articles_folder, as_json
from bot.cli.output import print_json, print_text, warn_of_problems
from bot.cli.plain import as_text
from bot.cli.terminal import escape
from bot.errors import TalksError
from bot.i18n import words
from bot.picture import draw
from bot.render.event_notes import left_out_html, no_event_html
from bot.render.ics import ics
from bot.render.quotes import unread_html
from bot.render.timeline import timeline_html
from bot.render.timeline_pages import turn_pages
from bot.render.timelinejs import timelinejs
from bot.render.why import why
from bot.settings import load_settings
from bot.shapes import event_json
from bot.sources import load_corpus
from corpus.models import Corpus
from retrieval.listing import EventList, Listings

EXTRA = "needs an extra: pip install 'talks-bot[timeline]'"


@click.command()
@click.argument("filters", nargs=-1)
@click.option("--picture", type=click.Path(path_type=Path), help="Draw into this PNG; further pages beside it.")
@click.option("--format", "form", type=click.Choice(["text", "timelinejs", "ics"]), show_default="text")
@as_json
@articles_folder
def timeline(
    filters: tuple[str, ...],
    picture: Path | None,
    form: Literal["text", "timelinejs", "ics"] | None,
    as_json: bool,
    folder: Path | None,
) -> None:
    """List what happens when: by words, days or `planned`, as in `talks timeline Geneva 10 Jan..13 Jan`."""
    if (picture is not None) + as_json + (form is not None) > 1:
        raise click.UsageError("--picture, --format and --json each say what to write; only one of them can.")
    corpus = load_corpus(load_settings(), folder)
    warn_of_problems(corpus)
    listed = Listings(corpus).timeline(" ".join(filters))
    if picture:
        _draw(listed, corpus, picture)
    elif as_json:
        print_json(event_json(corpus, event, partial(why, words=words(None))) for event in listed.found)
    elif form == "ics":
        click.echo(_calendar(listed, corpus), nl=False)
    elif form == "timelinejs":
        click.echo(escape(json.dumps(timelinejs(listed.found, corpus, words(None)), ensure_ascii=False)))
    else:
        print_text(as_text(_html(listed, corpus)))


def _html(listed: EventList, corpus: Corpus) -> str:
    own = words(None)
    pages = turn_pages(listed.found, corpus, own)
    events = [timeline_html(page, corpus, own) for page in pages] or [no_event_html(listed, corpus, own)]
    return "\n\n".join(filter(None, (unread_html(listed.wanted, own), left_out_html(listed, own), *events)))


def _calendar(listed: EventList, corpus: Corpus) -> bytes:
    content = ics(listed.found, corpus, words(None))
    if content is None:
        raise TalksError(f"--format ics {EXTRA}")
    return content


def _draw(listed: EventList, corpus: Corpus, picture: Path) -> None:
    """One file a page: FILE.png, FILE-2.png, …"""
    pages = turn_pages(listed.found, corpus, words(None))
    if not pages:
        raise TalksError("there is no such event to draw")
    for page in pages:
        png = draw(page, words(None))
        if png is None:
            raise TalksError(f"--picture {EXTRA}")
        place = picture if page.number == 1 else picture.with_stem(f"{picture.stem}-{page.number}")
        place.write_bytes(png)
