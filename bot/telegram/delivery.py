"""How does a reply get to the reader?"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ChatAction, ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.render.html import plain
from bot.render.split import split
from bot.telegram.rate import is_final

logger = logging.getLogger(__name__)

PATIENCE = 0.3
"""Seconds before "typing": awaited ahead of a fast reply it would cost a round trip."""
TYPING_LASTS = 4.5
"""Seconds; Telegram shows it for five."""


async def deliver(
    message: Message, markup: str, keyboard: InlineKeyboardMarkup | None = None, number: int | None = None
) -> list[Message]:
    """Send HTML to the chat of the message, in as many parts as it takes.

    In groups it is a reply to the message, or to the one of that number. The keyboard stands under the
    last part. What was sent is returned.
    """
    replied = None if message.chat.type == ChatType.PRIVATE else number or message.message_id
    sent: list[Message] = []
    parts = split(markup)
    try:
        for place, part in enumerate(parts, 1):
            under = keyboard if place == len(parts) else None
            sent.append(await _send(message, part, under, replied if place == 1 else None))
    except (Forbidden, BadRequest) as error:
        if not is_final(error):
            raise
        logger.info("A reply could not be delivered: %s", error.message)
    return sent


@asynccontextmanager
async def typing(message: Message) -> AsyncIterator[None]:
    """Show "typing" for as long as the block takes, once it takes long."""
    shown = asyncio.create_task(_show_typing(message))
    try:
        yield
    finally:
        shown.cancel()
        await asyncio.wait((shown,))


async def _send(message: Message, part: str, keyboard: InlineKeyboardMarkup | None, replied: int | None) -> Message:
    try:
        return await _send_text(message, part, keyboard, replied)
    except BadRequest as error:
        if "parse entities" not in error.message.lower():
            raise
        logger.warning("Telegram refused the HTML, so plain text was sent: %s", error.message)
        return await _send_text(message, plain(part), keyboard, replied, parse_mode=None)


async def _send_text(
    message: Message, text: str, keyboard: InlineKeyboardMarkup | None, replied: int | None, **options: None
) -> Message:
    bot = message.get_bot()
    try:
        return await bot.send_message(
            message.chat_id,
            text,
            message_thread_id=message.message_thread_id if message.is_topic_message else None,
            reply_parameters=ReplyParameters(replied, allow_sending_without_reply=True) if replied else None,
            reply_markup=keyboard,
            **options,
        )
    except ChatMigrated as error:  # the group has become a supergroup, where messages have other numbers
        return await bot.send_message(error.new_chat_id, text, reply_markup=keyboard, **options)


async def _show_typing(message: Message) -> None:
    thread = message.message_thread_id if message.is_topic_message else None
    await asyncio.sleep(PATIENCE)
    with suppress(TelegramError):
        while True:
            await message.get_bot().send_chat_action(message.chat_id, ChatAction.TYPING, message_thread_id=thread)
            await asyncio.sleep(TYPING_LASTS)
