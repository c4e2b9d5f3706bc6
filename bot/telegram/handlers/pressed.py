"""A button was pressed: in which chat, under which reply, and what is to become of the message?"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from gettext import NullTranslations

from telegram import CallbackQuery, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, Forbidden

from bot.render.html import plain

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pressed:
    verb: str
    name: str
    """The id of the reply that the button stands under."""
    page: int
    message: Message
    words: NullTranslations
    query: CallbackQuery
    reader: int | None
    """Who turns the pages of that reply."""

    async def answer(self, text: str | None = None) -> None:
        await answer(self.query, text)

    async def edit(self, markup: str, keyboard: InlineKeyboardMarkup | None) -> None:
        """Show something else in the message that holds the button."""
        if self.message.text == plain(markup) and self.message.reply_markup == keyboard:
            return
        try:
            await self.query.edit_message_text(markup, reply_markup=keyboard)
        except (BadRequest, Forbidden) as error:
            # Pressed twice, deleted meanwhile, or the bot was sent away: there is nothing left to do.
            logger.info("A reply was not edited: %s", error.message)

    async def edit_keyboard(self, keyboard: InlineKeyboardMarkup | None) -> None:
        """Put other buttons under the message."""
        if self.message.reply_markup == keyboard:
            return
        try:
            await self.query.edit_message_reply_markup(keyboard)
        except (BadRequest, Forbidden) as error:
            logger.info("Buttons were not edited: %s", error.message)


async def answer(query: CallbackQuery, text: str | None = None) -> None:
    """Whatever is pressed must be answered, or the button goes on turning."""
    try:
        await query.answer(text)
    except BadRequest as error:
        # Telegram takes no answer to a button pressed long ago, while the bot was away.
        logger.info("A button was answered too late: %s", error.message)
