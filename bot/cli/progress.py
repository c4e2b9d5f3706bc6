"""How does a command show that it is at work?"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")

BAR_FROM = 500
"""Fewer files are read, and fewer passages indexed, before a bar has been seen."""
LABEL_WIDTH = 20
BAR_STEPS = 200
"""How often a bar moves; drawing it for each of a million passages would take longer than the work."""


def show_progress(items: Sequence[T], doing: str) -> Iterator[T]:
    """A bar on stderr, where that is a terminal and there is something to wait for."""
    hidden = len(items) < BAR_FROM or not sys.stderr.isatty()
    steps = len(items) // BAR_STEPS
    with click.progressbar(
        items, label=f"{doing:<{LABEL_WIDTH}}", file=sys.stderr, hidden=hidden, update_min_steps=steps
    ) as bar:
        yield from bar
