from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, TelegramError

from bot.telegram import delivery
from bot.telegram.context import TalksApplication
from bot.telegram.delivery import deliver, typing
from tests.bot.telegram.fakes import FIRST_NUMBER, GROUP, PRIVATE, FakeRequest, Json, Reply, refusal, update

BLOCKED = refusal(403, "Forbidden: bot was blocked by the user")
BAD_HTML = refusal(400, "Bad Request: can't parse entities: Unsupported start tag")


def message_in(application: TalksApplication, chat: Json, **fields: Any) -> Message:
    return Message.de_json(update("hello", chat=chat, **fields)["message"], application.bot)


async def test_private_messages_are_not_replied_to(application: TalksApplication, server: FakeRequest) -> None:
    await deliver(message_in(application, PRIVATE), "<b>Yes</b>")
    assert server.calls == [
        (
            "sendMessage",
            {
                "chat_id": 7,
                "text": "<b>Yes</b>",
                "parse_mode": "HTML",
                "link_preview_options": {"is_disabled": True},
            },
        )
    ]


async def test_groups_see_which_message_is_answered(application: TalksApplication, server: FakeRequest) -> None:
    await deliver(message_in(application, GROUP), "word " * 1000)
    first, second = server.sent()
    assert first["reply_parameters"].items() >= {"message_id": 51, "allow_sending_without_reply": True}.items()
    assert "reply_parameters" not in second


async def test_what_was_sent_comes_back_and_the_last_part_bears_the_keyboard(
    application: TalksApplication, server: FakeRequest
) -> None:
    button = InlineKeyboardMarkup.from_button(InlineKeyboardButton("More", callback_data="1"))
    sent = await deliver(message_in(application, PRIVATE), "word " * 1000, button)
    assert [message.message_id for message in sent] == [FIRST_NUMBER + 1, FIRST_NUMBER + 2]
    first, second = server.sent()
    assert "reply_markup" not in first
    assert second["reply_markup"] == {"inline_keyboard": [[{"text": "More", "callback_data": "1"}]]}


async def test_topics_are_kept_apart(application: TalksApplication, server: FakeRequest) -> None:
    message = message_in(application, GROUP, message_thread_id=5, is_topic_message=True)
    await deliver(message, "word " * 1000)
    assert [sent["message_thread_id"] for sent in server.sent()] == [5, 5]


async def test_refused_html_is_sent_as_plain_text(
    application: TalksApplication, server: FakeRequest, caplog: pytest.LogCaptureFixture
) -> None:
    server.replies["sendMessage"] = [BAD_HTML]
    await deliver(message_in(application, PRIVATE), "<x>A &amp; B</x>")
    assert [(sent["text"], sent.get("parse_mode")) for sent in server.sent()] == [
        ("<x>A &amp; B</x>", "HTML"),
        ("A & B", None),
    ]
    assert "unsupported start tag" in caplog.text


async def test_other_refusals_are_not_hidden(application: TalksApplication, server: FakeRequest) -> None:
    server.replies["sendMessage"] = [refusal(400, "Bad Request: message text is empty")]
    with pytest.raises(BadRequest, match="Message text is empty"):
        await deliver(message_in(application, PRIVATE), "Yes")


@pytest.mark.parametrize(
    "gone",
    [
        BLOCKED,
        refusal(403, "Forbidden: user is deactivated"),
        refusal(400, "Bad Request: chat not found"),
        refusal(400, "Bad Request: not enough rights to send text messages to the chat"),
        refusal(400, "Bad Request: TOPIC_CLOSED"),
    ],
)
async def test_a_reader_who_cannot_be_written_to_is_no_error(
    application: TalksApplication, server: FakeRequest, caplog: pytest.LogCaptureFixture, gone: Reply
) -> None:
    caplog.set_level(logging.INFO, "bot")
    server.replies["sendMessage"] = [gone]
    assert await deliver(message_in(application, PRIVATE), "word " * 1000) == []
    assert len(server.sent()) == 1
    assert "could not be delivered" in caplog.text


async def test_typing_shows_while_the_answer_takes_long(
    application: TalksApplication, server: FakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "PATIENCE", 0)
    shown = asyncio.Event()
    server.on_call = lambda _, __: shown.set()
    async with typing(message_in(application, PRIVATE)):
        await shown.wait()
    assert server.calls == [("sendChatAction", {"chat_id": 7, "action": "typing"})]


async def test_nobody_types_for_a_fast_answer(application: TalksApplication, server: FakeRequest) -> None:
    async with typing(message_in(application, PRIVATE)):
        pass
    assert not server.calls


async def test_typing_that_fails_fails_nothing(
    application: TalksApplication, server: FakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "PATIENCE", 0)
    tried = asyncio.Event()
    server.on_call = lambda _, __: tried.set()
    server.replies["sendChatAction"] = [TelegramError("no"), BLOCKED]
    async with typing(message_in(application, PRIVATE)):
        await tried.wait()
    assert len(server.calls) == 1
