from __future__ import annotations

import threading
from typing import Any

import pytest

from bot.service import Asker
from bot.telegram import delivery
from retrieval.answer import Answer
from tests.bot.telegram.conftest import Feed, Questions
from tests.bot.telegram.fakes import BOT, FIRST_NUMBER, GROUP, PRIVATE, READER, FakeRequest, Json, update
from tests.bot.telegram.samples import refused

TO_THE_BOT: Json = {"reply_to_message": {"message_id": 3, "date": 0, "chat": GROUP, "from": BOT, "text": "…"}}
TO_ANOTHER: Json = {"reply_to_message": {"message_id": 3, "date": 0, "chat": GROUP, "from": READER, "text": "…"}}


async def test_a_question_is_answered(feed: Feed, server: FakeRequest) -> None:
    await feed(update("Who leads the Russian side?"))
    assert server.calls == [
        (
            "sendMessage",
            {
                "chat_id": 7,
                "text": "<blockquote>On the <b>Russian side</b>, the upcoming talks are being <b>led</b> by "
                "Deputy Foreign Minister Sergei Ryabkov.</blockquote>\n"
                "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022",
                "parse_mode": "HTML",
                "link_preview_options": {"is_disabled": True},
            },
        )
    ]


@pytest.mark.parametrize(
    ("sent", "asked"),
    [
        (update("Who leads?"), "Who leads?"),
        (update("/ask Who leads?"), "Who leads?"),
        (update("/ask\nWho leads,\nand where?"), "Who leads,\nand where?"),
        (update("/ask@talks_bot Who leads?", chat=GROUP), "Who leads?"),
        (update("/ASK who?", chat=GROUP), "who?"),
        (update("@talks_bot: who leads?", chat=GROUP), "who leads?"),
        (update("Who leads, @Talks_Bot", chat=GROUP), "Who leads"),
        (update("When?", chat=GROUP, **TO_THE_BOT), "When?"),
        (update("x" * 4096), "x" * 4096),
    ],
)
async def test_what_is_asked(feed: Feed, questions: Questions, sent: Json, asked: str) -> None:
    await feed(sent)
    assert questions.asked == [asked]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("and in Vienna?", {}),
        ("and in Vienna?", TO_ANOTHER),
        ("@talks_botanist and you?", {}),
        ("/ask@other_bot Who?", {}),
        ("/timeline", {}),
        (None, {"photo": []}),
        (None, {"new_chat_members": [BOT]}),
    ],
)
async def test_a_group_is_left_alone_until_it_asks(
    feed: Feed, server: FakeRequest, questions: Questions, text: str | None, fields: dict[str, Any]
) -> None:
    await feed(update(text, chat=GROUP, **fields))
    assert not questions.asked
    assert not server.calls


@pytest.mark.parametrize(
    ("text", "chat"), [("/ask", PRIVATE), ("/ask ", GROUP), ("/ask@talks_bot", GROUP), ("@talks_bot", GROUP)]
)
async def test_without_a_question_it_is_shown_how_to_ask(
    feed: Feed, server: FakeRequest, questions: Questions, text: str, chat: Json
) -> None:
    await feed(update(text, chat=chat))
    assert server.texts == ["Ask like this: /ask Who leads the Russian side?"]
    assert not questions.asked


