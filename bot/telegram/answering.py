"""How is a question asked, and its answer sent, or put in the place of an earlier one?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from gettext import NullTranslations

from telegram import InlineKeyboardMarkup, Message

from bot.chats.last_exchanges import Place
from bot.chats.replies import Answers
from bot.chats.sent import Sent
from bot.i18n import language_of
from bot.render.split import split
from bot.service import Asker
from bot.telegram.answer_view import AnswerView, At
from bot.telegram.context import Context
from bot.telegram.delivery import deliver, typing
from bot.telegram.files import replace_text
from retrieval.followup import Exchange


@dataclass(frozen=True, slots=True)
class Asking:
    text: str
    message: Message
    """Where it is answered."""
    asker: Asker
    place: Place
    words: NullTranslations
    previous: Exchange | None = None
    number: int | None = None
    """Of the message that asks it, where that is another one."""
    is_titled: bool = False
    """Whether the question stands above its answer."""


async def answer(asking: Asking, context: Context, before: Sent | None = None) -> tuple[int, ...]:
    """The numbers of the messages that answer it; `before` are those that did until it was edited."""
    async with typing(asking.message):
        answered = await context.talks.ask_all(asking.text, asking.asker, asking.previous)
    answers, is_cut = answered.answers, answered.is_cut
    uids = tuple(asking.asker.numbered(number).uid for number in range(1, len(answers) + 1))
    reply = Answers.shown(answers, uids, language_of(asking.words), is_titled=asking.is_titled, is_cut=is_cut)
    view = AnswerView(reply, context.talks.corpus, asking.words, context.bot.username)
    markup = view.html(At())
    if len(split(markup)) > 1:
        view = replace(view, reply=replace(reply, is_whole=False))
    name = context.replies.keep(asking.place.chat, view.reply, asking.place.reader)
    sent = await _send(asking, markup, view.keyboard(name, At()), before)
    if sent:
        context.talks.delivered(asking.asker, len(answers))
    if answered.exchange:
        context.exchanges.remember(asking.place, answered.exchange, sent)
    return sent


async def _send(
    asking: Asking, markup: str, keyboard: InlineKeyboardMarkup | None, before: Sent | None
) -> tuple[int, ...]:
    """What was sent in one message, and is again, stays where it is."""
    message = asking.message
    if before and len(before.messages) == 1 and len(split(markup)) == 1:
        [number] = before.messages
        if await replace_text(message, number, markup, keyboard):
            return before.messages
    return tuple(part.message_id for part in await deliver(message, markup, keyboard, asking.number))
