"""What do the handlers of messages share?"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from gettext import NullTranslations
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from bot.i18n import words
from bot.telegram.context import Context

Handler = BaseHandler[Update, Context, None]
Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]

NEW = filters.UpdateType.MESSAGE
"""A message sent, not one that was edited."""


def on_command(name: str, callback: Callback) -> Handler:
    return CommandHandler(name, callback, NEW)


def on_message(kinds: filters.BaseFilter, callback: Callback) -> Handler:
    return MessageHandler(NEW & kinds, callback)


def message_of(update: Update) -> Message:
    if update.message is None:
        raise ValueError(f"update {update.update_id} is no message")
    return update.message


def reader_words(message: Message) -> NullTranslations:
    return words(message.from_user.language_code if message.from_user else None)
