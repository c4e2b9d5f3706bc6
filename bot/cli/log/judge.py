"""talks log judge: should it have answered, and which passages do?"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bot.cli.log.rows import facts, on_one_line
from bot.cli.log.table import paint, screen_width
from bot.cli.options import filled
from bot.cli.output import print_text
from bot.errors import TalksError
from bot.querylog.judging import Verdict, count_reviews, find_review, grade, review
from bot.querylog.reading import open_reader, show_row
from bot.querylog.rows import LogRow, ShownPassage
from bot.settings import load_settings

_KEYS: dict[str, Verdict] = {"s": "should_answer", "r": "rightly_refused"}
_HELP = "3 answers · 2 partly · 1 related · 0 not · Enter next · s should have answered · r rightly refused · q quit"


@click.command()
@click.argument("uid", callback=filled)
@click.option("--passage", "rank", type=click.IntRange(min=1), metavar="RANK", help="The passage to grade.")
@click.option("--grade", "given", type=click.IntRange(0, 3), help="3 answers, 2 partly, 1 only related, 0 not at all.")
@click.option("--should-answer", "verdict", flag_value="should_answer", help="The articles answer it.")
@click.option("--rightly-refused", "verdict", flag_value="rightly_refused", help="They don't.")
@click.option("--note", help="For whoever reads the judgement; goes with a verdict.")
def judge(uid: str, rank: int | None, given: int | None, verdict: Verdict | None, note: str | None) -> None:
    """Judge the question of UID, for all who ask the same. Without options, key by key in a terminal."""
    if (rank is None) != (given is None):
        raise click.UsageError("--passage and --grade go together.")
    if note and not verdict:
        raise click.UsageError("--note goes with --should-answer or --rightly-refused.")
    path = load_settings().log_path
    row = show_row(path, uid)
    if rank is not None and given is not None:
        grade(path, row, rank, given)
    if verdict:
        review(path, row, verdict, note)
    if rank is None and not verdict:
        _by_keys(path, row)
    with open_reader(path) as connection:
        click.echo(f"Questions judged: {count_reviews(connection)}")


def _by_keys(path: Path, row: LogRow) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(
            "Outside of a terminal, say --passage and --grade, --should-answer or --rightly-refused."
        )
    print_text("\n".join(facts(row)))
    click.echo(paint(f"\n{_HELP}\n", "cyan"))
    left = list(row.shown)
    while True:
        _show_next(path, row, left)
        key = click.getchar().lower()
        if key == "q":
            return
        try:
            _press(path, row, left, key)
        except TalksError as error:
            click.echo(paint(f"    {error}", "red"))


def _press(path: Path, row: LogRow, left: list[ShownPassage], key: str) -> None:
    """A grade or Enter leads to the next passage."""
    if verdict := _KEYS.get(key):
        review(path, row, verdict)
        click.echo(f"    {verdict.replace('_', ' ')}")
    elif left and key in {"0", "1", "2", "3"}:
        grade(path, row, left.pop(0).rank, int(key))
        click.echo(f"    grade {key}")
    elif left and key in {"\r", "\n", " "}:
        left.pop(0)


def _show_next(path: Path, row: LogRow, left: Sequence[ShownPassage]) -> None:
    if not left:
        click.echo("No more passages: s, r or q?")
        return
    with open_reader(path) as connection:
        judged = find_review(connection, row.normal)
    passage = left[0]
    known = judged.grades.get(passage.passage_id) if judged else None
    state = "shown" if passage.cited else "kept back"
    before = f", grade {known}" if known is not None else ""
    print_text(f"{passage.rank:>3}. {on_one_line(passage, 2 * screen_width())}")
    click.echo(f"     {state}, {passage.score:.2f}{before}")
