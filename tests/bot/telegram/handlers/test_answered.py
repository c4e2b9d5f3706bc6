from __future__ import annotations

import logging
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from retrieval.answer import Answer, CitedPassage
from tests.bot.telegram.conftest import Feed, Questions
from tests.bot.telegram.fakes import FIRST_NUMBER, GROUP, PRIVATE, READER, FakeRequest, Json, press, refusal, update
from tests.bot.telegram.handlers.test_quotes import buttons
from tests.bot.telegram.samples import BEGIN, HERE, LED, MEETING, PLACES, THERE, answered, hit, refused

TOO_OLD = "These buttons are too old. Please ask again."
REPLY = FIRST_NUMBER + 1
"""The number of the bot's first message."""
OTHER = {"from": {"id": 8, "is_bot": False, "first_name": "Other"}}
UID = "simulator:123456:1"


def further(answer: Answer, *candidates: CitedPassage) -> Answer:
    return replace(answer, candidates=candidates)


async def ask(feed: Feed, server: FakeRequest, chat: Json = PRIVATE) -> Json:
    await feed(update("/ask Breakthroughs?", chat=chat))
    sent: Json = server.sent()[-1]
    return sent


async def tap(feed: Feed, server: FakeRequest, data: str, chat: Json = PRIVATE, **fields: object) -> Json:
    """What the message then shows."""
    await feed(press(data, REPLY, chat=chat, **fields))
    edited: Json = server.sent("editMessageText")[-1]
    return edited


@pytest.mark.parametrize(
    ("answer", "labels"),
    [
        (answered(hit(LED)), ["Context", "👍", "👎"]),
        (further(answered(hit(LED)), hit(BEGIN)), ["Context", "More", "👍", "👎"]),
        (answered(hit(HERE, THERE), hit(LED)), ["Context", "👍", "👎", "Other wording"]),
        (answered(hit(HERE, THERE), hit(THERE, HERE)), ["Context", "👍", "👎", "Other wordings"]),
        (refused(hit(HERE, THERE)), ["Context", "👍", "👎", "Other wording"]),
        (further(refused(), hit(BEGIN)), ["👍", "👎"]),
        (refused(outcome="about"), []),
        (refused(outcome="unavailable"), []),
        (answered(*[hit(HERE, THERE)] * 60), ["👍", "👎"]),
    ],
)
async def test_an_answer_has_the_buttons_that_make_sense(
    feed: Feed, server: FakeRequest, questions: Questions, answer: Answer, labels: list[str]
) -> None:
    questions.reply = lambda _: answer
    assert list(buttons(await ask(feed, server))) == labels


