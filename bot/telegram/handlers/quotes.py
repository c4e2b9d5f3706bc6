"""/quotes: who said what? By speaker, words and days, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.chats.replies import Quotations
from bot.i18n import language_of
from bot.i18n import words as words_in
from bot.render.quotes import Page, label_speaker, not_found_html, overview_html, page_html, turn_pages, unread_html
from bot.render.shorten import shorten
from bot.service import Asker
from bot.telegram.buttons import page_row, write_press
from bot.telegram.context import Context
from bot.telegram.deep_links import write_share
from bot.telegram.delivery import deliver, typing
from bot.telegram.handlers.message import Handler, asker_of, message_of, on_command, reader_of, text_in
from bot.telegram.handlers.pressed import Pressed
from bot.telegram.reply_language import words_for_filter
from corpus.models import Speaker
from retrieval.listing import QuoteList
from retrieval.quote_book import QuoteBook

PAGE, SPEAKER, NEAREST, BACK = "q", "s", "n", "b"
SPEAKERS = 10
"""Buttons under the list; whoever else is quoted is found by name."""
A_ROW = 2
LONGEST_LABEL = 40

Shown = tuple[str, InlineKeyboardMarkup | None]


def handlers() -> list[Handler]:
    return [on_command("quotes", quotes)]


async def quotes(update: Update, context: Context) -> None:
    message = message_of(update)
    typed = text_in(message)
    words = words_for_filter(message.from_user, typed, context.talks)
    asker = asker_of(update, context, "quotes")
    async with typing(message):
        listed, reply = await _list(Quotations(typed, language=language_of(words)), context, asker)
        name = context.replies.keep(message.chat_id, reply, reader_of(message))
        shown = await context.talks.work(lambda: _show(name, reply, listed, 0, context.bot.username))
    if await deliver(message, *shown):
        context.talks.delivered(asker, 1)


async def turn(pressed: Pressed, reply: Quotations, context: Context) -> None:
    """To another page, to a speaker of the list, or back to it."""
    listed, chat = await context.talks.quotes(reply.typed), pressed.message.chat_id
    name, page = pressed.name, pressed.page
    above = context.replies.find(chat, reply.back) if reply.back else None
    if pressed.verb == BACK and reply.back and above and isinstance(above.reply, Quotations):
        name, reply, page = reply.back, above.reply, 0
        listed = await context.talks.quotes(reply.typed)
    elif chosen := _chosen(pressed, listed):
        back = name if pressed.verb == SPEAKER else None
        listed, reply = await _list(Quotations(chosen.name, back, reply.language), context)
        name, page = context.replies.keep(chat, reply, pressed.reader), 0
    await pressed.edit(*await context.talks.work(lambda: _show(name, reply, listed, page, context.bot.username)))


async def _list(reply: Quotations, context: Context, asker: Asker | None = None) -> tuple[QuoteList, Quotations]:
    """What a new reply lists; the reply remembers how that stands on pages."""
    listed = await context.talks.quotes(reply.typed, asker)
    if listed.wanted.is_empty:
        return listed, reply
    pages = await context.talks.work(lambda: _pages(reply, listed))
    return listed, replace(reply, sizes=bytes(map(len, pages)))


def _pages(reply: Quotations, listed: QuoteList) -> Sequence[Page]:
    return turn_pages(listed.book, listed.found, words_in(reply.language), reply.sizes)


def _chosen(pressed: Pressed, listed: QuoteList) -> Speaker | None:
    """Whose button it was, in the list of speakers or among the nearest names."""
    offered = {SPEAKER: [quoted.speaker for quoted in listed.book.speakers], NEAREST: listed.nearest}
    speakers = offered.get(pressed.verb, ())
    return speakers[pressed.page] if pressed.page < len(speakers) else None


def _show(name: str, reply: Quotations, listed: QuoteList, page: int, bot_name: str) -> Shown:
    words = words_in(reply.language)
    unread = unread_html(listed.wanted, words)
    note = f"{unread}\n\n" if unread else ""
    if listed.wanted.is_empty:
        return overview_html(listed.book, words), _speakers(name, listed.book)
    if not listed.found:
        return note + not_found_html(listed, words), _nearest(name, listed)
    pages = _pages(reply, listed)
    page = min(page, len(pages) - 1)
    rows = [page_row(PAGE, name, page, len(pages))]
    if len(pages) == len(pages[0]) == 1:
        link = write_share(bot_name, "quote", pages[0][0].quote.citation)
        rows.append([InlineKeyboardButton(words.gettext("Share"), url=link)])
    if reply.back:
        label = words.gettext("All speakers")
        rows.append([InlineKeyboardButton(label, callback_data=write_press(BACK, name))])
    keyboard = InlineKeyboardMarkup(rows) if any(rows) else None
    return note + page_html(listed.book, listed.found, pages, page + 1, words), keyboard


def _speakers(name: str, book: QuoteBook) -> InlineKeyboardMarkup | None:
    buttons = [
        InlineKeyboardButton(label_speaker(quoted), callback_data=write_press(SPEAKER, name, number))
        for number, quoted in enumerate(book.speakers[:SPEAKERS])
    ]
    return InlineKeyboardMarkup([buttons[at : at + A_ROW] for at in range(0, len(buttons), A_ROW)]) if buttons else None


def _nearest(name: str, listed: QuoteList) -> InlineKeyboardMarkup | None:
    buttons = [
        InlineKeyboardButton(shorten(speaker.name, LONGEST_LABEL), callback_data=write_press(NEAREST, name, number))
        for number, speaker in enumerate(listed.nearest)
    ]
    return InlineKeyboardMarkup.from_column(buttons) if buttons else None
