from __future__ import annotations

import threading
from typing import Any

import pytest

from bot.service import Asker, TalksService
from bot.telegram import delivery
from retrieval.answer import Answer
from tests.bot.telegram.conftest import Feed, Questions
from tests.bot.telegram.fakes import (
    BOT,
    FIRST_NUMBER,
    GROUP,
    PRIVATE,
    READER,
    FakeRequest,
    Json,
    press,
    refusal,
    update,
)
from tests.bot.telegram.handlers.test_quotes import buttons
from tests.bot.telegram.samples import LED, answered, hit, refused

OTHER = READER | {"id": 8, "first_name": "Other"}
FIRST_REPLY = FIRST_NUMBER + 1
TO_THE_BOT: Json = {"reply_to_message": {"message_id": 3, "date": 0, "chat": GROUP, "from": BOT, "text": "…"}}
TO_ANOTHER: Json = {"reply_to_message": {"message_id": 3, "date": 0, "chat": GROUP, "from": READER, "text": "…"}}


async def test_a_question_is_answered(feed: Feed, server: FakeRequest) -> None:
    await feed(update("Who leads the Russian side?"))
    [(method, sent)] = server.calls
    assert method == "sendMessage"
    del sent["reply_markup"]
    assert sent == {
        "chat_id": 7,
        "text": "<blockquote>On the <b>Russian side</b>, the upcoming talks are being <b>led</b> by "
        "Deputy Foreign Minister Sergei Ryabkov.</blockquote>\n"
        "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }


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
        ("/weather", {}),
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


def edited(text: str, number: int = 2, message: int = 51, **fields: Any) -> Json:
    changed = update(text, number, **fields)
    return {"update_id": number, "edited_message": changed["message"] | {"message_id": message, "edit_date": 1}}


async def test_an_edited_question_edits_its_answer(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    await feed(update("Who leads?"), edited("When do they begin?"))
    assert questions.asked == ["Who leads?", "When do they begin?"]
    assert [asker.uid for asker in questions.askers] == ["simulator:123456:1", "simulator:123456:2"]
    assert questions.delivered == ["simulator:123456:1", "simulator:123456:2"]
    assert len(server.sent()) == 1
    [changed] = server.sent("editMessageText")
    assert (changed["chat_id"], changed["message_id"]) == (7, FIRST_REPLY)
    await feed(press(buttons(changed)["Context"], FIRST_REPLY))
    assert "<blockquote expandable>" in server.sent("editMessageText")[-1]["text"]


async def test_an_edited_question_leans_on_what_it_leant_on_before(feed: Feed, questions: Questions) -> None:
    await feed(update("Who?"), update("When?", 2), edited("Where?", 3, 52), update("Why?", 4))
    assert questions.previous == [None, "Who?", "Who?", "Where?"]


async def test_what_was_in_several_messages_or_deleted_is_sent_anew(
    feed: Feed, server: FakeRequest, questions: Questions
) -> None:
    long = answered(*[hit(LED)] * 60)
    questions.reply = lambda text: long if "all" in text else answered(hit(LED))
    await feed(update("Who leads all?"))
    parts = len(server.sent())
    assert parts > 1
    await feed(edited("Who leads?", 2))
    assert len(server.sent()) == parts + 1
    await feed(edited("Who leads them?", 3))
    assert len(server.sent("editMessageText")) == 1
    server.replies["editMessageText"] = [refusal(400, "Bad Request: message to edit not found")]
    await feed(edited("Who leads us?", 4))
    assert len(server.sent()) == parts + 2
    await feed(edited("Who leads it all?", 5))
    assert len(server.sent()) == 2 * parts + 2


async def test_the_same_answer_may_stay(feed: Feed, server: FakeRequest) -> None:
    await feed(update("Who leads?"))
    server.replies["editMessageText"] = [refusal(400, "Bad Request: message is not modified: …")]
    await feed(edited("Who leads it?"))
    assert len(server.sent()) == 1


@pytest.mark.parametrize(
    ("change", "replies"),
    [
        (edited("Who?", message=77), 1),
        (edited("/ask Who?", message=77, chat=GROUP), 1),
        (edited("Who?", message=77, chat=GROUP), 0),
        (edited("/help", message=77), 0),
        (edited("/ask", message=77), 1),
    ],
)
async def test_what_becomes_a_question_is_answered(feed: Feed, server: FakeRequest, change: Json, replies: int) -> None:
    await feed(change)
    assert len(server.sent()) == replies


async def test_a_question_that_becomes_none_keeps_its_answer(feed: Feed, server: FakeRequest) -> None:
    await feed(update("/ask Who?"), edited("/ask"))
    assert [method for method, _ in server.calls] == ["sendMessage"]


@pytest.mark.parametrize("call", ["@talks_bot", "/ask", "/ask@talks_bot", "@talks_bot:"])
@pytest.mark.parametrize("said", [{"text": "Who leads the Russian side?"}, {"caption": "Who leads the Russian side?"}])
async def test_a_bare_call_in_reply_to_another_asks_what_that_one_says(
    feed: Feed, server: FakeRequest, questions: Questions, call: str, said: Json
) -> None:
    original = {"message_id": 3, "date": 0, "chat": GROUP, "from": OTHER, **said}
    await feed(update(call, chat=GROUP, reply_to_message=original))
    assert questions.asked == ["Who leads the Russian side?"]
    assert [asker.user_id for asker in questions.askers] == [7]
    assert server.sent()[0]["reply_parameters"]["message_id"] == 3


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        (TO_ANOTHER, ["When?"]),
        (TO_ANOTHER | {"quote": {"text": "Who leads", "position": 0}, "text": "@talks_bot"}, ["Who leads"]),
        ({"reply_to_message": TO_ANOTHER["reply_to_message"] | {"text": None}, "text": "@talks_bot"}, []),
        (TO_THE_BOT | {"text": "@talks_bot"}, []),
    ],
)
async def test_what_a_call_in_reply_asks(
    feed: Feed, questions: Questions, fields: dict[str, Any], asked: list[str]
) -> None:
    more = dict(fields)
    await feed(update(more.pop("text", "@talks_bot When?"), chat=GROUP, **more))
    assert questions.asked == asked


