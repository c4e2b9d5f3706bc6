"""talks log: what was asked, what was answered, and what to make of it? One module a noun, loaded when it is called."""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = {
    "list": "rows:list_queries",
    "show": "rows:show_query",
    "tail": "rows:tail",
    "search": "rows:search",
    "stats": "stats:stats",
    "gaps": "gaps:gaps",
    "judge": "judge:judge",
    "export": "export:export",
    "qrels": "qrels:qrels",
    "forget": "forget:forget",
    "prune": "keeping:prune",
    "backup": "keeping:backup",
    "check": "keeping:check",
    "serve": "serve:serve",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), name)
        return command


@click.command(cls=_Commands)
def log() -> None:
    """The query log."""
