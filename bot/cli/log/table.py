"""How do rows of the log stand in a terminal? In columns that fit its width, with little charts."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import click

from bot.cli.terminal import one_line

NARROWEST, WIDEST = 60, 140
PIPED = 240
"""For a table in a file, a pager or a search, which cut nothing themselves."""
GAP = "  "
SPARKS = "▁▂▃▄▅▆▇█"

Colour = Literal["red", "yellow", "green", "cyan"]


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    right: bool = False
    least: int | None = None
    """Takes what the others leave, but at least so much; None: as wide as its widest cell."""


def screen_width(piped: int = 120) -> int:
    columns = shutil.get_terminal_size((0, 0)).columns
    return max(NARROWEST, min(WIDEST, columns)) if columns else piped


def draw(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    colours: Sequence[Colour | None] = (),
    *,
    titles: bool = True,
) -> None:
    """Print a table; a colour is of the row at its place."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = _widths(columns, cells)
    if titles:
        click.echo(paint(_line([column.title for column in columns], columns, widths), bold=True))
    for number, row in enumerate(cells):
        colour = colours[number] if colours else None
        click.echo(paint(_line(row, columns, widths), colour))


def paint(text: str, colour: Colour | None = None, *, bold: bool = False) -> str:
    """In colour where it is wanted; click takes it away where nobody would see it."""
    if os.environ.get("NO_COLOR") or not (colour or bold):
        return text
    return click.style(text, fg=colour, bold=bold or None)


def sparkline(values: Sequence[float]) -> str:
    """A character a value; the highest is as high as a line, and what is not 0 is to be seen."""
    top = max(values, default=0) or 1
    return "".join(
        " " if value == 0 else SPARKS[min(int(value / top * len(SPARKS)), len(SPARKS) - 1)] for value in values
    )


def bar(share: float, width: int) -> str:
    return "█" * round(share * width) or ("▏" if share else "")


def shorten(text: str, width: int) -> str:
    """At most so many columns of a terminal."""
    if width_of(text) <= width:
        return text
    kept, used = [], 1
    for character in text:
        used += width_of(character)
        if used > width:
            break
        kept.append(character)
    return "".join(kept) + "…"


def width_of(text: str) -> int:
    """As many as a terminal takes for the text: East Asian characters two, combining ones none."""
    return sum(_width_of(character) for character in text)


def _width_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _widths(of: Sequence[Column], cells: Sequence[Sequence[str]]) -> list[int]:
    widest = [max(map(width_of, (column.title, *(row[number] for row in cells)))) for number, column in enumerate(of)]
    flexible = [number for number, column in enumerate(of) if column.least is not None]
    left = screen_width(PIPED) - len(GAP) * (len(of) - 1)
    left -= sum(width for number, width in enumerate(widest) if number not in flexible)
    for place, number in enumerate(sorted(flexible, key=lambda number: widest[number])):
        share = left // (len(flexible) - place)
        widest[number] = min(widest[number], max(of[number].least or 0, share))
        left -= widest[number]
    return widest


def _line(cells: Sequence[str], of: Sequence[Column], widths: Sequence[int]) -> str:
    return GAP.join(_padded(of, widths, cells)).rstrip()


def _padded(of: Sequence[Column], widths: Sequence[int], cells: Sequence[str]) -> Iterator[str]:
    for column, width, cell in zip(of, widths, cells, strict=True):
        text = shorten(cell, width)
        blank = " " * (width - width_of(text))
        yield blank + text if column.right else text + blank
