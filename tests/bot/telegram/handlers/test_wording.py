from __future__ import annotations

import logging

import pytest

from retrieval.answer import Answer
from tests.bot.telegram.conftest import Feed, Questions
from tests.bot.telegram.fakes import FIRST_NUMBER, GROUP, PRIVATE, FakeRequest, Json, press, refusal, update
from tests.bot.telegram.samples import HERE, LED, THERE, answered, hit, refused

TOO_OLD = "That answer is too old to unfold. Ask again."
REPLY = FIRST_NUMBER + 1
"""The number of the bot's first message."""


@pytest.fixture(autouse=True)
def _other_wording(questions: Questions) -> None:
    questions.reply = lambda _: answered(hit(HERE, THERE))


def button(parameters: Json) -> Json:
    [[only]] = parameters["reply_markup"]["inline_keyboard"]
    pressed: Json = only
    return pressed


async def ask(feed: Feed, server: FakeRequest, chat: Json = PRIVATE) -> str:
    """Ask a question; the data of the button under the reply."""
    await feed(update("/ask Breakthroughs?", chat=chat))
    data: str = button(server.sent()[-1])["callback_data"]
    return data


async def test_the_other_wording_is_one_tap_away_and_back(feed: Feed, server: FakeRequest) -> None:
    data = await ask(feed, server)
    assert button(server.sent()[0])["text"] == "Other wording"
    assert len(data.encode()) <= 64
    await feed(press(data, REPLY))
    [unfolded] = server.sent("editMessageText")
    assert (unfolded["chat_id"], unfolded["message_id"]) == (7, REPLY)
    assert f"<blockquote>{THERE}</blockquote>\n[2]" in unfolded["text"]
    assert button(unfolded)["text"] == "Less"
    await feed(press(button(unfolded)["callback_data"], REPLY))
    folded = server.sent("editMessageText")[1]
    assert folded["text"] == server.texts[0]
    assert button(folded) == button(server.sent()[0])
    assert server.sent("answerCallbackQuery") == [{"callback_query_id": "1"}] * 2


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        (answered(hit(HERE, THERE), hit(LED)), "Other wording"),
        (answered(hit(HERE, THERE), hit(THERE, HERE)), "Other wordings"),
        (refused(hit(HERE, THERE)), "Other wording"),
    ],
)
async def test_the_button_names_how_many(
    feed: Feed, server: FakeRequest, questions: Questions, answer: Answer, label: str
) -> None:
    questions.reply = lambda _: answer
    await ask(feed, server)
    assert button(server.sent()[0])["text"] == label


@pytest.mark.parametrize("answer", [answered(hit(LED)), refused(), answered(*[hit(HERE, THERE)] * 40)])
async def test_without_another_wording_or_room_for_it_there_is_no_button(
    feed: Feed, server: FakeRequest, questions: Questions, answer: Answer
) -> None:
    questions.reply = lambda _: answer
    await feed(update("Who?"))
    assert all("reply_markup" not in sent for sent in server.sent())


@pytest.mark.parametrize("data", ["1:w:forgotten", "2:w:x", "1:x:y", "nonsense", "1:w:" + "x" * 60])
async def test_what_is_forgotten_or_unknown_is_said_to_be_too_old(feed: Feed, server: FakeRequest, data: str) -> None:
    await feed(press(data))
    assert server.calls == [("answerCallbackQuery", {"callback_query_id": "1", "text": TOO_OLD})]


async def test_a_reply_unfolds_only_in_its_own_chat(feed: Feed, server: FakeRequest) -> None:
    data = await ask(feed, server)
    await feed(press(data, REPLY, chat=GROUP), press(data, message=None, inline_message_id="7"))
    assert [answer["text"] for answer in server.sent("answerCallbackQuery")] == [TOO_OLD] * 2
    assert not server.sent("editMessageText")


async def test_in_a_group_anyone_unfolds(feed: Feed, server: FakeRequest) -> None:
    data = await ask(feed, server, GROUP)
    await feed(press(data, REPLY, chat=GROUP, **{"from": {"id": 8, "is_bot": False, "first_name": "Other"}}))
    assert THERE in server.sent("editMessageText")[0]["text"]


async def test_an_old_message_whose_text_telegram_no_longer_tells_unfolds_too(feed: Feed, server: FakeRequest) -> None:
    data = await ask(feed, server)
    await feed(press(data, message={"message_id": REPLY, "date": 0, "chat": PRIVATE}))
    assert THERE in server.sent("editMessageText")[0]["text"]


@pytest.mark.parametrize("method", ["answerCallbackQuery", "editMessageText"])
async def test_pressing_twice_or_late_is_no_error(
    feed: Feed, server: FakeRequest, caplog: pytest.LogCaptureFixture, method: str
) -> None:
    caplog.set_level(logging.INFO, "bot")
    data = await ask(feed, server)
    server.replies[method] = [refusal(400, "Bad Request: query is too old, or message is not modified")]
    await feed(press(data, REPLY))
    assert [record.levelname for record in caplog.records] == ["INFO"]
    assert len(server.sent("editMessageText")) == 1


async def test_a_failure_is_told_by_the_button(
    feed: Feed, server: FakeRequest, caplog: pytest.LogCaptureFixture
) -> None:
    data = await ask(feed, server)
    server.replies["editMessageText"] = [refusal(403, "Forbidden: bot was kicked")]
    await feed(press(data, REPLY))
    assert server.sent("answerCallbackQuery")[-1]["text"] == "Something went wrong here. Please ask again in a minute."
    assert "Update 1 failed" in caplog.text
