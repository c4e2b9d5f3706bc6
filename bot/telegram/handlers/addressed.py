"""Is the bot asked, what, and by whom?"""

from __future__ import annotations

from typing import NamedTuple

from telegram import Message
from telegram.ext import filters

from bot.chats.last_exchanges import Place
from bot.telegram.handlers.message import reader_of, strip_address, text_in


class SaidToTheBot(filters.MessageFilter):
    """A mention of the bot, or a reply to one of its messages."""

    def filter(self, message: Message) -> bool:
        name = f"@{message.get_bot().username}".casefold()
        mentions = message.parse_entities(["mention"]).values()
        return any(text.casefold() == name for text in mentions) or replied_to(message) is not None


class Asked(NamedTuple):
    text: str
    number: int
    """Of the message that asks it."""


def question_in(message: Message) -> Asked:
    """What the message asks; a bare call that replies to another's message asks what that one says."""
    text, other = text_in(message), message.reply_to_message
    if text or other is None or replied_to(message) is not None:
        return Asked(text, message.message_id)
    said = message.quote.text if message.quote else other.text or other.caption or ""
    return Asked(strip_address(said, message.get_bot().username), other.message_id)


def replied_to(message: Message) -> int | None:
    """The number of the bot's message that this one replies to."""
    said = message.reply_to_message
    return said.message_id if said and said.from_user and said.from_user.id == message.get_bot().id else None


def place_of(message: Message, reader: int | None = None) -> Place:
    """Where its sender talks to the bot, or where the reader does who pressed a button under it."""
    thread = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat_id, thread, reader or reader_of(message))
