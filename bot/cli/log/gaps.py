"""talks log gaps: what do readers ask in vain?"""

from __future__ import annotations

import click

from bot.cli.log.options import filtered
from bot.cli.log.rows import asked
from bot.cli.log.table import Column, draw
from bot.cli.options import as_json
from bot.cli.output import print_json, print_text
from bot.i18n import words
from bot.querylog.gaps import Gap, find_gaps
from bot.querylog.reading import open_reader, snapshot
from bot.querylog.selection import Selection
from bot.render.punctuation import quoted
from bot.settings import load_settings
from bot.shapes import Json

_COLUMNS = [
    Column("asked", right=True),
    Column("readers", right=True),
    Column("question", least=16),
    Column("refused because", least=34),
    Column("closest, kept back", least=12),
    Column("uid"),
]


@click.command()
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="0 = all.")
@click.option("--judged", is_flag=True, help="Also what is judged to be rightly refused.")
@filtered
@as_json
def gaps(wanted: Selection, limit: int, judged: bool, as_json: bool) -> None:
    """Show questions refused or disliked, those alike as one, the most often asked first."""
    with open_reader(load_settings().log_path) as connection, snapshot(connection):
        found = find_gaps(connection, wanted, limit, judged=judged)
    if as_json:
        print_json(map(_as_json, found))
    elif found:
        draw(_COLUMNS, [_cells(gap) for gap in found])
    else:
        print_text("No gaps: nothing was refused or disliked that is not judged to be rightly refused.")


def _cells(gap: Gap) -> list[str]:
    closest = quoted(str(gap.closest.citation["text"]), words(None)) if gap.closest else "–"
    return [str(gap.asked), str(gap.readers), asked(gap.row), gap.why, closest, gap.row.uid]


def _as_json(gap: Gap) -> Json:
    return {
        "asked": gap.asked,
        "readers": gap.readers,
        "question": gap.row.question,
        "command": gap.row.command,
        "why": gap.why,
        "closest": gap.closest.to_json() if gap.closest else None,
        "questions": list(gap.normals),
        "verdict": gap.review.verdict if gap.review else None,
        "uid": gap.row.uid,
    }
