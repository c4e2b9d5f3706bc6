"""Which options do several commands share?"""

from __future__ import annotations

from pathlib import Path

import click


def filled(_: click.Context, parameter: click.Parameter, value: str) -> str:
    """For arguments that must hold more than white space."""
    if not value.strip():
        raise click.UsageError(f"{parameter.human_readable_name} is empty.")
    return value


as_json = click.option("--json", "as_json", is_flag=True, help="JSON Lines on stdout.")
articles_folder = click.option(
    "--articles",
    "folder",
    type=click.Path(path_type=Path),
    help="Read the articles of this folder alone.",
)
