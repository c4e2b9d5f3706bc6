"""@bot and a question, in any chat: passages to send. Only the one that is sent is logged."""

from __future__ import annotations

import logging
from dataclasses import replace
from gettext import NullTranslations

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ChosenInlineResultHandler, InlineQueryHandler

from bot.render.inline import Offer, offers
from bot.service import Asker
from bot.telegram.context import Context
from bot.telegram.deep_links import write_link, write_payload
from bot.telegram.handlers.message import Handler, uid_of
from bot.telegram.opening import find_opening_for
from bot.telegram.reply_language import words_for_question
from retrieval.answer import Answer

logger = logging.getLogger(__name__)

CACHED = 300
"""Seconds in which Telegram answers the same query itself."""
NOTHING = "nothing"
"""The result that says so."""


def handlers() -> list[Handler]:
    return [InlineQueryHandler(offer), ChosenInlineResultHandler(chosen)]


async def offer(update: Update, context: Context) -> None:
    """Nothing typed yet: the answers to the questions that one can begin with."""
    query = update.inline_query
    if query is None:
        raise ValueError(f"update {update.update_id} is no inline query")
    own, corpus = words_for_question(query.from_user, query.query, context.talks), context.talks.corpus
    found = [offered for answer in await _answers(query.query, own, context) for offered in offers(answer, corpus, own)]
    unlike = {_result_id(offered): offered for offered in found}
    label = own.gettext("Read in context")
    results = [_result(name, offered, label, context.bot.username) for name, offered in unlike.items()]
    try:
        await query.answer(results, cache_time=CACHED, is_personal=True)
    except BadRequest as error:
        # While the bot was away, or already typed on.
        logger.info("An inline query was answered too late: %s", error.message)


async def chosen(update: Update, context: Context) -> None:
    """Log what was sent: which chat it went to, Telegram tells nobody."""
    result = update.chosen_inline_result
    if result is None:
        raise ValueError(f"update {update.update_id} is no chosen result")
    user, own = result.from_user.id, words_for_question(result.from_user, result.query, context.talks)
    asker = Asker(uid_of(update, context), context.via, "inline", user, user)
    for answer in await _answers(result.query, own, context):
        if result.result_id == NOTHING and not answer.hits:
            await context.talks.record(answer, asker)
            return
        for hit in answer.hits:
            if write_payload("passage", hit.citation) == result.result_id:
                left = tuple(other for other in answer.hits if other is not hit)
                await context.talks.record(replace(answer, hits=(hit,), candidates=left), asker)
                return


async def _answers(typed: str, own: NullTranslations, context: Context) -> list[Answer]:
    questions = (typed,) if typed.strip() else (await find_opening_for(own, context.talks)).questions
    return [await context.talks.ask(question) for question in questions]


def _result_id(offered: Offer) -> str:
    """The same passage has the same, whoever asks for it and however often."""
    return write_payload("passage", offered.citation) if offered.citation else NOTHING


def _result(name: str, offered: Offer, label: str, bot_name: str) -> InlineQueryResultArticle:
    keyboard = None
    if offered.citation:
        link = write_link(bot_name, "passage", offered.citation)
        keyboard = InlineKeyboardMarkup.from_button(InlineKeyboardButton(label, url=link))
    no_preview = LinkPreviewOptions(is_disabled=True)
    content = InputTextMessageContent(offered.markup, ParseMode.HTML, link_preview_options=no_preview)
    return InlineQueryResultArticle(
        name, offered.title, content, reply_markup=keyboard, description=offered.description or None
    )
