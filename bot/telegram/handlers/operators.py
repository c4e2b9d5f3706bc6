"""/stats and /gaps: how is the bot used, and what is asked in vain? For operators; to others, no such commands."""

from __future__ import annotations

from telegram import Update

from bot.errors import TalksError
from bot.picture import draw_days
from bot.render.html import escape
from bot.render.operators import gaps_html, stats_html, stats_text
from bot.telegram.context import Context
from bot.telegram.delivery import deliver, typing
from bot.telegram.files import send_picture
from bot.telegram.handlers.in_private import PRIVATE
from bot.telegram.handlers.message import Callback, Handler, message_of, on_command, reader_words
from bot.telegram.handlers.other import unknown_command


def handlers() -> list[Handler]:
    return [on_command("stats", _for_operators(stats), PRIVATE), on_command("gaps", _for_operators(gaps), PRIVATE)]


async def stats(update: Update, context: Context) -> None:
    message = message_of(update)
    words = reader_words(message)
    async with typing(message):
        counted = await context.talks.statistics()
        png = await context.talks.work(lambda: draw_days(counted.days, words)) if counted.days else None
    if png:
        await send_picture(message, png, stats_text(counted, words), "stats.png")
    else:
        await deliver(message, stats_html(counted, words))


async def gaps(update: Update, context: Context) -> None:
    message = message_of(update)
    async with typing(message):
        found = await context.talks.gaps()
    await deliver(message, gaps_html(found, reader_words(message)))


def _for_operators(callback: Callback) -> Callback:
    async def handle(update: Update, context: Context) -> None:
        sender = message_of(update).from_user
        if sender is None or sender.id not in context.operators:
            await unknown_command(update, context)
            return
        try:
            await callback(update, context)
        except TalksError as error:  # as the command line says it, for it is the same reader
            await deliver(message_of(update), escape(str(error)))

    return handle
