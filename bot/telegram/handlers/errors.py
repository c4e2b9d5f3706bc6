"""What happens when a handler fails? It is logged, then the reader is told, in one sentence."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import TelegramError

from bot.i18n import words
from bot.render.hints import went_wrong
from bot.telegram.context import Context
from bot.telegram.delivery import deliver
from bot.telegram.handlers.message import reader_words
from bot.telegram.rate import is_passing

logger = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    number = update.update_id if isinstance(update, Update) else None
    logger.error("Update %s failed", number, exc_info=context.error)
    if not isinstance(update, Update):
        return
    if is_passing(context.error):  # what could not be sent, however often it was tried, comes up again later
        context.bot_data.intake.put_off(update)
        return
    try:
        if message := update.message or update.edited_message:
            await deliver(message, went_wrong(reader_words(message)))
        elif update.callback_query:
            await update.callback_query.answer(went_wrong(words(update.callback_query.from_user.language_code)))
    except TelegramError as error:
        logger.warning("Update %s: the reader could not be told: %s", number, error.message)
