"""What is said to someone who asked nothing that can be read?"""

from __future__ import annotations

from telegram import Update
from telegram.ext import filters

from bot.render.hints import no_such_command, only_text, only_text_not_voice
from bot.telegram.context import Context
from bot.telegram.delivery import deliver
from bot.telegram.handlers.message import Handler, message_of, on_message, reader_words

_SPOKEN = filters.VOICE | filters.AUDIO | filters.VIDEO_NOTE


def handlers() -> list[Handler]:
    private = filters.ChatType.PRIVATE
    return [
        on_message(private & filters.COMMAND, unknown_command),
        on_message(private & _SPOKEN, spoken),
        on_message(private & ~filters.TEXT & ~filters.StatusUpdate.ALL, wordless),
    ]


async def unknown_command(update: Update, _: Context) -> None:
    message = message_of(update)
    await deliver(message, no_such_command(reader_words(message)))


async def spoken(update: Update, _: Context) -> None:
    message = message_of(update)
    await deliver(message, only_text_not_voice(reader_words(message)))


async def wordless(update: Update, _: Context) -> None:
    message = message_of(update)
    await deliver(message, only_text(reader_words(message)))
