"""What does a reader see in the first minutes, and what does the log keep of it?"""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest

from bot.telegram import rate
from tests.whole.conftest import Bot, Json

pytestmark = pytest.mark.asyncio(loop_scope="module")

LED = "On the Russian side, the upcoming talks are being led by Deputy Foreign Minister Sergei Ryabkov."
FIRST = "“Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022"
SECOND = "Geneva talks hinge on Russia deescalating Ukraine threat · Sun 9 Jan 2022 (date inferred)"
HOW = "Ask like this: /ask Who leads the Russian side?"


def spans(message: Json, kind: str) -> list[str]:
    """What the entities of that kind cover."""
    units = message["text"].encode("utf-16-le")
    return [
        units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
        for entity in message.get("entities", ())
        if entity["type"] == kind
    ]


START = (
    "talks answers from news articles, in their own words. Where they don’t tell, it says so.\n"
    "2 articles, both of Sun 9 Jan 2022, on the talks planned in Geneva, Brussels and Vienna.\n"
    "Most quoted: Antony Blinken, Sergei Ryabkov.\n\n"
    "/timeline · /quotes · /sources · /help · /privacy"
)


@pytest.mark.parametrize("text", ["/start", "/start@talks_bot", "/START"])
async def test_start(bot: Bot, text: str) -> None:
    chat = bot.chat()
    await chat.write(text)
    reply = await chat.reply()
    assert reply["text"] == START
    questions = [button["text"] for [button] in reply["reply_markup"]["inline_keyboard"]]
    assert questions == ["What did Ryabkov say?", "Who leads the Russian side?", "When do the Geneva talks start?"]


async def test_a_link_that_leads_nowhere_says_so(bot: Bot) -> None:
    text = await bot.chat().ask("/start a-deep-link")
    assert text == f"What this link leads to is no longer in the articles.\n\n{START}"


async def test_help(bot: Bot) -> None:
    text = await bot.chat().ask("/help")
    assert text.startswith("Write a question: What is planned in Brussels?\n")
    for line in ("/quotes Ryabkov – who said what, by name, words or date", "/sources – the articles, to read"):
        assert line in text.splitlines()
    assert text.endswith("In any chat: type @talks_bot and a question.")


async def test_sources(bot: Bot) -> None:
    assert await bot.chat().ask("/sources") == f"2 articles\n[1] {FIRST}\n[2] {SECOND}"


@pytest.mark.parametrize("command", ["", "/ask ", "/ask@talks_bot ", "@talks_bot, "])
async def test_a_question_is_answered_with_a_passage_and_its_source(bot: Bot, command: str) -> None:
    chat = bot.chat()
    await chat.write(f"{command}Who leads the Russian side?")
    reply = await chat.reply()
    assert reply["text"] == f"{LED}\n[1] {FIRST}"
    assert spans(reply, "blockquote") == [LED]
    assert spans(reply, "bold") == ["Russian side", "led"]
    assert "reply_to_message" not in reply
    [row] = bot.rows(1)
    assert (row.via, row.command, row.question, row.outcome) == (
        "simulator",
        "ask",
        "Who leads the Russian side?",
        "answered",
    )
    assert [passage.citation["text"] for passage in row.shown if passage.cited] == [LED]


async def test_where_the_articles_do_not_tell_it_says_so(bot: Bot) -> None:
    text = await bot.chat().ask("What does Macron want?")
    assert text.startswith("The articles don’t tell. They don’t mention Macron. The newest of 2 is of Sun 9 Jan 2022.")
    [row] = bot.rows(1)
    assert (row.outcome, row.why["unknown"]) == ("no_answer", ["Macron"])
    assert not any(passage.cited for passage in row.shown)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("/ask", HOW),
        ("/ask@talks_bot", HOW),
        ("/ask  \n ,", HOW),
        ("@talks_bot", HOW),
        ("@Talks_Bot :", HOW),
        ("/nonsense", "There is no such command. /help shows what there is."),
        ("/start/help", None),
        ("?", None),
        ("😀", None),
        ("<b>&amp;</b>", None),
    ],
)
async def test_odd_messages(bot: Bot, text: str, reply: str | None) -> None:
    before = len(bot.rows())
    replied = await bot.chat().ask(text)
    assert len(bot.rows()) == before + (reply is None)
    assert replied == reply if reply else replied.startswith(("The articles don’t tell.", "talks answers"))


@pytest.mark.parametrize("text", ["", " \n", "x" * 4097])
async def test_what_telegram_would_not_send_is_not_sent(bot: Bot, text: str) -> None:
    assert (await bot.chat().try_to_write(text)).status_code == 400


async def test_an_edited_question_edits_its_answer(bot: Bot) -> None:
    chat = bot.chat()
    number = await chat.write("Who leads the Russian side?")
    first = await chat.reply()
    before = len(bot.rows())
    await chat.write("What does Macron want?", edit=number)
    second = await chat.reply()
    assert (second["message_id"], second["edited"]) == (first["message_id"], True)
    assert second["text"].startswith("The articles don’t tell. They don’t mention Macron.")
    assert len(bot.rows()) == before + 1
    assert bot.rows(1)[0].question == "What does Macron want?"


async def test_questions_in_a_row_are_answered_in_their_order(bot: Bot) -> None:
    chat = bot.chat()
    names = ["Macron", "Merkel", "Erdogan", "Trudeau"]
    for name in names:
        await chat.write(f"What does {name} want?")
    replies = [(await chat.reply())["text"] for _ in names]
    assert [f"mention {name}." in reply for name, reply in zip(names, replies, strict=True)] == [True] * 4
    assert [row.question for row in bot.rows(4)[::-1]] == [f"What does {name} want?" for name in names]
    assert len({row.uid for row in bot.rows(4)}) == len({row.chat for row in bot.rows(4)}) * 4
    assert all(later.at >= earlier.at for later, earlier in pairwise(bot.rows(4)))


async def test_the_row_is_in_the_log_before_the_reply_leaves(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "WAITS", ())
    chat = bot.chat()
    await bot.http.post("/faults", json={"method": "sendMessage", "share": 1, "kind": "502"})
    async with bot.waiting_for_call("sendMessage"):
        await chat.write("Who leads the other side?")
    [row] = bot.rows(1)
    assert row.question == "Who leads the other side?"
    await bot.http.delete("/faults")
    assert "Ryabkov" in await chat.ask("Who leads the Russian side?"), "the next one is answered as ever"


async def test_a_log_that_cannot_be_written_costs_nobody_the_answer(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    before = len(bot.rows())
    with closing(sqlite3.connect(bot.log_path, isolation_level=None, check_same_thread=False)) as other:
        # In a thread: the bot may be amid a transaction, which goes on in this loop.
        trigger = "CREATE TRIGGER full BEFORE INSERT ON queries BEGIN SELECT RAISE(FAIL, 'no more'); END"
        await asyncio.to_thread(other.execute, trigger)
        assert (await bot.chat().ask("Who leads the Russian side?")).startswith(LED)
        await asyncio.to_thread(other.execute, "DROP TRIGGER full")
    assert len(bot.rows()) == before
    [record] = [record for record in caplog.records if record.name == "bot.service"]
    assert (
        record.getMessage() == f"A question was answered, but not logged: The query log {bot.log_path} failed: no more."
    )


async def test_nothing_was_sent_that_telegram_would_refuse(bot: Bot) -> None:
    assert (await bot.stats())["rejected"] == []
