"""Does one question lead to the next: follow-ups, several at once, other wordings?"""

from __future__ import annotations

import asyncio

import pytest

from tests.whole.conftest import Bot, Chat, Json

pytestmark = pytest.mark.asyncio(loop_scope="module")

BRUSSELS = "A meeting of the NATO-Russia Council is scheduled in Brussels on Wednesday"
HERE = "“I don’t think we will see any breakthroughs in the coming week,” said the minister."
THERE = "“I don’t think we’re going to see any breakthroughs in the coming week,” Blinken said on CNN"


async def press(bot: Bot, chat: Chat, message: Json, label: str, reader: str = "Ann") -> str | None:
    """Press that button of the message; what Telegram shows then, above the chat."""
    keys = [button for row in message["reply_markup"]["inline_keyboard"] for button in row]
    [button] = [button for button in keys if button["text"] == label]
    order = {
        "chat": chat.number,
        "user": {"id": abs(chat.number) * 10_000 + sum(map(ord, reader)), "first_name": reader},
        "message_id": message["message_id"],
        "data": button["callback_data"],
    }
    response = await bot.http.post("/user/press", json=order)
    assert response.status_code == 200, response.text
    answer: str | None = response.json()["answer"]
    return answer


@pytest.mark.parametrize(
    ("questions", "about", "said"),
    [
        (("What did Ryabkov say?", "And in Vienna?"), "Ryabkov, Vienna", "Vienna"),
        (("What did Blinken say about breakthroughs?", "And about NATO?"), "Blinken, NATO", "NATO"),
        (("What is planned in Brussels?", "And in Vienna?", "When?"), "Vienna", "on Thursday"),
        (("Who leads the Russian side?", "/ask What did he rule out?"), "Ryabkov", "I can’t rule out anything"),
    ],
)
async def test_a_follow_up_leans_on_the_question_before(
    bot: Bot, questions: tuple[str, ...], about: str, said: str
) -> None:
    chat = bot.chat()
    replies = [await chat.ask(question) for question in questions]
    assert not replies[0].startswith("about:")
    assert replies[-1].startswith(f"about: {about}\n")
    assert said in replies[-1]
    [row] = bot.rows(1)
    assert (row.question, row.why["understood"]) == (questions[-1].removeprefix("/ask "), about)


async def test_a_new_topic_does_not(bot: Bot) -> None:
    chat = bot.chat()
    await chat.ask("What is planned in Brussels?")
    assert (await chat.ask("Who leads the Russian side?")).startswith("On the Russian side")


async def test_chats_are_not_mixed_up(bot: Bot) -> None:
    await bot.chat().ask("What is planned in Brussels?")
    assert (await bot.chat().ask("When?")).startswith("The articles don’t tell.")


async def test_in_a_group_a_reply_goes_on_from_the_message_replied_to(bot: Bot) -> None:
    group = bot.chat(group=True)
    await group.write("@talks_bot what is planned in Brussels?", "first reader")
    said = await group.reply()
    await group.write("and in Vienna?", "second reader")
    number = await group.write("When?", "second reader", reply_to=said["message_id"])
    reply = await group.reply()
    assert reply["text"].startswith(f"about: Brussels\n{BRUSSELS}")
    assert reply["reply_to_message"]["message_id"] == number
    assert (await group.ask("/ask when?", "third reader")).startswith("The articles don’t tell.")
    assert (await group.ask("/ask and in Vienna?", "first reader")).startswith("about: Vienna, planned\n")


async def test_several_questions_have_one_reply(bot: Bot) -> None:
    text = await bot.chat().ask("What is planned in Brussels? And in Vienna?")
    first, second = text.split("\n\nAnd in Vienna?\n")
    assert first.startswith(f"What is planned in Brussels?\n{BRUSSELS}")
    assert second.startswith("about: Vienna, planned\nThereafter there will be talks in Vienna on Thursday")
    later, earlier = bot.rows(2)
    assert [row.question for row in (earlier, later)] == ["What is planned in Brussels?", "And in Vienna?"]
    assert later.uid == f"{earlier.uid}/2"


async def test_a_question_about_the_bot_is_told_what_it_is(bot: Bot) -> None:
    text = await bot.chat().ask("How many articles do you have?")
    assert text.startswith("talks answers from news articles")
    assert "\n2 articles, both of Sun 9 Jan 2022" in text
    assert bot.rows(1)[0].outcome == "about"


async def test_the_other_wording_is_one_tap_away(bot: Bot) -> None:
    chat = bot.chat()
    await chat.write("Will there be breakthroughs in the coming week?")
    folded = await chat.reply()
    assert (THERE in folded["text"]) != (HERE in folded["text"])
    assert await press(bot, chat, folded, "Other wording") is None
    unfolded = await chat.reply()
    assert unfolded["message_id"] == folded["message_id"]
    assert THERE in unfolded["text"]
    assert HERE in unfolded["text"]
    await press(bot, chat, unfolded, "Less")
    again = await chat.reply()
    assert (again["text"], again["entities"]) == (folded["text"], folded["entities"])


async def test_votes_are_in_the_log_beside_the_answer(bot: Bot) -> None:
    group = bot.chat(group=True)
    await group.write("/ask Who leads the Russian side?")
    answer = await group.reply()
    assert await press(bot, group, answer, "👍") == "Noted. Thank you!"
    assert await press(bot, group, answer, "👍", "Ben") == "Noted. Thank you!"
    assert await press(bot, group, answer, "👎", "Ben") == "Noted. What was wrong?"
    assert await press(bot, group, await group.reply(), "Missed something", "Ben") == "Noted. Thank you!"
    [row] = bot.rows(1)
    assert row.feedback == {"up": 1, "down": 1, "reasons": ["missed something"]}


async def test_inline_only_what_is_sent_is_logged(bot: Bot) -> None:
    before, chat = len(bot.rows()), bot.chat(group=True)
    user = {"id": 5, "first_name": "Eve"}
    for typed in ("who", "who leads", "who leads the Russian side"):
        asked = await bot.http.post("/user/inline", json={"user": user, "query": typed})
    [result] = asked.json()["results"]
    assert "led by" in result["description"]
    assert len(bot.rows()) == before
    async with asyncio.timeout(10):
        sent = {"chat": chat.number, "user": user, "result_id": result["id"]}
        assert (await bot.http.post("/user/choose", json=sent)).status_code == 200
        while len(bot.rows()) == before:  # noqa: ASYNC110 - the log tells nobody
            await asyncio.sleep(0.02)
    [row] = bot.rows(1)
    assert (row.command, row.question, row.outcome) == ("inline", "who leads the Russian side", "answered")
    assert len(await chat.messages()) == 1, "the bot doesn't answer what was sent through it"


async def test_a_near_miss_is_offered_below_the_no(bot: Bot) -> None:
    text = await bot.chat().ask("What did the talks achieve?")
    no, _, closest = text.partition("\nClosest passage, may not answer:\n")
    assert no == "The articles don’t tell. The newest of 2 is of Sun 9 Jan 2022."
    assert "talks" in closest
    assert (await bot.chat().ask("Who won the Super Bowl?")) == (
        "The articles don’t tell. They don’t mention Super Bowl. The newest of 2 is of Sun 9 Jan 2022."
    )


async def test_nothing_was_sent_that_telegram_would_refuse(bot: Bot) -> None:
    assert (await bot.stats())["rejected"] == []
