"""What do the handlers of messages share?"""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine
from gettext import NullTranslations
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from bot.i18n import words
from bot.service import Asker
from bot.telegram.context import Context
from bot.telegram.reply_language import words_for_question

Handler = BaseHandler[Update, Context, None]
Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]

_COMMAND = re.compile(r"/\w+(@\w+)?")


class _OwnWords(filters.MessageFilter):
    """Not what was sent through the bot itself, from its inline results."""

    def filter(self, message: Message) -> bool:
        return message.via_bot is None or message.via_bot.id != message.get_bot().id


NEW = filters.UpdateType.MESSAGE & _OwnWords()
"""A message sent, not one that was edited."""
NEW_OR_EDITED = filters.UpdateType.MESSAGES & _OwnWords()


def on_command(name: str, callback: Callback, kinds: filters.BaseFilter = NEW) -> Handler:
    return CommandHandler(name, callback, kinds)


def on_message(kinds: filters.BaseFilter, callback: Callback) -> Handler:
    return MessageHandler(NEW & kinds, callback)


def asker_of(update: Update, context: Context, command: str) -> Asker:
    """Who sent the message."""
    message = message_of(update)
    return Asker(uid_of(update, context), context.via, command, message.chat_id, reader_of(message))


def uid_of(update: Update, context: Context) -> str:
    return f"{context.via}:{context.bot.id}:{update.update_id}"


def reader_of(message: Message) -> int | None:
    """None for whoever writes in a chat's name: they can't be told from others who do."""
    return message.from_user.id if message.from_user and not message.sender_chat else None


def text_in(message: Message) -> str:
    """The text without the command and without the bot's name."""
    return strip_address(message.text or "", message.get_bot().username)


def strip_address(text: str, bot_name: str) -> str:
    if command := _COMMAND.match(text):
        text = text[command.end() :]
    text = re.sub(rf"@{re.escape(bot_name)}\b", "", text, flags=re.IGNORECASE)
    return text.strip(" ,:\n")


def message_of(update: Update) -> Message:
    message = update.message or update.edited_message
    if message is None:
        raise ValueError(f"update {update.update_id} is no message")
    return message


def reader_words(message: Message) -> NullTranslations:
    return words(message.from_user.language_code if message.from_user else None)


def question_words(message: Message, question: str, context: Context) -> NullTranslations:
    return words_for_question(message.from_user, question, context.talks)
