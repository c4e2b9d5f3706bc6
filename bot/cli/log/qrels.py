"""talks log qrels: what was judged, as gold for `talks evaluate`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.options import as_json
from bot.cli.output import print_json, warn
from bot.errors import TalksError
from bot.querylog.gold import qrels_lines, read_gold, run_lines
from bot.querylog.reading import open_reader, snapshot
from bot.settings import load_settings


@click.command()
@click.option("--trec", "folder", type=click.Path(path_type=Path), metavar="DIR",
              help="Also write DIR/qrels.txt, and DIR/run.txt with what was shown then.")  # fmt: skip
@as_json
def qrels(folder: Path | None, as_json: bool) -> None:  # noqa: ARG001 - it writes nothing but JSON Lines
    """Write the judged questions as JSON Lines: `talks log qrels > gold.jsonl; talks evaluate gold.jsonl`."""
    with open_reader(load_settings().log_path) as connection, snapshot(connection):
        gold = list(read_gold(connection))
        if folder:
            try:
                folder.mkdir(parents=True, exist_ok=True)
                for name, lines in (("qrels.txt", qrels_lines(gold)), ("run.txt", run_lines(connection))):
                    with (folder / name).open("w", encoding="utf-8", newline="\n") as file:
                        file.writelines(lines)
            except OSError as error:
                raise TalksError(f"{error.filename} can't be written: {error.strerror}") from error
    if not gold:
        warn("nothing is judged yet: `talks log judge UID`")
    print_json(gold)
