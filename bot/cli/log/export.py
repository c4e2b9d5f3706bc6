"""talks log export: the rows for other programs."""

from __future__ import annotations

import sys
from typing import Literal

import click

from bot.cli.log.options import filtered
from bot.cli.output import print_json
from bot.cli.terminal import harmless
from bot.querylog.reading import list_rows
from bot.querylog.selection import Selection
from bot.querylog.sheet import csv_lines
from bot.settings import load_settings


@click.command()
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@filtered
def export(wanted: Selection, form: Literal["jsonl", "csv"]) -> None:
    """Write all questions, newest first, as JSON Lines or CSV (cells that begin a formula have a ' before it)."""
    rows = list_rows(load_settings().log_path, 0, wanted)
    if form == "jsonl":
        print_json(row.to_json() for row in rows)
    else:
        sys.stdout.writelines(csv_lines(rows, harmless))
