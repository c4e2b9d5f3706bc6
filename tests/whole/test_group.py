"""Does the bot answer in a group where it is asked, and is silent where it isn't?"""

from __future__ import annotations

import pytest

from tests.whole.conftest import Bot

pytestmark = pytest.mark.asyncio(loop_scope="module")

BRUSSELS = "A meeting of the NATO-Russia Council is scheduled in Brussels on Wednesday"


@pytest.mark.parametrize("chat_type", ["group", "supergroup"])
@pytest.mark.parametrize(
    "text",
    [
        "@talks_bot what is planned in Brussels?",
        "@TALKS_BOT: what is planned in Brussels?",
        "what is planned in Brussels, @talks_bot?",
        "/ask what is planned in Brussels?",
        "/ask@talks_bot what is planned in Brussels?",
    ],
)
async def test_a_question_to_the_bot_is_answered_as_a_reply(bot: Bot, chat_type: str, text: str) -> None:
    group = bot.chat(group=True)
    number = await group.write(text, chat_type=chat_type)
    reply = await group.reply()
    assert BRUSSELS in reply["text"]
    assert reply["reply_to_message"]["message_id"] == number


async def test_between_readers_the_bot_is_silent(bot: Bot) -> None:
    group, before = bot.chat(group=True), len(bot.rows())
    for text in (
        "Who leads the Russian side?",
        "mail me at me@talks_bot.example",
        "@talks_bott who leads?",
        "/ask@other_bot who leads?",
        "/nonsense",
        "talks_bot",
    ):
        await group.write(text, "first reader")
    number = await group.write("@talks_bot who is chess champion?", "second reader")
    reply = await group.reply()
    assert reply["text"].startswith("The articles don’t tell.")
    assert reply["reply_to_message"]["message_id"] == number
    assert len(bot.rows()) == before + 1


async def test_a_reply_to_the_bot_is_a_question(bot: Bot) -> None:
    group = bot.chat(group=True)
    await group.write("/ask Who leads the Russian side?", "first reader")
    said = await group.reply()
    number = await group.write("what is planned in Brussels?", "second reader", reply_to=said["message_id"])
    reply = await group.reply()
    assert BRUSSELS in reply["text"]
    assert reply["reply_to_message"]["message_id"] == number
    later, earlier = bot.rows(2)
    assert later.chat == earlier.chat
    assert later.user != earlier.user


@pytest.mark.parametrize("text", ["/ask", "@talks_bot", "@talks_bot ,"])
async def test_a_call_without_a_question_is_told_how(bot: Bot, text: str) -> None:
    assert await bot.chat(group=True).ask(text) == "Ask like this: /ask Who leads the Russian side?"


async def test_nothing_was_sent_that_telegram_would_refuse(bot: Bot) -> None:
    assert (await bot.stats())["rejected"] == []
