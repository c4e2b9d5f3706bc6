"""What is kept of a reader, and what was deleted: in what words are they told?"""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations
from typing import TYPE_CHECKING

from bot.render.html import bold, italic, link

if TYPE_CHECKING:
    from bot.querylog.forgetting import Forgotten
    from bot.records import Own


def privacy_html(days: int, words: NullTranslations) -> str:
    """All on one screen of a phone."""
    kept = words.ngettext("for {days} day", "for {days} days", days).format(days=days)
    return "\n".join(
        (
            bold(words.gettext("What is kept of you")),
            words.gettext(
                "• Each question: its words, when it was asked, what was answered, your 👍 and 👎 – {kept}, to see "
                "what is asked in vain and to answer it better. Your name is not kept, and a pseudonym stands for your "
                "Telegram id."
            ).format(kept=kept),
            words.gettext(
                "• Questions that were judged by hand, so that answers stay right: for longer, until you have them "
                "deleted."
            ),
            words.gettext("• The language that you chose, if you did."),
            words.gettext(
                "• What Telegram sends, your name in it, until it is answered: mostly for less than a second, and for "
                "30 days at most if it can’t be."
            ),
            words.gettext(
                "• In memory: what we spoke of last, for half an hour, and what is behind buttons, for a week."
            ),
            "",
            words.gettext(
                "It is on the machine of those who run this bot. They can read the questions and may keep backups, "
                "which /forget does not reach. Nobody else is given any of it."
            ),
            words.gettext(
                "In groups only what is said to the bot is kept. What you type after its name in other chats is kept "
                "only if you send a result."
            ),
            "",
            words.gettext("/mydata – have it as a file\n/forget – have it deleted, at once"),
        )
    )


def own_html(own: Own, words: NullTranslations) -> str:
    """Under the file."""
    parts = [
        words.ngettext("{count} question", "{count} questions", own.questions).format(count=f"{own.questions:,}"),
        words.ngettext("{count} vote", "{count} votes", own.votes).format(count=f"{own.votes:,}"),
    ]
    lines = [
        words.gettext("What is kept of you: {counts}.").format(counts=", ".join(parts)),
        words.gettext("Each line is one of them, in JSON; the newest come first."),
    ]
    if own.is_cut:
        lines.append(words.gettext("Telegram takes no larger file: ask those who run this bot for the rest."))
    return "\n".join(lines)


def nothing_kept(words: NullTranslations) -> str:
    return words.gettext("Nothing is kept of you.")


def forget_html(words: NullTranslations) -> str:
    return "\n".join(
        (
            words.gettext("Delete all that is kept of you? It can’t be undone."),
            words.gettext("Your questions, votes, language, and what waits to be answered or written."),
        )
    )


def kept_html(words: NullTranslations) -> str:
    return words.gettext("Nothing was deleted.")


def still_left(words: NullTranslations) -> str:
    return words.gettext("Not all of it could be deleted just now. Please send /forget again in a minute.")


def forgotten_html(forgotten: Forgotten, words: NullTranslations, *, has_damaged: bool = False) -> str:
    """`has_damaged` tells of a log that was set aside and can't be read."""
    return "\n".join(
        (
            words.gettext("Deleted: {counts}.").format(counts=", ".join(_counts(forgotten, words))),
            words.gettext("What the bot remembered of you and what still waited is gone as well."),
            "",
            italic(words.gettext("Out of my reach: backups that those who run this bot made, and this chat itself.")),
            *([italic(words.gettext("Also a damaged log, which they were told of."))] if has_damaged else []),
        )
    )


def only_in_private(command: str, url: str, words: NullTranslations) -> str:
    """On one line."""
    here = link(words.gettext("our private chat"), url)
    return words.gettext("{command} is between you and me: send it in {chat}.").format(command=command, chat=here)


def _counts(forgotten: Forgotten, words: NullTranslations) -> Iterator[str]:
    rows, votes, judged = forgotten.rows + forgotten.spooled, forgotten.votes, forgotten.judged
    yield words.ngettext("{count} question with its votes", "{count} questions with their votes", rows).format(
        count=f"{rows:,}"
    )
    if votes:
        yield words.ngettext("{count} vote on others’ questions", "{count} votes on others’ questions", votes).format(
            count=f"{votes:,}"
        )
    if judged:
        yield words.ngettext("{count} judgement", "{count} judgements", judged).format(count=f"{judged:,}")
