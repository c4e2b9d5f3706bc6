"""/privacy, /mydata, /forget: what is kept of a reader, and what they can do about it."""

from __future__ import annotations

import logging

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.chats.replies import Forgetting
from bot.errors import TalksError
from bot.render.privacy import forget_html, forgotten_html, kept_html, nothing_kept, own_html, privacy_html, still_left
from bot.telegram.buttons import write_press
from bot.telegram.context import Context
from bot.telegram.delivery import deliver, typing
from bot.telegram.files import send_file
from bot.telegram.forgetting import forget_reader
from bot.telegram.handlers.in_private import in_private
from bot.telegram.handlers.message import Handler, message_of, reader_of, reader_words
from bot.telegram.handlers.pressed import Pressed

logger = logging.getLogger(__name__)

FORGET, KEEP = "f", "k"
FILE = "talks-mydata.jsonl"


def handlers() -> list[Handler]:
    return [*in_private("privacy", privacy), *in_private("mydata", mydata), *in_private("forget", forget)]


async def privacy(update: Update, context: Context) -> None:
    message = message_of(update)
    await deliver(message, privacy_html(context.talks.records.retention_days, reader_words(message)))


async def mydata(update: Update, context: Context) -> None:
    message = message_of(update)
    words, user = reader_words(message), reader_of(message) or message.chat_id
    async with typing(message):
        own = await context.talks.own(user)
    if own.content:
        await send_file(message, own.content, FILE, own_html(own, words))
    else:
        await deliver(message, nothing_kept(words))


async def forget(update: Update, context: Context) -> None:
    """Not before it is confirmed."""
    message = message_of(update)
    words = reader_words(message)
    name = context.replies.keep(message.chat_id, Forgetting(), reader_of(message))
    keys = [
        InlineKeyboardButton(words.gettext("Delete all"), callback_data=write_press(FORGET, name)),
        InlineKeyboardButton(words.gettext("Keep it"), callback_data=write_press(KEEP, name)),
    ]
    await deliver(message, forget_html(words), InlineKeyboardMarkup.from_row(keys))


async def forget_or_keep(pressed: Pressed, context: Context) -> None:
    if pressed.verb != FORGET:
        await pressed.edit(kept_html(pressed.words), None)
        return
    try:
        async with typing(pressed.message):
            forgotten = await forget_reader(pressed.query.from_user.id, context)
    except TalksError as error:
        logger.error("A reader was not forgotten: %s", error)  # noqa: TRY400 - it explains itself
        await pressed.edit(still_left(pressed.words), None)
        return
    has_damaged = context.talks.records.has_damaged
    if has_damaged:
        logger.warning("A reader was forgotten, but a damaged log that was set aside may still hold their questions")
    await pressed.edit(forgotten_html(forgotten, pressed.words, has_damaged=has_damaged), None)
