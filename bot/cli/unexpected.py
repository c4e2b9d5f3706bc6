"""What is said of an error that nobody expected? One line; its traceback where that is asked for."""

from __future__ import annotations

import traceback
from types import TracebackType

import click

from bot.cli.terminal import harmless, one_line
from bot.logs import redact


def say(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """A `sys.excepthook`, after which Python ends with exit code 1."""
    what = one_line("".join(traceback.format_exception_only(error)))
    hint = "`talks --traceback COMMAND` shows where it comes from; please report it with that"
    click.echo(f"talks: an unexpected error: {redact(what)}; {hint}", err=True)


def show(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """A `sys.excepthook` for whoever reports or mends the error."""
    click.echo(redact(harmless("".join(traceback.format_exception(error)))), err=True, nl=False)
