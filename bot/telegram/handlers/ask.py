"""Questions: /ask, any text in a private chat, and in a group what is said to the bot; edited ones, too."""

from __future__ import annotations

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.chats.sent import Sent
from bot.render.hints import ask_how
from bot.telegram.answering import Asking, answer
from bot.telegram.context import Context
from bot.telegram.delivery import deliver
from bot.telegram.handlers.addressed import SaidToTheBot, place_of, question_in, replied_to
from bot.telegram.handlers.message import NEW_OR_EDITED, Handler, asker_of, message_of, on_command, question_words


def handlers() -> list[Handler]:
    to_the_bot = filters.ChatType.PRIVATE | SaidToTheBot()
    said = NEW_OR_EDITED & filters.TEXT & ~filters.COMMAND & to_the_bot
    return [on_command("ask", ask, NEW_OR_EDITED), MessageHandler(said, ask)]


async def ask(update: Update, context: Context) -> None:
    message = message_of(update)
    asked, place = question_in(message), place_of(message)
    words = question_words(message, asked.text, context)
    before = context.sent.get((message.chat_id, message.message_id)) if update.edited_message else None
    if not asked.text:
        if not before:
            await deliver(message, ask_how(words))
        return
    previous = before.previous if before else context.exchanges.recall(place, replied_to(message))
    asking = Asking(asked.text, message, asker_of(update, context, "ask"), place, words, previous, asked.number)
    if sent := await answer(asking, context, before):
        context.sent.put((message.chat_id, message.message_id), Sent(sent, previous, place.reader))
