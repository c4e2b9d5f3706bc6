"""A link was followed: the passage, the quote or the event that it leads to."""

from __future__ import annotations

from gettext import NullTranslations

from telegram import Message

from bot.chats.replies import Answers
from bot.i18n import language_of
from bot.render.hints import gone
from bot.render.linked import event_html, quote_html
from bot.telegram.answer_view import AnswerView, At
from bot.telegram.context import Context
from bot.telegram.deep_links import Linked
from bot.telegram.delivery import deliver
from bot.telegram.handlers.message import reader_of
from corpus.models import Citation
from retrieval.answer import Answer, CitedPassage


async def show_linked(message: Message, linked: Linked, words: NullTranslations, context: Context) -> None:
    corpus, citation = context.talks.corpus, linked.citation
    match linked.kind:
        case "passage":
            await _show_passage(message, citation, words, context)
            return
        case "quote":
            markup = await context.talks.work(lambda: quote_html(citation, corpus, words))
        case "event":
            event = await context.talks.event_at(citation)
            markup = event_html(event, corpus, words) if event else None
    await deliver(message, markup or gone(words))


async def _show_passage(message: Message, citation: Citation, words: NullTranslations, context: Context) -> None:
    """With what stands around it: nobody has asked, so nothing else tells what it is about."""
    corpus = context.talks.corpus
    hit = CitedPassage(1, 0.0, corpus.passage_at(citation), citation)
    reply = Answers((Answer("", "answered", hits=(hit,)),), language=language_of(words))
    view, at = AnswerView(reply, corpus, words, context.bot.username), At(0, "context")
    name = context.replies.keep(message.chat_id, reply, reader_of(message))
    await deliver(message, view.html(at), view.keyboard(name, at))
