"""Do operators see how the bot is used, and nobody else?"""

from __future__ import annotations

import pytest

from bot.telegram.handlers import operators
from tests.whole.conftest import OPERATOR, Bot

pytestmark = pytest.mark.asyncio(loop_scope="module")

RUNS_IT = {"id": OPERATOR, "first_name": "Op"}


async def test_a_day_that_was_not_told_of_has_no_chart(bot: Bot) -> None:
    chat = bot.chat()
    await chat.write("/stats", user=RUNS_IT)
    assert (await chat.reply())["text"] == "The last 30 days (UTC)\nNothing was asked."
    await chat.write("/gaps", user=RUNS_IT)
    assert (await chat.reply())["text"] == "Nothing was asked in vain in the last 30 days."


async def test_operators_see_figures_and_gaps(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, chat = bot.chat(), bot.chat()
    for question in ("Who leads the Russian side?", "Who is chess champion?", "Who is <b>chess</b> champion?"):
        await reader.ask(question)
    await chat.write("/stats", user=RUNS_IT)
    picture = await chat.reply()
    assert picture["photo"]
    assert picture["caption"].splitlines()[:2] == [
        "The last 30 days (UTC)",
        "Questions: 3 · refused: 67% · disliked: 0",
    ]
    monkeypatch.setattr(operators, "draw_days", lambda *_: None)  # as without Pillow
    await chat.write("/stats", user=RUNS_IT)
    text = (await chat.reply())["text"]
    assert text.startswith(picture["caption"])
    assert text.endswith("\n█")
    await chat.write("/gaps", user=RUNS_IT)
    gaps = (await chat.reply())["text"].split("\n\n")
    assert gaps[0] == "Asked in vain in the last 30 days, the newest first"
    assert any("chess" in gap and "by 1 reader" in gap for gap in gaps[1:])


@pytest.mark.parametrize("command", ["/stats", "/gaps", "/stats@talks_bot"])
async def test_to_others_there_are_no_such_commands(bot: Bot, command: str) -> None:
    assert await bot.chat().ask(command) == await bot.chat().ask("/nothing")


async def test_in_a_group_operators_are_not_answered(bot: Bot) -> None:
    group = bot.chat(group=True)
    await group.write("/stats", user=RUNS_IT, chat_type="group")
    await group.write("/gaps", user=RUNS_IT, chat_type="group")
    assert (await group.ask("/ask Who leads the Russian side?")).startswith("On the Russian side")


async def test_nothing_was_sent_that_telegram_would_refuse(bot: Bot) -> None:
    assert (await bot.stats())["rejected"] == []
