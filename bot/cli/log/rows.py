"""talks log list, show, tail, search: the askings themselves."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import click

from bot.cli.log.options import filtered
from bot.cli.log.table import Colour, Column, draw, screen_width
from bot.cli.options import as_json, filled
from bot.cli.output import print_json, print_text
from bot.cli.terminal import one_line
from bot.querylog.judging import Review, find_review
from bot.querylog.reading import find_row, list_rows, open_reader, read_later, snapshot
from bot.querylog.rows import LogRow, ShownPassage
from bot.querylog.selection import Selection
from bot.settings import load_settings

AT_ONCE = 200
"""Rows that are set in one table: its columns fit them all."""
EVERY = 1.0
"""Seconds between looks for new rows."""
COLOURS: dict[str, Colour] = {"no_answer": "yellow", "unavailable": "red"}

limited = click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="0 = all.")


@click.command("list")
@limited
@filtered
@as_json
def list_queries(wanted: Selection, limit: int, as_json: bool) -> None:
    """List the questions, newest first."""
    _print(list_rows(load_settings().log_path, limit, wanted), as_json)


@click.command()
@click.argument("words", nargs=-1, required=True)
@limited
@filtered
@as_json
def search(words: Sequence[str], wanted: Selection, limit: int, as_json: bool) -> None:
    """Search the questions for WORDS, in any order; of the last the beginning is enough. Newest first."""
    sought = replace(wanted, words=" ".join(words))
    if sought.match is None:
        raise click.UsageError("WORDS hold no word.")
    _print(list_rows(load_settings().log_path, limit, sought), as_json)


@click.command()
@click.option("--limit", "-n", type=click.IntRange(min=0), default=10, show_default=True, help="To begin with.")
@click.option("--follow", "-f", is_flag=True, help="Go on with what is asked from now on, until Ctrl-C.")
@filtered
@as_json
def tail(wanted: Selection, limit: int, follow: bool, as_json: bool) -> None:
    """Show the newest questions, the newest last."""
    path = load_settings().log_path
    last = max((row.number for row in list_rows(path, 1)), default=0)
    rows = list(list_rows(path, limit, wanted))[::-1] if limit else []
    _print(rows, as_json)
    if follow:
        _print(_follow(path, wanted, max([last, *(row.number for row in rows)])), as_json, at_once=1)


@click.command("show")
@click.argument("uid", callback=filled)
@as_json
def show_query(uid: str, as_json: bool) -> None:
    """Show one question with its passages, shown and kept back. The beginning of its UID is enough."""
    path = load_settings().log_path
    with open_reader(path) as connection, snapshot(connection):
        row = find_row(connection, path, uid)
        review = find_review(connection, row.normal)
    if as_json:
        print_json([row.to_json()])
        return
    print_text("\n".join([*facts(row), *_judged(review), *passages(row, review)]))


def facts(row: LogRow) -> list[str]:
    """What is known of an asking, a line each."""
    why, feedback = row.why, row.feedback
    joined = [f"taken as  {one_line(row.full_question)}"] if row.full_question != row.question else []
    liked = [f"votes     {_votes(row)} {', '.join(map(one_line, feedback['reasons']))}".rstrip()] if feedback else []
    return [
        row.question,
        "",
        f"uid       {row.uid}",
        f"at        {when(row)} UTC, {row.latency_ms:.1f} ms",
        f"asked     /{row.command} via {row.via}, chat {row.chat}, user {row.user or '–'}",
        f"outcome   {row.outcome}: score {why['score']:.2f}, threshold {why['threshold']:.2f}",
        f"terms     {', '.join(why['terms']) or '–'}",
        f"unknown   {', '.join(why['unknown']) or '–'}",
        *joined,
        *liked,
        f"corpus    {row.corpus}",
    ]


def passages(row: LogRow, review: Review | None) -> list[str]:
    """Those that were shown, then those that were kept back."""
    lines = []
    for cited, heading in ((True, "shown"), (False, "kept back")):
        chosen = [passage for passage in row.shown if passage.cited is cited]
        lines += ["", heading] if chosen else []
        for passage in chosen:
            place = passage.citation
            lines.append(f"{passage.rank:>3}. {passage.score:.2f}  {on_one_line(passage, screen_width() - 11)}")
            grade = review.grades.get(passage.passage_id) if review else None
            judged = f", grade {grade}" if grade is not None else ""
            lines.append(f"           {place['article']}, characters {place['start']} to {place['end']}{judged}")
    return lines


def when(row: LogRow) -> str:
    return row.at[:16].replace("T", " ")


def on_one_line(passage: ShownPassage, width: int = 100) -> str:
    line = " ".join(passage.citation["text"].split())
    return line if len(line) <= width else line[: width - 1] + "…"


def asked(row: LogRow) -> str:
    """The question, with its command where that is not the usual one."""
    return row.question if row.command == "ask" else f"/{row.command} {row.question}"


def _judged(review: Review | None) -> list[str]:
    if review is None:
        return []
    said = (review.verdict or "graded").replace("_", " ")
    return [f"judged    {said}{f': {review.note}' if review.note else ''}"]


def _print(rows: Iterable[LogRow], as_json: bool, at_once: int = AT_ONCE) -> None:
    if as_json:
        print_json(row.to_json() for row in rows)
        return
    rest = iter(rows)
    while some := list(islice(rest, at_once)):
        _draw(some, titles=at_once > 1)


def _draw(rows: Sequence[LogRow], *, titles: bool = True) -> None:
    wide = screen_width() >= 100
    columns = [Column("at (UTC)"), *([Column("via")] if wide else []), Column("outcome"), Column("votes")]
    columns += [Column("question", least=20), Column("uid")]
    cells = [[when(row), *([row.via] if wide else []), row.outcome, _votes(row), asked(row), row.uid] for row in rows]
    draw(columns, cells, [COLOURS.get(row.outcome) for row in rows], titles=titles)


def _votes(row: LogRow) -> str:
    if not row.feedback:
        return ""
    return " ".join(f"{sign}{row.feedback[name]}" for sign, name in (("+", "up"), ("-", "down")) if row.feedback[name])


def _follow(path: Path, wanted: Selection, last: int) -> Iterator[LogRow]:
    while True:
        with open_reader(path) as connection:
            rows = read_later(connection, wanted, last)
        yield from rows
        if rows:
            last = rows[-1].number
        else:
            time.sleep(EVERY)
