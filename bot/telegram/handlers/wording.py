"""The button under a reply: shows what other articles say in other words, or hides it again."""

from __future__ import annotations

import logging

from telegram import CallbackQuery, Update
from telegram.error import BadRequest
from telegram.ext import CallbackQueryHandler

from bot.i18n import words
from bot.render.answer import answers_html, count_other_wordings
from bot.render.hints import too_old
from bot.telegram.context import Context
from bot.telegram.handlers.message import Handler
from bot.telegram.wording_button import read_button, wording_button

logger = logging.getLogger(__name__)


def handlers() -> list[Handler]:
    # Without a pattern: whatever is pressed must be answered, or the button goes on turning.
    return [CallbackQueryHandler(turn)]


async def turn(update: Update, context: Context) -> None:
    query = update.callback_query
    if query is None:
        raise ValueError(f"update {update.update_id} is no button")
    own = words(query.from_user.language_code)
    chat, button = query.message.chat.id if query.message else None, read_button(query.data)
    answers = context.replies.find(chat, button[0]) if chat and button else None
    if answers is None or button is None or query.message is None:
        await _answer(query, too_old(own))
        return
    name, unfolded = button
    await _answer(query)
    try:
        await query.edit_message_text(
            answers_html(answers, context.talks.corpus, own, unfolded=unfolded),
            reply_markup=wording_button(name, count_other_wordings(answers), own, unfolded=unfolded),
        )
    except BadRequest as error:
        # Pressed twice, or deleted meanwhile: there is nothing left to do.
        logger.info("A reply was not unfolded: %s", error.message)


async def _answer(query: CallbackQuery, text: str | None = None) -> None:
    try:
        await query.answer(text)
    except BadRequest as error:
        # Telegram takes no answer to a button pressed long ago, while the bot was away.
        logger.info("A button was answered too late: %s", error.message)
