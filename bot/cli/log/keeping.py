"""talks log prune, backup, check: the log's upkeep, while the bot runs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from bot.cli.log.options import read_moment
from bot.cli.log.table import paint
from bot.cli.options import as_json
from bot.cli.output import print_json, print_text, warn
from bot.cli.terminal import one_line
from bot.errors import TalksError
from bot.querylog import spool
from bot.querylog.backup import back_up
from bot.querylog.check import check as look
from bot.querylog.errors import LogError
from bot.querylog.pseudonyms import KEY_FILE, Pseudonyms, read_key
from bot.querylog.retention import prune as delete
from bot.querylog.rows import timestamp
from bot.settings import Settings, load_settings


@click.command()
@click.option(
    "--before",
    metavar="WHEN",
    callback=read_moment,
    help="Delete what is older; TALKS_RETENTION_DAYS ago unless given.",
)
def prune(before: str | None) -> None:
    """Delete old questions, as the bot does each day by itself."""
    settings = load_settings()
    limit = before or timestamp(dt.datetime.now(dt.UTC) - dt.timedelta(days=settings.retention_days))
    deleted = delete(settings.log_path, limit)
    print_text(f"Rows from before {limit[:16].replace('T', ' ')} UTC deleted: {deleted:,}")


@click.command()
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
def backup(target: Path) -> None:
    """Copy the log to a new FILE. Its key is no part of it: keep that too."""
    settings = load_settings()
    back_up(settings.log_path, target)
    print_text(f"{target}: the log, {target.stat().st_size:,} bytes")
    if settings.pseudonym_key:
        print_text("Its pseudonyms need the key in TALKS_PSEUDONYM_KEY: keep that beside it.")
    else:
        print_text(f"Its pseudonyms need the key in {settings.data / KEY_FILE}: keep a copy of that beside it.")
    for place, count in spool.waiting(settings.log_path):
        warn(f"{count} entries still wait in {place} and are not in the copy")


@click.command()
@as_json
def check(as_json: bool) -> None:
    """Look whether the log is whole, nothing waits for it, and its key fits. Exit code 1 where something is wrong."""
    settings = load_settings()
    findings = list(look(settings.log_path, _fingerprint(settings)))
    if as_json:
        print_json(
            {"name": finding.name, "ok": finding.trouble is None, "trouble": finding.trouble} for finding in findings
        )
    for finding in findings if not as_json else ():
        state = paint("WRONG", "red") if finding.trouble else paint("ok   ", "green")
        click.echo(f"{state} {finding.name:<13} {one_line(finding.trouble or '')}".rstrip())
    if wrong := [finding.name for finding in findings if finding.trouble]:
        raise TalksError(f"The query log {settings.log_path} needs a look: {', '.join(wrong)}")


def _fingerprint(settings: Settings) -> str | None:
    """None where there is no key: that is for the check to say. None is made."""
    if not settings.log_path.exists():
        return None
    try:
        return Pseudonyms(read_key(settings.data, settings.log_path, settings.pseudonym_key)).fingerprint
    except LogError:
        return None
