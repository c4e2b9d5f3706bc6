"""How do commands print? JSON Lines for programs; for people, text that can't steer their terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from bot.cli.terminal import escape, harmless, one_line
from bot.shapes import Json
from corpus.models import Corpus


def print_json(rows: Iterable[Json]) -> None:
    """One object a line. What could steer a terminal, end a line or not be UTF-8 is escaped, not lost."""
    for row in rows:
        click.echo(escape(json.dumps(row, ensure_ascii=False)))


def print_text(text: str) -> None:
    """Print with control and bidi characters, which may come from outside, stripped."""
    click.echo(harmless(text))


def warn(message: str) -> None:
    click.echo(f"talks: {one_line(message)}", err=True)


def warn_of_problems(corpus: Corpus) -> None:
    """Name on stderr each file that is not served."""
    for problem in corpus.problems:
        warn(f"not served: {problem}")
