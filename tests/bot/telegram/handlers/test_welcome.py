from __future__ import annotations

import pytest

from tests.bot.telegram.conftest import Feed
from tests.bot.telegram.fakes import BOT, GROUP, PRIVATE, READER, FakeRequest, Json, refusal


def change(was: str, is_now: str, chat: Json = GROUP) -> Json:
    old, new = ({"user": BOT, "status": status, "until_date": 0} for status in (was, is_now))
    if is_now == "administrator":
        new |= dict.fromkeys(
            (
                "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats "
                "can_restrict_members can_promote_members can_change_info can_invite_users can_post_stories "
                "can_edit_stories can_delete_stories"
            ).split(),
            False,
        )
    member = {"chat": chat, "from": READER, "date": 1, "old_chat_member": old, "new_chat_member": new}
    return {"update_id": 3, "my_chat_member": member}


@pytest.mark.parametrize("was", ["left", "kicked"])
async def test_a_group_is_greeted(feed: Feed, server: FakeRequest, was: str) -> None:
    await feed(change(was, "member"))
    [text] = server.texts
    assert text == (
        "Hello! I answer from news articles, in their own words.\n"
        "Ask like this: /ask Who leads the Russian side?\n"
        "Or name @talks_bot, or reply to one of my messages. Nothing else that is said here reaches me."
    )


async def test_where_it_hears_everything_it_does_not_deny_it(feed: Feed, server: FakeRequest) -> None:
    await feed(change("left", "administrator"))
    assert server.texts[0].endswith("I answer nothing else that is said here.")


@pytest.mark.parametrize(
    "other",
    [
        change("member", "left"),
        change("member", "kicked"),
        change("member", "administrator"),
        change("kicked", "left"),
        change("kicked", "member", PRIVATE),
        change("left", "administrator", {"id": -200, "type": "channel", "title": "News"}),
    ],
)
async def test_nothing_else_is(feed: Feed, server: FakeRequest, other: Json) -> None:
    await feed(other)
    assert not server.calls


async def test_a_group_that_lets_nobody_write_is_left_alone(
    feed: Feed, server: FakeRequest, caplog: pytest.LogCaptureFixture
) -> None:
    server.replies["sendMessage"] = [refusal(400, "Bad Request: not enough rights to send text messages to the chat")]
    await feed(change("left", "member"))
    assert not caplog.records
