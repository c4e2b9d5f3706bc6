"""talks log forget: not a byte of a reader's questions stays in any file of TALKS_DATA."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path

import click

from bot.cli.log.options import pseudonym, read_id
from bot.cli.output import print_text, warn
from bot.journal.journal import Journal
from bot.journal.schema import explained
from bot.levers.changes import forget_questions
from bot.querylog.damage import find_damaged
from bot.querylog.forgetting import Forgotten, forget_row
from bot.querylog.forgetting import forget as forget_person
from bot.settings import load_settings
from bot.sqlite import connect

NO_BOT = 0
"""The journal is of one bot at a time; to forget, it does not matter which."""


@click.command()
@click.argument("uid", required=False)
@click.option(
    "--user", metavar="ID", callback=read_id, help="All that this reader asked: a Telegram id, or a pseudonym."
)
@click.option(
    "--chat", metavar="ID", callback=read_id, help="All that was asked in this chat: a Telegram id, or a pseudonym."
)
def forget(uid: str | None, user: str | None, chat: str | None) -> None:
    """Delete one question by its UID, or all of a reader or a chat: rows, votes, judged texts, what waits."""
    settings = load_settings()
    if sum(given is not None for given in (uid, user, chat)) != 1:
        raise click.UsageError("Say one of UID, --user and --chat.")
    path = settings.log_path
    if uid is not None:
        forgotten = forget_row(path, uid)
    else:
        of_user = pseudonym(settings, "user", user)
        # A private chat has the id of its reader.
        of_chat = pseudonym(settings, "chat", chat or user)
        forgotten = forget_person(path, user=of_user, chat=of_chat)
    _report(forgotten)
    forget_questions(settings.data, forgotten.normals)
    if uid is None:
        _forget_updates(settings.data / "journal.sqlite3", chat or user or "")
    for file in find_damaged(path):
        warn(f"{file} was set aside because it is damaged and may still hold the words: delete it if so")


def _forget_updates(journal: Path, given: str) -> None:
    """What the journal holds names people by their Telegram id alone."""
    if not journal.exists():
        return
    try:
        telegram_id = int(given)
    except ValueError:
        warn("the journal knows no pseudonyms: updates that wait in it stay; give the Telegram id to delete them too")
        return
    print_text(f"Updates deleted: {asyncio.run(_forget_in(journal, telegram_id))}")
    with explained(journal), closing(connect(journal)) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


async def _forget_in(path: Path, telegram_id: int) -> int:
    async with await Journal.open(path, NO_BOT) as journal:
        return await journal.forget(telegram_id)


def _report(forgotten: Forgotten) -> None:
    counts = {
        "Rows": forgotten.rows,
        "Votes": forgotten.votes,
        "Waiting entries": forgotten.spooled,
        "Judgements of questions that nobody else asked": forgotten.judged,
    }
    for name, count in counts.items():
        if count or name == "Rows":
            print_text(f"{name} deleted: {count:,}")
