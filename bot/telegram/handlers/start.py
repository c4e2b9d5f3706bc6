"""/start, /help and /about: what is this, with what can one begin, and where does a link lead?"""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot import __version__
from bot.chats.replies import Questions
from bot.render.help import help_html, how_html
from bot.render.hints import gone
from bot.render.start import start_html
from bot.service import Asker
from bot.telegram.answering import Asking, answer
from bot.telegram.buttons import write_press
from bot.telegram.context import Context
from bot.telegram.delivery import deliver
from bot.telegram.handlers.addressed import place_of
from bot.telegram.handlers.linked import show_linked
from bot.telegram.handlers.message import (
    Handler,
    message_of,
    on_command,
    reader_of,
    reader_words,
    text_in,
    uid_of,
)
from bot.telegram.handlers.pressed import Pressed
from bot.telegram.opening import find_opening_for

BEGIN = "o"


def handlers() -> list[Handler]:
    return [on_command("start", start), on_command("help", explain), on_command("about", tell)]


async def start(update: Update, context: Context) -> None:
    message = message_of(update)
    words, payload = reader_words(message), text_in(message)
    linked = context.links.find(payload) if payload else None
    if linked:
        await show_linked(message, linked, words, context)
        return
    opening = await find_opening_for(words, context.talks)
    markup = await context.talks.work(lambda: start_html(context.talks.corpus, opening.people, words))
    if payload:
        markup = f"{gone(words)}\n\n{markup}"
    name = context.replies.keep(message.chat_id, Questions(opening.questions), reader_of(message))
    keys = [
        InlineKeyboardButton(question, callback_data=write_press(BEGIN, name, number))
        for number, question in enumerate(opening.questions)
    ]
    await deliver(message, markup, InlineKeyboardMarkup.from_column(keys) if keys else None)


async def begin(update: Update, pressed: Pressed, reply: Questions, context: Context) -> None:
    """Ask the question on the button, for whoever pressed it."""
    await pressed.answer()
    message, user = pressed.message, pressed.query.from_user.id
    if pressed.page < len(reply.questions):
        asker = Asker(uid_of(update, context), context.via, "start", message.chat_id, user)
        place, question = place_of(message, user), reply.questions[pressed.page]
        await answer(Asking(question, message, asker, place, pressed.words, is_titled=True), context)


async def explain(update: Update, context: Context) -> None:
    message = message_of(update)
    await deliver(message, help_html(context.bot.username, reader_words(message)))


async def tell(update: Update, context: Context) -> None:
    message = message_of(update)
    words = reader_words(message)
    talks = context.talks
    told = await talks.work(lambda: how_html(talks.corpus, __version__, words, by_meaning=talks.by_meaning))
    await deliver(message, told)
