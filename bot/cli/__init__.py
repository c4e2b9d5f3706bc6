"""The `talks` command: one module a noun, loaded only when it is called."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from bot import __version__
from bot.cli import unexpected
from bot.cli.terminal import one_line
from bot.errors import TalksError
from bot.logs import redact

COMMANDS = {
    "run": "bot.cli.run:run",
    "simulator": "bot.cli.simulator:simulator",
    "ask": "bot.cli.ask:ask",
    "quotes": "bot.cli.quotes:quotes",
    "timeline": "bot.cli.timeline:timeline",
    "articles": "bot.cli.articles:articles",
    "export": "bot.cli.export:export",
    "log": "bot.cli.log:log",
    "evaluate": "bot.cli.evaluate:evaluate_gold",
    "lever": "bot.cli.levers:lever",
    "health": "bot.cli.health:health",
}
INTERRUPTED = 130
"""As shells count it: 128 and the number of the signal."""


class LazyGroup(click.Group):
    """Imports a command when it is needed: `talks ask` must start fast, without Telegram or SQLite."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
            _discard_output()
            ctx.exit()
        except OSError as error:  # such as a full disk behind our output
            _discard_output()
            place = f"{error.filename}: " if error.filename else ""
            raise TalksError(f"{place}{error.strerror or error}") from error


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="talks", message="%(prog)s %(version)s")
@click.option("--traceback", is_flag=True, help="Show where an unexpected error comes from.")
def talks(traceback: bool) -> None:
    """Answers questions out of news articles, in the articles' own words."""
    if traceback:
        sys.excepthook = unexpected.show


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command: 0 done, 1 failed, 2 wrong usage or settings. An error is one line on stderr."""
    _write_utf8()
    sys.excepthook = unexpected.say
    try:
        if code := talks.main(arguments, prog_name="talks", standalone_mode=False):
            sys.exit(code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        _fail(error.format_message(), error.exit_code)
    except TalksError as error:
        _fail(str(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)


def _write_utf8() -> None:
    """Whatever the locale: passages hold quotation marks and dashes that legacy ones cannot write."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _discard_output() -> None:
    """What is still buffered would fail once more when Python flushes it at the end."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str, code: int) -> NoReturn:
    click.echo(f"talks: {redact(one_line(message))}", err=True)
    sys.exit(code)
