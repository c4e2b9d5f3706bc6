"""What does a bot in privacy mode hear of a group?"""

from __future__ import annotations

import pytest

from bot.simulator.formatted import Formatted, find_entities
from tests.bot.simulator.conftest import ANN, GROUP, Api, User


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("and in Vienna?", False),
        ("/ask what?", True),
        ("/ask@talks_bot what?", True),
        ("/ask@Talks_Bot what?", True),
        ("/ask@other_bot what?", False),
        ("what of /ask?", False),
        ("@talks_bot what?", True),
        ("what, @TALKS_BOT?", True),
        ("@other_bot what?", False),
        ("mail@talks_bot.example", False),
        ("@talks_bot2 what?", False),
    ],
)
async def test_privacy(user: User, api: Api, text: str, *, heard: bool) -> None:
    await user.send(text, chat=GROUP, chat_type="supergroup", title="Readers")
    updates = (await api("getUpdates"))["result"]
    assert [update["message"]["text"] for update in updates] == ([text] if heard else [])
    assert [message["text"] for message in (await user.messages(GROUP))["messages"]] == [text]


async def test_replies_to_the_bot_are_heard(user: User, api: Api) -> None:
    asked = await user.send("/ask", chat=GROUP)
    answer = (await api("sendMessage", chat_id=GROUP, text="what?", reply_parameters={"message_id": asked}))["result"]
    await user.send("this", chat=GROUP, reply_to=answer["message_id"])
    await user.send("not this", chat=GROUP, reply_to=asked)
    updates = (await api("getUpdates"))["result"]
    assert [update["message"]["text"] for update in updates] == ["/ask", "this"]
    original = updates[1]["message"]["reply_to_message"]
    assert original["from"]["is_bot"]
    assert "reply_to_message" not in original


async def test_a_bot_that_left_hears_and_says_nothing(user: User, api: Api) -> None:
    await user.send("/ask", chat=GROUP, chat_type="group")
    assert (await api("leaveChat", chat_id=GROUP))["ok"]
    await user.send("/ask again", chat=GROUP)
    assert len((await api("getUpdates"))["result"]) == 1
    answer = await api("sendMessage", chat_id=GROUP, text="x")
    assert answer["description"] == "Forbidden: bot is not a member of the group chat"


async def test_a_bot_hears_that_it_was_added(user: User, api: Api) -> None:
    await api("getMe")
    await user.post("/user/invite", chat=GROUP, user=ANN, title="Readers")
    [update] = (await api("getUpdates"))["result"]
    change = update["my_chat_member"]
    assert (change["chat"]["title"], change["from"]["id"]) == ("Readers", ANN["id"])
    assert [change[name]["status"] for name in ("old_chat_member", "new_chat_member")] == ["left", "member"]
    assert change["new_chat_member"]["user"]["username"] == "talks_bot"
    assert (await api("sendMessage", chat_id=GROUP, text="Hello!"))["ok"]
    refused = await user.http.post("/user/invite", json={"chat": 7, "user": ANN})
    assert refused.status_code == 400


async def test_in_a_group_a_bot_deletes_only_its_own(user: User, api: Api) -> None:
    asked = await user.send("/ask", chat=GROUP)
    answer = await api("deleteMessage", chat_id=GROUP, message_id=asked)
    assert answer["description"] == "Bad Request: message can't be deleted"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", 0, 6)]),
        ("😀 /start@talks_bot x", [("bot_command", 3, 16)]),
        ("and/or 1/2 a@b.c", []),
        ("see https://a.b/c?d=e).", [("url", 4, 17)]),
        ("(@reader)", [("mention", 1, 7)]),
        ("/timeline · /quotes", [("bot_command", 0, 9), ("bot_command", 12, 7)]),
    ],
)
def test_telegram_finds_these_by_itself(text: str, found: list[tuple[str, int, int]]) -> None:
    entities = find_entities(Formatted(text)).entities
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == found


def test_nothing_is_found_inside_code() -> None:
    code = {"type": "code", "offset": 0, "length": 6}
    assert find_entities(Formatted("/start", (code,))).entities == (code,)


async def test_a_topic_is_kept(user: User, api: Api) -> None:
    await user.send("/ask", chat=GROUP, message_thread_id=3)
    assert (await api("getUpdates"))["result"][0]["message"]["message_thread_id"] == 3
    answer = await api("sendMessage", chat_id=GROUP, text="x", message_thread_id=3)
    assert answer["result"]["message_thread_id"] == 3
