"""Buttons: what was pressed goes to the handler of the reply that it stands under."""

from __future__ import annotations

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import CallbackQueryHandler

from bot.chats.replies import (
    Answers,
    ArticleList,
    Forgetting,
    LanguageChoice,
    Questions,
    Quotations,
    Reading,
    Timeline,
)
from bot.i18n import words
from bot.render.hints import not_yours, too_old
from bot.telegram.buttons import read_press
from bot.telegram.context import Context
from bot.telegram.handlers import answered, language, own_data, quotes, sources, start, timeline
from bot.telegram.handlers.message import Handler
from bot.telegram.handlers.pressed import Pressed, answer


def handlers() -> list[Handler]:
    return [CallbackQueryHandler(press)]


async def press(update: Update, context: Context) -> None:
    query = update.callback_query
    if query is None:
        raise ValueError(f"update {update.update_id} is no button")
    own = words(query.from_user.language_code)
    button = read_press(query.data)
    # A message too old for Telegram to hand it over can't be edited either.
    message = query.message if isinstance(query.message, Message) else None
    kept = context.replies.find(message.chat_id, button.name) if message and button else None
    if kept is None or button is None or message is None:
        await answer(query, too_old(own))
        return
    pressed = Pressed(button.verb, button.name, button.page, message, own, query, kept.reader)
    match kept.reply:
        case Answers() if button.verb in answered.VOTES:
            await answered.turn(pressed, kept.reply, context)
        case Questions():
            await start.begin(update, pressed, kept.reply, context)
        case _ if message.chat.type != ChatType.PRIVATE and kept.reader not in {None, query.from_user.id}:
            await pressed.answer(not_yours(own))
        case Answers():
            await answered.turn(pressed, kept.reply, context)
        case reply:
            await pressed.answer()
            await _turn(pressed, reply, context)


async def _turn(
    pressed: Pressed,
    reply: Quotations | Timeline | ArticleList | Reading | Forgetting | LanguageChoice,
    context: Context,
) -> None:
    match reply:
        case Quotations():
            await quotes.turn(pressed, reply, context)
        case Timeline():
            await timeline.turn(pressed, reply, context)
        case ArticleList():
            await sources.turn(pressed, context)
        case Reading():
            await sources.read(pressed, reply, context)
        case Forgetting():
            await own_data.forget_or_keep(pressed, context)
        case LanguageChoice():
            await language.choose(pressed, reply, context)
