"""/timeline: what happens when? A picture, and the text with its sources beneath it, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Self

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.chats.replies import Timeline
from bot.i18n import language_of
from bot.i18n import words as words_in
from bot.picture import draw
from bot.picture.alt import alt_text
from bot.render.event_notes import left_out_html, no_event_html
from bot.render.ics import can_write_ics, ics
from bot.render.quotes import unread_html
from bot.render.timeline import timeline_html, why_html
from bot.render.timeline_pages import Page, turn_pages
from bot.render.timelinejs import timelinejs
from bot.service import Asker, TalksService
from bot.telegram.buttons import page_row, write_press
from bot.telegram.context import Context
from bot.telegram.deep_links import write_share
from bot.telegram.delivery import deliver, typing
from bot.telegram.files import replace_picture, send_file, send_picture
from bot.telegram.handlers.message import Handler, asker_of, message_of, on_command, reader_of, text_in
from bot.telegram.handlers.pressed import Pressed
from bot.telegram.reply_language import words_for_filter
from retrieval.listing import EventList

PAGE, UNFOLD, WHY, CALENDAR, SLIDES = "t", "u", "y", "i", "j"


def handlers() -> list[Handler]:
    return [on_command("timeline", timeline)]


async def timeline(update: Update, context: Context) -> None:
    message = message_of(update)
    typed = text_in(message)
    words = words_for_filter(message.from_user, typed, context.talks)
    asker = asker_of(update, context, "timeline")
    async with typing(message):
        shown = await _Shown.of(typed, words, context, asker)
        png = None if shown.is_only_unread else await shown.draw(0)
    picture = await send_picture(message, png, shown.caption(0)) if png else None
    reply = Timeline(typed, picture.message_id if picture else None, language_of(words))
    name = context.replies.keep(message.chat_id, reply, reader_of(message))
    if await deliver(message, shown.text(0), shown.keyboard(name, 0)):
        context.talks.delivered(asker, 1)


async def turn(pressed: Pressed, reply: Timeline, context: Context) -> None:
    """To another page or its reasons, or the events as a file."""
    words = words_in(reply.language)
    shown = await _Shown.of(reply.typed, words, context)
    number = min(pressed.page, len(shown.pages) - 1)
    match pressed.verb:
        case "i" if content := await shown.calendar():
            await send_file(pressed.message, content, "talks.ics")
        case "j":
            await send_file(pressed.message, await shown.slides(), "timelinejs.json")
        case "y":
            back = InlineKeyboardButton(words.gettext("Back"), callback_data=write_press(UNFOLD, pressed.name, number))
            await pressed.edit(why_html(shown.pages[number], words), InlineKeyboardMarkup.from_button(back))
        case "t" | "u":
            await pressed.edit(shown.text(number), shown.keyboard(pressed.name, number))
            if pressed.verb == PAGE and reply.picture and (png := await shown.draw(number)):
                await replace_picture(pressed.message, reply.picture, png, shown.caption(number))


@dataclass(frozen=True, slots=True)
class _Shown:
    """A list of events as this reader sees it."""

    listed: EventList
    pages: Sequence[Page]
    words: NullTranslations
    talks: TalksService
    bot_name: str

    @classmethod
    async def of(cls, typed: str, words: NullTranslations, context: Context, asker: Asker | None = None) -> Self:
        listed = await context.talks.timeline(typed, asker)
        pages = await context.talks.work(lambda: turn_pages(listed.found, context.talks.corpus, words))
        return cls(listed, pages, words, context.talks, context.bot.username)

    def text(self, number: int) -> str:
        corpus = self.talks.corpus
        events = (
            timeline_html(self.pages[number], corpus, self.words)
            if self.pages
            else no_event_html(self.listed, corpus, self.words)
        )
        notes = unread_html(self.listed.wanted, self.words), left_out_html(self.listed, self.words)
        return "\n\n".join(filter(None, (*notes, events)))

    @property
    def is_only_unread(self) -> bool:
        """Days were asked for that can't be read, and nothing else: a picture of all days would be none of them."""
        wanted = self.listed.wanted
        return bool(wanted.unread) and wanted.lets_all_through

    def caption(self, number: int) -> str:
        return alt_text(self.pages[number], self.words)

    async def draw(self, number: int) -> bytes | None:
        """None where there is nothing to draw, or nothing to draw with."""
        return await self.talks.work(lambda: draw(self.pages[number], self.words)) if self.pages else None

    async def calendar(self) -> bytes | None:
        return await self.talks.work(lambda: ics(self.listed.found, self.talks.corpus, self.words))

    async def slides(self) -> bytes:
        found = await self.talks.work(lambda: timelinejs(self.listed.found, self.talks.corpus, self.words))
        return json.dumps(found, ensure_ascii=False, indent=2).encode()

    def keyboard(self, name: str, number: int) -> InlineKeyboardMarkup | None:
        if not self.pages:
            return None
        why = InlineKeyboardButton(self.words.gettext("Why these dates?"), callback_data=write_press(WHY, name, number))
        slides = InlineKeyboardButton("TimelineJS", callback_data=write_press(SLIDES, name))
        calendar = InlineKeyboardButton(".ics", callback_data=write_press(CALENDAR, name))
        planned = any(event.status == "planned" and event.grain == "day" for event in self.listed.found)
        turning = page_row(PAGE, name, number, len(self.pages))
        row = [why, *([calendar] if planned and can_write_ics() else []), slides]
        if len(self.listed.found) == 1:
            link = write_share(self.bot_name, "event", self.listed.found[0].mentions[0].citation)
            row.append(InlineKeyboardButton(self.words.gettext("Share"), url=link))
        return InlineKeyboardMarkup([turning, row] if turning else [row])
