"""Questions: /ask, any text in a private chat, and in a group what is said to the bot."""

from __future__ import annotations

import re
from gettext import NullTranslations

from telegram import InlineKeyboardMarkup, Message, Update
from telegram.ext import filters

from bot.chats.last_exchanges import Place
from bot.render.answer import answers_html, count_other_wordings
from bot.render.hints import ask_how, only_so_many
from bot.render.split import split
from bot.service import Asker
from bot.telegram.context import Context
from bot.telegram.delivery import deliver, typing
from bot.telegram.handlers.message import Handler, message_of, on_command, on_message, reader_words
from bot.telegram.wording_button import wording_button
from corpus.models import Corpus
from retrieval.answer import Answer
from retrieval.followup import Exchange, exchange_of
from retrieval.message import MOST_QUESTIONS, split_questions

_COMMAND = re.compile(r"/\w+(@\w+)?")


class _SaidToTheBot(filters.MessageFilter):
    """A mention of the bot, or a reply to one of its messages."""

    def filter(self, message: Message) -> bool:
        name = f"@{message.get_bot().username}".casefold()
        mentions = message.parse_entities(["mention"]).values()
        return any(text.casefold() == name for text in mentions) or replied_to(message) is not None


def handlers() -> list[Handler]:
    to_the_bot = filters.ChatType.PRIVATE | _SaidToTheBot()
    return [on_command("ask", ask), on_message(filters.TEXT & ~filters.COMMAND & to_the_bot, ask)]


async def ask(update: Update, context: Context) -> None:
    message = message_of(update)
    words = reader_words(message)
    text = question_in(message)
    if not text:
        await deliver(message, ask_how(words))
        return
    asker = Asker(
        uid=f"{context.via}:{context.bot.id}:{update.update_id}",
        via=context.via,
        command="ask",
        chat_id=message.chat_id,
        user_id=message.from_user.id if message.from_user else None,
    )
    place, questions = place_of(message), split_questions(text)
    previous = context.exchanges.recall(place, replied_to(message))
    async with typing(message):
        answers = await context.talks.ask_all(questions[:MOST_QUESTIONS], asker, previous)
    reply = answers_html(answers, context.talks.corpus, words)
    if len(questions) > MOST_QUESTIONS:
        reply += "\n\n" + only_so_many(MOST_QUESTIONS, words)
    sent = await deliver(message, reply, _button(context, message.chat_id, answers, words))
    if exchange := _last(answers) or previous:
        context.exchanges.remember(place, exchange, [part.message_id for part in sent])


def question_in(message: Message) -> str:
    """The text without the command and without the bot's name."""
    text = message.text or ""
    if command := _COMMAND.match(text):
        text = text[command.end() :]
    text = re.sub(rf"@{re.escape(message.get_bot().username)}\b", "", text, flags=re.IGNORECASE)
    return text.strip(" ,:\n")


def replied_to(message: Message) -> int | None:
    """The number of the bot's message that this one replies to."""
    said = message.reply_to_message
    return said.message_id if said and said.from_user and said.from_user.id == message.get_bot().id else None


def place_of(message: Message) -> Place:
    # Whoever writes in a chat's name can't be told from others who do.
    reader = message.from_user.id if message.from_user and not message.sender_chat else None
    return Place(message.chat_id, message.message_thread_id if message.is_topic_message else None, reader)


def _last(answers: tuple[Answer, ...]) -> Exchange | None:
    return next((exchange for answer in reversed(answers) if (exchange := exchange_of(answer))), None)


def _button(
    context: Context, chat: int, answers: tuple[Answer, ...], words: NullTranslations
) -> InlineKeyboardMarkup | None:
    """Only under a reply that unfolds within one message: of several, Telegram edits each by itself."""
    wordings = count_other_wordings(answers)
    if not wordings or not fits_unfolded(answers, context.talks.corpus, words):
        return None
    return wording_button(context.replies.keep(chat, answers), wordings, words, unfolded=False)


def fits_unfolded(answers: tuple[Answer, ...], corpus: Corpus, words: NullTranslations) -> bool:
    return len(split(answers_html(answers, corpus, words, unfolded=True))) == 1
