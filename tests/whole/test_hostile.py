"""Whatever a reader writes: is there one reply that Telegram accepts, and a row for each question?"""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.i18n import words
from bot.render.hints import ask_how, no_such_command
from retrieval.message import MOST_QUESTIONS, split_questions
from tests.whole.conftest import BOTH, Bot

pytestmark = [pytest.mark.asyncio(loop_scope="module"), BOTH]

NO_QUESTIONS = {ask_how(words(None)), no_such_command(words(None))}
LIMIT = 4096
"""UTF-16 units of a message."""

WRITTEN = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
MARKUP = st.lists(
    st.sampled_from(["<b>", "</b>", "&amp;", "&", "<", ">", "<a href='", "<!--", "_*`[", "talks", "Geneva", " ", "\n"]),
    min_size=1,
    max_size=60,
).map("".join)
LONG = st.tuples(
    st.sampled_from(["x", "ß", "Ж", "😀", "\u0301", "\u202e", "Geneva ", "<"]), st.integers(100, LIMIT)
).map(lambda pair: (pair[0] * pair[1])[: LIMIT // 2])
PREFIX = st.sampled_from(["", "", "/ask ", "/ask@talks_bot ", "@talks_bot ", "/"])


@settings(max_examples=50, deadline=None)
@given(PREFIX, WRITTEN | MARKUP | LONG)
@example("", "Why?")
@example("", "Who is it?")
@example("", "А чому?")
@example("", "😀👍🏽👨‍👩‍👧🇺🇦")
@example("", "a\x00b\x07\x1b[31m")
@example("", "\u202eإلى أين تذهب المحادثات؟\u2066 \u200f")
@example("", "<b>&amp;<script>")
@example("", "'; DROP TABLE queries; --")
@example("", "x" * LIMIT)
@example("", "Geneva " * (LIMIT // 7))
@example("", "😀" * (LIMIT // 2))
@example("/ask ", "/ask /ask @talks_bot")
@example("", "Who leads the <b>Russian</b> side & why?")
@example("", "&lt;b&gt; \\u0041 %s {0} ${HOME}")
async def test_every_text_has_a_reply(bot: Bot, prefix: str, text: str) -> None:
    before, chat = len(bot.rows()), bot.chat()
    response = await chat.try_to_write(prefix + text)
    if response.status_code == 400:  # Telegram would not let a reader send this
        return
    reply = await chat.reply()
    assert reply["text"].strip()
    asked = 0 if reply["text"] in NO_QUESTIONS else min(MOST_QUESTIONS, len(split_questions(text)))
    assert len(bot.rows()) == before + asked
    assert (await bot.stats())["rejected"] == []


async def test_lone_surrogates_are_not_sent(bot: Bot) -> None:
    chat = bot.chat()
    body = b'{"chat": %d, "user": {"id": 1, "first_name": "Ann"}, "text": "\\ud800"}' % chat.number
    response = await bot.http.post("/user/send", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 400
    assert response.json()["error"]
    assert await chat.messages() == []
