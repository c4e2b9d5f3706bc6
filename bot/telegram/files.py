"""How does a picture or a file get to the reader, and how is another text put into a message?"""

from __future__ import annotations

import logging

from telegram import InlineKeyboardMarkup, InputFile, InputMediaPhoto, Message, ReplyParameters
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden

from bot.telegram.rate import is_final

logger = logging.getLogger(__name__)


async def send_picture(message: Message, png: bytes, caption: str, name: str = "timeline.png") -> Message | None:
    """In answer to a message; in groups as a reply to it. None where nobody can be sent one."""
    is_private = message.chat.type == ChatType.PRIVATE
    try:
        return await message.get_bot().send_photo(
            message.chat_id,
            InputFile(png, name),
            caption,
            parse_mode=None,
            message_thread_id=_thread(message),
            reply_parameters=None
            if is_private
            else ReplyParameters(message.message_id, allow_sending_without_reply=True),
        )
    except (Forbidden, BadRequest) as error:
        if not is_final(error):
            raise
        logger.info("A picture could not be delivered: %s", error.message)
        return None


async def replace_picture(message: Message, number: int, png: bytes, caption: str) -> bool:
    """Put another picture into the message of that number; False where it is gone."""
    media = InputMediaPhoto(png, caption, parse_mode=None, filename="timeline.png")
    try:
        await message.get_bot().edit_message_media(media, message.chat_id, number)
    except (BadRequest, Forbidden):
        return False
    return True


async def replace_text(message: Message, number: int, markup: str, keyboard: InlineKeyboardMarkup | None) -> bool:
    """Put another text into the message of that number, in the chat of `message`; False where it is gone."""
    try:
        await message.get_bot().edit_message_text(markup, message.chat_id, number, reply_markup=keyboard)
    except (BadRequest, Forbidden) as error:
        return "not modified" in error.message.lower()
    return True


async def send_file(message: Message, content: bytes, name: str, caption: str | None = None) -> None:
    """Beneath a message of the bot's."""
    try:
        await message.get_bot().send_document(
            message.chat_id, InputFile(content, name), caption, message_thread_id=_thread(message)
        )
    except (Forbidden, BadRequest) as error:
        if not is_final(error):
            raise
        logger.info("A file could not be delivered: %s", error.message)


def _thread(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None