async def test_whoever_waits_sees_typing(
    feed: Feed, server: FakeRequest, questions: Questions, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing = threading.Event()

    def slow(_: str) -> Answer:
        assert typing.wait(10)
        return refused()

    monkeypatch.setattr(delivery, "PATIENCE", 0)
    questions.reply = slow
    server.on_call = lambda _, __: typing.set()
    await feed(update("Who?"))
    assert [method for method, _ in server.calls] == ["sendChatAction", "sendMessage"]


async def test_who_asked_is_recorded(feed: Feed, questions: Questions) -> None:
    await feed(update("Who?", number=41), update("/ask Who?", number=42, chat=GROUP))
    assert questions.askers == [
        Asker("simulator:123456:41", "simulator", "ask", 7, 7),
        Asker("simulator:123456:42", "simulator", "ask", -100, 7),
    ]


async def test_an_edited_message_is_not_asked_again(feed: Feed, server: FakeRequest) -> None:
    edited = update("/ask Who?")
    edited["edited_message"] = edited.pop("message") | {"edit_date": 1}
    await feed(edited)
    assert not server.calls


async def test_a_refusal_is_an_answer(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    questions.reply = lambda _: refused()
    await feed(update("/ask who is chess champion?", chat=GROUP))
    assert server.texts == ["The articles don’t tell. The newest of 2 is of Sun 9 Jan 2022."]
    assert server.sent()[0]["reply_parameters"]["message_id"] == 51


def replied(number: int, chat: Json = GROUP, by: Json = BOT) -> Json:
    return {"reply_to_message": {"message_id": number, "date": 0, "chat": chat, "from": by, "text": "…"}}


OTHER = READER | {"id": 8, "first_name": "Other"}
FIRST_REPLY = FIRST_NUMBER + 1


@pytest.mark.parametrize(
    ("second", "previous"),
    [
        (update("When?"), "Who?"),
        (update("When?", **replied(FIRST_REPLY, PRIVATE)), "Who?"),
        (update("When?", **replied(51, PRIVATE, READER)), "Who?"),
        (update("When?", **replied(FIRST_REPLY - 1, PRIVATE)), None),
        (update("/ask When?"), "Who?"),
        (update("/ask When?", chat=GROUP), None),
        (update("When?", message_thread_id=5, is_topic_message=True), None),
    ],
)
async def test_a_question_may_lean_on_the_reader_s_last(
    feed: Feed, questions: Questions, second: Json, previous: str | None
) -> None:
    await feed(update("Who?"), second)
    assert questions.previous == [None, previous]


@pytest.mark.parametrize(
    ("second", "previous"),
    [
        ({"from": OTHER}, None),
        ({"from": OTHER, **replied(FIRST_REPLY)}, "Who?"),
        (replied(FIRST_REPLY), "Who?"),
        ({"sender_chat": GROUP}, None),
    ],
)
async def test_a_group_s_readers_are_not_mixed_up(
    feed: Feed, questions: Questions, second: Json, previous: str | None
) -> None:
    await feed(update("/ask Who?", chat=GROUP), update("/ask When?", chat=GROUP, **second))
    assert questions.previous == [None, previous]


async def test_an_older_message_is_gone_on_from(feed: Feed, questions: Questions) -> None:
    await feed(update("Who?"), update("Where?"), update("When?", **replied(FIRST_REPLY, PRIVATE)), update("Why?"))
    assert questions.previous == [None, "Who?", "Who?", "When?"]


async def test_what_asks_the_articles_nothing_is_passed_over(feed: Feed, questions: Questions) -> None:
    await feed(update("Who?"))
    questions.reply = lambda _: refused(outcome="about")
    await feed(update("What do you know?"), update("When?", **replied(FIRST_REPLY + 1, PRIVATE)))
    assert questions.previous == [None, "Who?", "Who?"]


async def test_several_questions_have_one_reply_and_a_row_each(
    feed: Feed, server: FakeRequest, questions: Questions
) -> None:
    await feed(update("Who leads NATO? And when?", number=41))
    assert questions.asked == ["Who leads NATO?", "And when?"]
    assert questions.previous == [None, "Who leads NATO?"]
    assert [asker.uid for asker in questions.askers] == ["simulator:123456:41", "simulator:123456:41/2"]
    [text] = server.texts
    assert text.startswith("<b>Who leads NATO?</b>\n<blockquote>")
    assert "\n\n<b>And when?</b>\n<blockquote>" in text


async def test_too_many_questions_are_not_left_out_in_silence(
    feed: Feed, server: FakeRequest, questions: Questions
) -> None:
    await feed(update("Who led? Who left? Who lost? Who won?"))
    assert questions.asked == ["Who led?", "Who left?", "Who lost?"]
    assert server.texts[0].endswith("\n\n<i>Only the first 3 questions were answered.</i>")
