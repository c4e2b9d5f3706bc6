from __future__ import annotations

import pytest

from bot.telegram import rate
from retrieval.answer import Answer
from tests.bot.telegram.conftest import Feed, Questions
from tests.bot.telegram.fakes import TOKEN, FakeRequest, refusal, update

SORRY = "Something went wrong here. Please ask again in a minute."


def broken(_: str) -> Answer:
    raise LookupError("inner workings")


@pytest.fixture(autouse=True)
def _no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "WAITS", (0, 0))


async def test_a_failure_is_logged_and_the_reader_told(
    feed: Feed, server: FakeRequest, questions: Questions, caplog: pytest.LogCaptureFixture
) -> None:
    questions.reply = broken
    await feed(update("Who?", number=8))
    assert server.texts == [SORRY]
    assert [record.getMessage() for record in caplog.records] == ["Update 8 failed"]
    assert "LookupError: inner workings" in caplog.text
    assert TOKEN not in caplog.text


async def test_what_cannot_be_delivered_is_not_followed_by_another_message(
    feed: Feed, server: FakeRequest, caplog: pytest.LogCaptureFixture
) -> None:
    server.replies["sendMessage"] = [refusal(502, "Bad Gateway")] * 9
    await feed(update("Who?"))
    assert len(server.texts) == 1 + len(rate.WAITS)
    assert SORRY not in server.texts
    assert "Bad Gateway" in caplog.text


async def test_a_reader_who_cannot_be_told_is_a_line_in_the_log(
    feed: Feed, server: FakeRequest, caplog: pytest.LogCaptureFixture
) -> None:
    server.replies["sendMessage"] = [refusal(400, "Bad Request: message text is empty")] * 2
    await feed(update("Who?", number=8))
    assert "Update 8: the reader could not be told: Message text is empty" in caplog.text


async def test_a_reply_lost_on_the_way_is_sent_again(feed: Feed, server: FakeRequest) -> None:
    server.replies["sendMessage"] = [refusal(429, "Too Many Requests", retry_after=0.01), refusal(502, "Bad Gateway")]
    await feed(update("/help"))
    assert len(server.texts) == 3
    assert len(set(server.texts)) == 1
