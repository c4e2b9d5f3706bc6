"""What is a reader's own is shown to them alone: who asks for it in a group is sent to the private chat."""

from __future__ import annotations

from telegram import Update
from telegram.ext import filters

from bot.render.privacy import only_in_private
from bot.telegram.context import Context
from bot.telegram.delivery import deliver
from bot.telegram.handlers.message import NEW, Callback, Handler, message_of, on_command, reader_words

PRIVATE = NEW & filters.ChatType.PRIVATE


def in_private(name: str, callback: Callback) -> list[Handler]:
    """The command, and the link from groups that stands for it."""
    followed = filters.Regex(rf"^/\w+(@\w+)? {name}$")

    async def elsewhere(update: Update, context: Context) -> None:
        message = message_of(update)
        link = f"https://t.me/{context.bot.username}?start={name}"
        await deliver(message, only_in_private(f"/{name}", link, reader_words(message)))

    return [
        on_command(name, callback, PRIVATE),
        on_command("start", callback, PRIVATE & followed),
        on_command(name, elsewhere),
    ]
