"""How is a question asked, and its answer sent, or put in the place of an earlier one?"""

from __future__ import annotations

from collections.abc import Sequence
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
from retrieval.answer import Answer
from retrieval.followup import Exchange, exchange_of
from retrieval.message import MOST_QUESTIONS, split_questions


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
    questions = split_questions(asking.text)
    async with typing(asking.message):
        answers = await context.talks.ask_all(questions[:MOST_QUESTIONS], asking.asker, asking.previous)
    uids = tuple(asking.asker.numbered(number).uid for number in range(1, len(answers) + 1))
    reply = Answers.shown(
        answers, uids, language_of(asking.words), is_titled=asking.is_titled, is_cut=len(questions) > MOST_QUESTIONS
    )
    view = AnswerView(reply, context.talks.corpus, asking.words, context.bot.username)
    markup = view.html(At())
    if len(split(markup)) > 1:
        view = replace(view, reply=replace(reply, is_whole=False))
    name = context.replies.keep(asking.place.chat, view.reply, asking.place.reader)
    sent = await _send(asking, markup, view.keyboard(name, At()), before)
    if sent:
        context.talks.delivered(asking.asker, len(answers))
    if exchange := _last(answers) or asking.previous:
        context.exchanges.remember(asking.place, exchange, sent)
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


def _last(answers: Sequence[Answer]) -> Exchange | None:
    return next((exchange for answer in reversed(answers) if (exchange := exchange_of(answer))), None)
