"""talks log: what was asked, and what was answered?"""

from __future__ import annotations

import click

from bot.cli.options import as_json, filled
from bot.cli.output import print_json, print_text
from bot.querylog.reading import list_rows, show_row
from bot.querylog.rows import LogRow
from bot.settings import load_settings


@click.group()
def log() -> None:
    """The query log."""


@log.command("list")
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="0 = all.")
@as_json
def list_queries(limit: int, as_json: bool) -> None:
    """List the questions, newest first."""
    rows = list_rows(load_settings().log_path, limit)
    if as_json:
        print_json(row.to_json() for row in rows)
        return
    for row in rows:
        print_text(f"{_when(row)}  {row.outcome:<11}  {_on_one_line(row.question)}  ({row.uid})")


@log.command("show")
@click.argument("uid", callback=filled)
@as_json
def show_query(uid: str, as_json: bool) -> None:
    """Show one question with its passages, shown and kept back. The beginning of its UID is enough."""
    row = show_row(load_settings().log_path, uid)
    if as_json:
        print_json([row.to_json()])
        return
    print_text("\n".join([*_facts(row), *_passages(row)]))


def _facts(row: LogRow) -> list[str]:
    why = row.why
    return [
        row.question,
        "",
        f"uid       {row.uid}",
        f"at        {_when(row)} UTC, {row.latency_ms:.1f} ms",
        f"asked     /{row.command} via {row.via}, chat {row.chat}, user {row.user or '–'}",
        f"outcome   {row.outcome}: score {why['score']:.2f}, threshold {why['threshold']:.2f}",
        f"terms     {', '.join(why['terms']) or '–'}",
        f"unknown   {', '.join(why['unknown']) or '–'}",
        f"corpus    {row.corpus}",
    ]


def _passages(row: LogRow) -> list[str]:
    lines = []
    for cited, heading in ((True, "shown"), (False, "kept back")):
        chosen = [passage for passage in row.shown if passage.cited is cited]
        lines += ["", heading] if chosen else []
        for passage in chosen:
            place = passage.citation
            lines.append(f"{passage.rank:>3}. {passage.score:.2f}  {_on_one_line(place['text'])}")
            lines.append(f"           {place['article']}, characters {place['start']} to {place['end']}")
    return lines


def _when(row: LogRow) -> str:
    return row.at[:16].replace("T", " ")


def _on_one_line(text: str, width: int = 100) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
