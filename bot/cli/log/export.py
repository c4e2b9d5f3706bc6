"""talks log export: the rows for other programs."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable
from typing import Literal

import click

from bot.cli.log.options import filtered
from bot.cli.output import print_json
from bot.cli.terminal import harmless
from bot.querylog.reading import list_rows
from bot.querylog.rows import LogRow
from bot.querylog.selection import Selection
from bot.settings import load_settings

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet would take for the beginning of a formula, though a reader wrote it."""

_HEADER = (
    *("uid", "at", "via", "command", "chat", "user", "question", "outcome", "score", "threshold", "unknown", "terms"),
    *("understood", "cited", "kept_back", "up", "down", "reasons", "latency_ms", "corpus"),
)


@click.command()
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@filtered
def export(wanted: Selection, form: Literal["jsonl", "csv"]) -> None:
    """Write all questions, newest first, as JSON Lines or CSV (cells that begin a formula have a ' before it)."""
    rows = list_rows(load_settings().log_path, 0, wanted)
    if form == "jsonl":
        print_json(row.to_json() for row in rows)
    else:
        _write_csv(rows)


def _write_csv(rows: Iterable[LogRow]) -> None:
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(_HEADER)
    for row in rows:
        writer.writerow(map(_cell, _values(row)))
        sys.stdout.write(line.getvalue())
        line.seek(0)
        line.truncate()
    sys.stdout.write(line.getvalue())


def _values(row: LogRow) -> Iterable[object]:
    why, feedback = row.why, row.feedback or {"up": 0, "down": 0, "reasons": []}
    yield from (row.uid, row.at, row.via, row.command, row.chat, row.user, row.question, row.outcome)
    yield from (f"{why['score']:.4f}", f"{why['threshold']:.4f}", ", ".join(why["unknown"]), ", ".join(why["terms"]))
    yield why["understood"]
    for cited in (True, False):
        yield "\n".join(passage.citation["text"] for passage in row.shown if passage.cited is cited)
    yield from (feedback["up"], feedback["down"], ", ".join(feedback["reasons"]), f"{row.latency_ms:.3f}", row.corpus)


def _cell(value: object) -> str:
    text = "" if value is None else harmless(str(value))
    return f"'{text}" if text.startswith(FORMULA) else text
