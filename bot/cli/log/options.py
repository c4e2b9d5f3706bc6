"""Which rows does an operator mean? The filters that the commands of the log share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import update_wrapper
from typing import Any, TypeVar

import click

from bot.querylog.pseudonyms import PSEUDONYM_DIGITS, Kind, Pseudonyms, read_key
from bot.querylog.reading import open_reader
from bot.querylog.rows import timestamp
from bot.querylog.schema import require_key
from bot.querylog.selection import Selection
from bot.settings import Settings, load_settings

Command = TypeVar("Command", bound=Callable[..., Any])

_AGO = re.compile(r"(\d{1,5})\s*([hdw])", re.ASCII)
_UNITS = {"h": "hours", "d": "days", "w": "weeks"}
_PSEUDONYM = re.compile(rf"[0-9a-f]{{{PSEUDONYM_DIGITS}}}")


def read_moment(_: click.Context | None, __: click.Parameter | None, given: str | None) -> str | None:
    """A day or a time, in UTC unless it says otherwise, or so long ago; as the log writes times."""
    if given is None:
        return None
    text = given.strip()
    try:
        if ago := _AGO.fullmatch(text):
            return timestamp(dt.datetime.now(dt.UTC) - dt.timedelta(**{_UNITS[ago[2]]: int(ago[1])}))
        moment = dt.datetime.fromisoformat(text)
        return timestamp(moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC))
    except (ValueError, OverflowError):
        raise click.BadParameter(
            f"{text!r} is neither so long ago, as 12h, 7d or 4w, nor a date, as 2022-01-09."
        ) from None


def read_id(_: click.Context | None, __: click.Parameter | None, given: str | None) -> str | None:
    """A Telegram id, or a pseudonym as the log shows them."""
    if given is None:
        return None
    text = given.strip()
    if not _PSEUDONYM.fullmatch(text) and not re.fullmatch(r"-?\d{1,15}", text, re.ASCII):
        raise click.BadParameter(f"{text!r} is neither a Telegram id nor a pseudonym of {PSEUDONYM_DIGITS} digits.")
    return text


_FILTERS = (
    click.option("--since", metavar="WHEN", callback=read_moment, help="From then on: 7d, 12h, 4w ago, or 2022-01-09."),
    click.option("--until", metavar="WHEN", callback=read_moment, help="Before then."),
    click.option("--outcome", type=click.Choice(["answered", "no_answer", "about", "unavailable"])),
    click.option("--command", metavar="NAME", help="ask, quotes, timeline, …"),
    click.option("--via", type=click.Choice(["telegram", "simulator"])),
    click.option("--chat", metavar="ID", callback=read_id, help="Of this chat: a Telegram id or a pseudonym."),
    click.option("--user", metavar="ID", callback=read_id, help="Of this reader: a Telegram id or a pseudonym."),
    click.option("--disliked", is_flag=True, help="With a thumb down."),
)


def filtered(command: Command) -> Command:
    """The command gets a `wanted: Selection` from options that it need not know."""

    def with_selection(
        since: str | None,
        until: str | None,
        chat: str | None,
        user: str | None,
        **rest: Any,  # noqa: ANN401 - click's
    ) -> object:
        given: dict[str, Any] = {name: rest.pop(name) for name in ("outcome", "command", "via", "disliked")}
        settings = load_settings()
        given |= {"chat": pseudonym(settings, "chat", chat), "user": pseudonym(settings, "user", user)}
        return command(wanted=Selection(since, until, **given), **rest)

    wrapped: Any = update_wrapper(with_selection, command)
    for option in reversed(_FILTERS):
        wrapped = option(wrapped)
    decorated: Command = wrapped
    return decorated


def pseudonym(settings: Settings, kind: Kind, given: str | None) -> str | None:
    """Of a Telegram id, by the log's own key; a pseudonym stays what it is."""
    if given is None or _PSEUDONYM.fullmatch(given):
        return given
    with open_reader(settings.log_path) as connection:
        pseudonyms = Pseudonyms(read_key(settings.data, settings.log_path, settings.pseudonym_key))
        require_key(connection, settings.log_path, pseudonyms.fingerprint)
    return pseudonyms.of(kind, int(given))
