"""/sources: which articles are there, and what does one of them say? A page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.chats.replies import ArticleList, Reading
from bot.render.sources import A_PAGE, article_pages, count_pages, on_page, sources_html
from bot.telegram.buttons import page_row, write_press
from bot.telegram.context import Context
from bot.telegram.delivery import deliver
from bot.telegram.handlers.message import Handler, message_of, on_command, reader_of, reader_words
from bot.telegram.handlers.pressed import Pressed

PAGE, READ, BACK = "l", "r", "b"
A_ROW = 4


def handlers() -> list[Handler]:
    return [on_command("sources", sources)]


async def sources(update: Update, context: Context) -> None:
    message = message_of(update)
    words, newest = reader_words(message), await context.talks.newest()
    name = context.replies.keep(message.chat_id, ArticleList(), reader_of(message))
    markup = sources_html(context.talks.corpus, newest, 0, words)
    await deliver(message, markup, _keyboard(name, newest, 0, words))


async def turn(pressed: Pressed, context: Context) -> None:
    """To another page of the list, or to an article of it."""
    newest, corpus = await context.talks.newest(), context.talks.corpus
    if pressed.verb == READ and pressed.page < len(newest):
        article_id = corpus.articles[newest[pressed.page]].id
        reply = Reading(article_id, pressed.page, pressed.name)
        name = context.replies.keep(pressed.message.chat_id, reply, pressed.reader)
        await _show_article(pressed, name, reply, 0, context)
        return
    await _show_list(pressed, pressed.name, pressed.page, context)


async def read(pressed: Pressed, reply: Reading, context: Context) -> None:
    """To another page of an article, or back to the list."""
    if pressed.verb == BACK:
        await _show_list(pressed, reply.back, reply.place // A_PAGE, context)
    else:
        await _show_article(pressed, pressed.name, reply, pressed.page, context)


async def _show_list(pressed: Pressed, name: str, page: int, context: Context) -> None:
    newest, corpus = await context.talks.newest(), context.talks.corpus
    page = min(page, max(0, count_pages(newest) - 1))
    markup = sources_html(corpus, newest, page, pressed.words)
    await pressed.edit(markup, _keyboard(name, newest, page, pressed.words))


async def _show_article(pressed: Pressed, name: str, reply: Reading, page: int, context: Context) -> None:
    corpus, words = context.talks.corpus, pressed.words
    article, number = corpus.article(reply.article_id), reply.place + 1
    pages = await context.talks.work(lambda: article_pages(article, number, corpus, words))
    page = min(page, len(pages) - 1)
    back = InlineKeyboardButton(words.gettext("All articles"), callback_data=write_press(BACK, name))
    await pressed.edit(pages[page], InlineKeyboardMarkup([*_rows(page_row(PAGE, name, page, len(pages))), [back]]))


def _keyboard(name: str, newest: Sequence[int], page: int, words: NullTranslations) -> InlineKeyboardMarkup | None:
    first = page * A_PAGE
    label = words.gettext("Read [{number}]") if len(newest) <= A_ROW else "[{number}]"
    keys = [
        InlineKeyboardButton(label.format(number=place + 1), callback_data=write_press(READ, name, place))
        for place in range(first, first + len(on_page(newest, page)))
    ]
    rows = [keys[at : at + A_ROW] for at in range(0, len(keys), A_ROW)]
    rows += _rows(page_row(PAGE, name, page, count_pages(newest)))
    return InlineKeyboardMarkup(rows) if rows else None


def _rows(row: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    return [row] if row else []
