"""A reader who writes faster than anyone reads is told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Update
from telegram.ext import BaseHandler

from bot.i18n import words
from bot.render.hints import slow_down
from bot.telegram.context import Context
from bot.telegram.delivery import deliver
from bot.telegram.handlers.message import reader_words

if TYPE_CHECKING:
    from bot.telegram.intake import Intake


class TooFast(BaseHandler[Update, Context, None]):
    """Ahead of all others: what was written too fast is not answered."""

    def __init__(self, intake: Intake) -> None:
        super().__init__(tell)
        self._intake = intake

    def check_update(self, update: object) -> bool:
        return self._intake.is_too_fast(update)


async def tell(update: Update, _: Context) -> None:
    if message := update.message or update.edited_message:
        await deliver(message, slow_down(reader_words(message)))
    elif update.callback_query:
        await update.callback_query.answer(slow_down(words(update.callback_query.from_user.language_code)))
