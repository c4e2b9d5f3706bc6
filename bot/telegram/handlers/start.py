"""/start and /help: what is this, and how does one ask?"""

from __future__ import annotations

from telegram import Update

from bot.render.help import help_html
from bot.render.start import start_html
from bot.telegram.context import Context
from bot.telegram.delivery import deliver
from bot.telegram.handlers.message import Handler, message_of, on_command, reader_words


def handlers() -> list[Handler]:
    return [on_command("start", start), on_command("help", explain)]


async def start(update: Update, context: Context) -> None:
    message = message_of(update)
    await deliver(message, start_html(context.talks.corpus, reader_words(message)))


async def explain(update: Update, context: Context) -> None:
    message = message_of(update)
    await deliver(message, help_html(context.bot.username, reader_words(message)))