async def test_what_was_sent_through_the_bot_is_no_question(feed: Feed, server: FakeRequest) -> None:
    await feed(update("“Talks begin on Monday.”", via_bot=BOT), update("/help", via_bot=BOT))
    assert not server.calls


@pytest.mark.parametrize("sender", [GROUP, {"id": -200, "type": "channel", "title": "News"}])
async def test_who_writes_in_a_chat_s_name_is_nobody_in_particular(
    feed: Feed, questions: Questions, sender: Json
) -> None:
    await feed(update("/ask Who?", chat=GROUP, sender_chat=sender))
    assert [asker.user_id for asker in questions.askers] == [None]


async def test_a_forum_s_topic_is_answered_in(feed: Feed, server: FakeRequest) -> None:
    await feed(update("/ask Who?", chat=GROUP, message_thread_id=5, is_topic_message=True))
    assert server.sent()[0]["message_thread_id"] == 5


async def test_a_group_that_became_a_supergroup_gets_its_answer(feed: Feed, server: FakeRequest) -> None:
    server.replies["sendMessage"] = [refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1007)]
    await feed(update("/ask Who?", chat=GROUP))
    assert [sent["chat_id"] for sent in server.sent()] == [-100, -1007]


async def test_a_refusal_is_an_answer(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    questions.reply = lambda _: refused()
    await feed(update("/ask who is chess champion?", chat=GROUP))
    assert server.texts == ["The articles don’t tell. The newest of 2 is of Sun 9 Jan 2022."]
    assert server.sent()[0]["reply_parameters"]["message_id"] == 51


def replied(number: int, chat: Json = GROUP, by: Json = BOT) -> Json:
    return {"reply_to_message": {"message_id": number, "date": 0, "chat": chat, "from": by, "text": "…"}}


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


@pytest.mark.parametrize(
    ("chosen", "telegram", "question", "told"),
    [
        (None, "en", "Who leads?", "The articles don’t tell."),
        (None, "de", "Who leads the Russian side?", "The articles don’t tell."),
        (None, "en", "Wer leitet die russische Delegation?", "Das sagen die Artikel nicht."),
        (None, "fr", "Macron", "Les articles ne le disent pas."),
        (None, "es-419", "谁领导", "Los artículos no lo dicen."),
        (None, "de-AT", "Blinken in Genf?", "Das sagen die Artikel nicht."),
        (None, "en", "Blinken in Genf?", "The articles don’t tell."),
        ("fr", "fr", "Wer leitet die russische Delegation?", "Les articles ne le disent pas."),
    ],
)
async def test_a_reply_is_in_the_reader_s_language(  # noqa: PLR0917
    feed: Feed,
    server: FakeRequest,
    questions: Questions,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str | None,
    telegram: str,
    question: str,
    told: str,
) -> None:
    questions.reply = lambda _: refused()
    monkeypatch.setattr(TalksService, "language_of", lambda *_: chosen)
    sender: Json = {"from": READER | {"language_code": telegram}}
    await feed(update(question, **sender))
    assert server.sent()[-1]["text"].startswith(told)


async def test_whoever_presses_its_buttons_a_reply_stays_in_its_language(feed: Feed, server: FakeRequest) -> None:
    await feed(update("Wer leitet die russische Delegation?"))
    keys = buttons(server.sent()[-1])
    assert list(keys) == ["Kontext", "👍", "👎"]
    await feed(press(keys["Kontext"], FIRST_REPLY))
    assert "So., 9. Jan. 2022" in server.sent("editMessageText")[-1]["text"]
