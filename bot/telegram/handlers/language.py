"""/language: in which language does the bot speak to this reader? One of those that it has words in."""

from __future__ import annotations

import logging
from gettext import NullTranslations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.chats.replies import LanguageChoice
from bot.errors import TalksError
from bot.i18n import shipped
from bot.i18n import words as words_in
from bot.render.hints import not_noted
from bot.render.language import as_telegram, chosen, own_name, which_language
from bot.telegram.buttons import write_press
from bot.telegram.context import Context
from bot.telegram.delivery import deliver
from bot.telegram.handlers.in_private import in_private
from bot.telegram.handlers.message import Handler, message_of, reader_of, reader_words
from bot.telegram.handlers.pressed import Pressed

logger = logging.getLogger(__name__)

CHOOSE = "c"


def handlers() -> list[Handler]:
    return in_private("language", language)


async def language(update: Update, context: Context) -> None:
    message = message_of(update)
    words, languages = reader_words(message), tuple(shipped())
    reply = LanguageChoice(languages)
    name = context.replies.keep(message.chat_id, reply, reader_of(message))
    keyboard = _keyboard(name, languages, words) if len(languages) > 1 else None
    await deliver(message, which_language(languages, words), keyboard)


async def choose(pressed: Pressed, reply: LanguageChoice, context: Context) -> None:
    """The button's page is the language's number, from 1; 0 is as Telegram has it."""
    if pressed.page > len(reply.languages):
        return
    language = reply.languages[pressed.page - 1] if pressed.page else None
    words = words_in(language) if language else pressed.words
    try:
        await context.talks.choose_language(pressed.query.from_user.id, language)
    except TalksError as error:
        logger.error("A language was not kept: %s", error)  # noqa: TRY400 - it explains itself
        await pressed.edit(not_noted(pressed.words), None)
        return
    await pressed.edit(chosen(language, words), _keyboard(pressed.name, reply.languages, words))


def _keyboard(name: str, languages: tuple[str, ...], words: NullTranslations) -> InlineKeyboardMarkup:
    names = [as_telegram(words), *map(own_name, languages)]
    return InlineKeyboardMarkup.from_column(
        [
            InlineKeyboardButton(label, callback_data=write_press(CHOOSE, name, number))
            for number, label in enumerate(names)
        ]
    )
