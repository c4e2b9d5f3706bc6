"""/sources: which articles are there?"""

from __future__ import annotations

from telegram import Update

from bot.render.sources import sources_html
from bot.telegram.context import Context
from bot.telegram.delivery import deliver
from bot.telegram.handlers.message import Handler, message_of, on_command, reader_words


def handlers() -> list[Handler]:
    return [on_command("sources", sources)]


async def sources(update: Update, context: Context) -> None:
    message = message_of(update)
    await deliver(message, sources_html(context.talks.corpus, reader_words(message)))
