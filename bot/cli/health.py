"""talks health: is the bot serving?"""

from __future__ import annotations

import click

from bot.cli.options import as_json
from bot.cli.output import print_json
from bot.health import Heartbeat
from bot.settings import load_settings


@click.command()
@as_json
def health(as_json: bool) -> None:
    """Exit 0 while the bot is serving, 1 when it isn't."""
    age, by_meaning = Heartbeat(load_settings().data).read()
    search = "on" if by_meaning else "off"
    if as_json:
        print_json([{"serving": True, "polled_seconds_ago": round(age, 1), "meaning_search": search}])
        return
    click.echo(f"serving; Telegram last answered {age:.0f} s ago; meaning search: {search}")