async def test_data_is_short_and_an_answer_is_one_call(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    questions.reply = lambda _: further(answered(hit(HERE, THERE)), hit(LED), hit(BEGIN), hit(PLACES), hit(MEETING))
    sent = await ask(feed, server)
    assert len(server.calls) == 1
    assert all(len(data.encode()) <= 64 for data in buttons(sent).values())


async def test_the_context_is_one_tap_away_and_back(feed: Feed, server: FakeRequest) -> None:
    folded = await ask(feed, server)
    unfolded = await tap(feed, server, buttons(folded)["Context"])
    assert (unfolded["chat_id"], unfolded["message_id"]) == (7, REPLY)
    assert unfolded["text"].startswith(folded["text"])
    assert f"<blockquote expandable>{MEETING}\n<b>{LED}</b>\n{HERE}\n" in unfolded["text"]
    assert list(buttons(unfolded)) == ["Less", "Share", "👍", "👎"]
    again = await tap(feed, server, buttons(unfolded)["Less"])
    assert (again["text"], buttons(again)) == (folded["text"], buttons(folded))
    assert server.sent("answerCallbackQuery") == [{"callback_query_id": "1"}] * 2


async def test_what_is_shared_is_a_link_to_the_passage(feed: Feed, server: FakeRequest) -> None:
    unfolded = await tap(feed, server, buttons(await ask(feed, server))["Context"])
    share = parse_qs(urlsplit(buttons(unfolded)["Share"]).query)
    assert share["text"] == [f"“{LED.rstrip('.')}”"]
    [link] = share["url"]
    assert link.startswith("https://t.me/talks_bot?start=p-")
    await feed(update(f"/start {link.partition('=')[2]}"))
    assert server.texts[-1] == unfolded["text"].replace("<b>Russian side</b>", "Russian side").replace(
        "<b>led</b>", "led"
    )


async def test_the_next_passages_are_paged_in_the_same_message(
    feed: Feed, server: FakeRequest, questions: Questions
) -> None:
    questions.reply = lambda _: further(answered(hit(LED)), hit(BEGIN), hit(PLACES), hit(MEETING), hit(HERE))
    first = await ask(feed, server)
    second = await tap(feed, server, buttons(first)["More"])
    assert second["text"].startswith("<i>The next closest passages, may not answer (1 of 2):</i>")
    assert [text in second["text"] for text in (LED, BEGIN, PLACES, MEETING, HERE)] == [False, True, True, True, False]
    assert list(buttons(second)) == ["‹", "Context", "›"]
    third = await tap(feed, server, buttons(second)["›"])
    assert HERE in third["text"]
    assert list(buttons(third)) == ["‹", "Context"]
    around = await tap(feed, server, buttons(third)["Context"])
    assert "<blockquote expandable>" in around["text"]
    assert list(buttons(around)) == ["Less", "Share"]
    assert (await tap(feed, server, buttons(second)["‹"]))["text"] == first["text"]


async def test_the_other_wording_is_one_tap_away_and_back(
    feed: Feed, server: FakeRequest, questions: Questions
) -> None:
    questions.reply = lambda _: answered(hit(HERE, THERE))
    folded = await ask(feed, server)
    unfolded = await tap(feed, server, buttons(folded)["Other wording"])
    assert f"<blockquote>{THERE}</blockquote>\n[2]" in unfolded["text"]
    again = await tap(feed, server, buttons(unfolded)["Less"])
    assert (again["text"], buttons(again)) == (folded["text"], buttons(folded))


async def test_a_page_that_is_not_there_becomes_the_last_one(feed: Feed, server: FakeRequest) -> None:
    sent = await ask(feed, server)
    shown = await tap(feed, server, buttons(sent)["Context"].rsplit(":", 1)[0] + ":99999")
    assert shown["text"] == sent["text"]


async def test_a_vote_goes_to_the_log_and_may_be_changed(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    keys = buttons(await ask(feed, server))
    await feed(press(keys["👍"], REPLY), press(keys["👎"], REPLY), press(keys["👍"], REPLY))
    assert questions.votes == [(UID, 7, True, None), (UID, 7, False, None), (UID, 7, True, None)]
    assert [sent["text"] for sent in server.sent("answerCallbackQuery")] == [
        "Noted. Thank you!",
        "Noted. What was wrong?",
        "Noted. Thank you!",
    ]


@pytest.mark.parametrize(
    ("label", "reason"),
    [("Wrong passage", "wrong passage"), ("Missed something", "missed something"), ("Other", "other")],
)
async def test_what_was_wrong_is_asked_with_three_buttons(
    feed: Feed, server: FakeRequest, questions: Questions, label: str, reason: str
) -> None:
    sent = await ask(feed, server)
    await feed(press(buttons(sent)["👎"], REPLY))
    [asked] = server.sent("editMessageReplyMarkup")
    assert list(buttons(asked)) == ["Wrong passage", "Missed something", "Other", "Back"]
    await feed(press(buttons(asked)[label], REPLY))
    assert questions.votes[-1] == (UID, 7, False, reason)
    assert buttons(server.sent("editMessageReplyMarkup")[-1]) == buttons(sent)


async def test_no_reason_needs_to_be_given(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    sent = await ask(feed, server)
    await feed(press(buttons(sent)["👎"], REPLY))
    await feed(press(buttons(server.sent("editMessageReplyMarkup")[-1])["Back"], REPLY))
    assert buttons(server.sent("editMessageReplyMarkup")[-1]) == buttons(sent)
    assert questions.votes == [(UID, 7, False, None)]


async def test_a_vote_that_cannot_be_noted_is_not_thanked_for(
    feed: Feed, server: FakeRequest, questions: Questions, caplog: pytest.LogCaptureFixture
) -> None:
    questions.full = True
    await feed(press(buttons(await ask(feed, server))["👎"], REPLY))
    [told] = server.sent("answerCallbackQuery")
    assert told["text"] == "That could not be noted. Please try again later."
    assert not server.sent("editMessageReplyMarkup")
    assert "A vote was not logged: The disk is full." in caplog.text


async def test_each_question_of_a_message_is_voted_on(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    await feed(update("Who leads? And when?"))
    await feed(press(buttons(server.sent()[-1])["👍"], REPLY))
    assert [uid for uid, *_ in questions.votes] == [UID, f"{UID}/2"]


async def test_in_a_group_the_asker_pages_and_anyone_votes(
    feed: Feed, server: FakeRequest, questions: Questions
) -> None:
    keys = buttons(await ask(feed, server, GROUP))
    await feed(press(keys["Context"], REPLY, GROUP, **OTHER), press(keys["👎"], REPLY, GROUP, **OTHER))
    first, second = server.sent("answerCallbackQuery")
    assert first["text"] == "Only the reader who asked turns these pages. Ask, and you have your own."
    assert second["text"] == "Noted. What was wrong?"
    assert questions.votes == [(UID, 8, False, None)]
    assert not server.sent("editMessageText")
    assert "<blockquote expandable>" in (await tap(feed, server, keys["Context"], GROUP))["text"]


async def test_pages_of_one_who_cannot_be_told_from_others_are_turned_by_anyone(
    feed: Feed, server: FakeRequest
) -> None:
    await feed(update("/ask Who?", chat=GROUP, sender_chat=GROUP))
    shown = await tap(feed, server, buttons(server.sent()[-1])["Context"], GROUP, **OTHER)
    assert "<blockquote expandable>" in shown["text"]


@pytest.mark.parametrize("data", ["1:a:forgotten", "2:a:x", "1:x:y", "nonsense", "1:a:" + "x" * 60])
async def test_what_is_forgotten_or_unknown_is_said_to_be_too_old(feed: Feed, server: FakeRequest, data: str) -> None:
    await feed(press(data))
    assert server.calls == [("answerCallbackQuery", {"callback_query_id": "1", "text": TOO_OLD})]


@pytest.mark.parametrize("verb", ["a", "g", "d", "k", "e", "m", "o"])
async def test_a_button_serves_only_in_its_own_chat(
    feed: Feed, server: FakeRequest, questions: Questions, verb: str
) -> None:
    name = buttons(await ask(feed, server))["Context"].split(":")[2]
    data = f"1:{verb}:{name}:1"
    await feed(press(data, REPLY, chat=GROUP), press(data, message=None, inline_message_id="7"))
    assert [answer["text"] for answer in server.sent("answerCallbackQuery")] == [TOO_OLD] * 2
    assert len(server.sent()) == 1
    assert not questions.votes
    assert not server.sent("editMessageText")


@pytest.mark.parametrize("verb", ["z", "q"])
async def test_an_unknown_verb_does_nothing(feed: Feed, server: FakeRequest, verb: str) -> None:
    name = buttons(await ask(feed, server))["Context"].split(":")[2]
    await feed(press(f"1:{verb}:{name}", REPLY))
    assert [method for method, _ in server.calls] == ["sendMessage", "answerCallbackQuery"]


async def test_an_old_message_whose_text_telegram_no_longer_tells_unfolds_too(feed: Feed, server: FakeRequest) -> None:
    data = buttons(await ask(feed, server))["Context"]
    shown = await tap(feed, server, data, message={"message_id": REPLY, "date": 0, "chat": PRIVATE})
    assert "<blockquote expandable>" in shown["text"]


async def test_what_is_shown_already_is_not_sent_again(feed: Feed, server: FakeRequest) -> None:
    data = buttons(await ask(feed, server))["Context"]
    shown = await tap(feed, server, data)
    message = {"message_id": REPLY, "date": 1, "chat": PRIVATE, "from": READER, "reply_markup": shown["reply_markup"]}
    text = f"{LED}\n[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022\n{MEETING}\n{LED}\n{HERE}\n{PLACES}"
    await feed(press(data, message=message | {"text": text}))
    assert len(server.sent("editMessageText")) == 1
    assert len(server.sent("answerCallbackQuery")) == 2


@pytest.mark.parametrize("method", ["answerCallbackQuery", "editMessageText"])
async def test_pressing_twice_or_late_is_no_error(
    feed: Feed, server: FakeRequest, caplog: pytest.LogCaptureFixture, method: str
) -> None:
    caplog.set_level(logging.INFO, "bot")
    data = buttons(await ask(feed, server))["Context"]
    server.replies[method] = [refusal(400, "Bad Request: query is too old, or message is not modified")]
    await feed(press(data, REPLY))
    assert [record.levelname for record in caplog.records] == ["INFO"]
    assert len(server.sent("editMessageText")) == 1
