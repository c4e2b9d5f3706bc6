from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from bot.service import Asker
from tests.bot.telegram.conftest import Feed, Questions
from tests.bot.telegram.fakes import READER, FakeRequest, Json, refusal
from tests.bot.telegram.samples import BEGIN, LED, answered, cite, hit, refused


def query(typed: str) -> Json:
    return {"update_id": 5, "inline_query": {"id": "9", "from": READER, "query": typed, "offset": ""}}


def choice(typed: str, result: str) -> Json:
    return {"update_id": 6, "chosen_inline_result": {"result_id": result, "from": READER, "query": typed}}


def results(server: FakeRequest) -> list[Json]:
    [sent] = server.sent("answerInlineQuery")
    found: Any = sent["results"]
    offered: list[Json] = json.loads(found) if isinstance(found, str) else found
    return offered


async def test_the_passages_are_offered_and_nothing_is_logged(
    feed: Feed, server: FakeRequest, questions: Questions
) -> None:
    questions.reply = lambda _: answered(hit(LED), hit(BEGIN), hit(LED))
    await feed(query("who leads the Russian side"))
    first, second = results(server)
    assert first["title"] == "“Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022"
    assert first["input_message_content"]["message_text"].startswith(f"<blockquote>{LED}</blockquote>\n[1] ")
    [[key]] = first["reply_markup"]["inline_keyboard"]
    assert key["url"] == f"https://t.me/talks_bot?start={first['id']}"
    assert len(second["id"].encode()) <= 64
    assert not questions.askers
    assert [method for method, _ in server.calls] == ["answerInlineQuery"]


async def test_what_is_sent_is_logged_with_the_passage_that_was_chosen(
    feed: Feed, server: FakeRequest, questions: Questions
) -> None:
    questions.reply = lambda _: answered(hit(LED), hit(BEGIN))
    await feed(query("who leads"))
    await feed(choice("who leads", results(server)[1]["id"]))
    assert questions.askers == [Asker("simulator:123456:6", "simulator", "inline", 7, 7)]
    [answer] = questions.recorded
    assert [found.citation for found in answer.hits] == [cite(BEGIN)]
    assert [found.citation for found in answer.candidates] == [cite(LED)]


async def test_that_the_articles_do_not_tell_can_be_sent_and_is_logged(
    feed: Feed, server: FakeRequest, questions: Questions
) -> None:
    questions.reply = lambda _: refused(hit(LED))
    await feed(query("who is chess champion"))
    [nothing] = results(server)
    assert nothing["title"] == "The articles don’t tell"
    assert "reply_markup" not in nothing
    await feed(choice("who is chess champion", nothing["id"]))
    assert [answer.outcome for answer in questions.recorded] == ["no_answer"]


async def test_before_anything_is_typed_one_is_shown_what_can_be_asked(
    feed: Feed, server: FakeRequest, questions: Questions
) -> None:
    await feed(query(" "))
    [offered] = results(server)
    assert offered["description"] == LED.rstrip(".")
    await feed(choice("", offered["id"]))
    assert [answer.question for answer in questions.recorded] == ["What did Ryabkov say?"]


async def test_a_result_that_nobody_offered_is_not_logged(feed: Feed, questions: Questions) -> None:
    await feed(choice("who leads", "p-000000000000-1-2-000000000000000000000000"), choice("who leads", "nothing"))
    assert not questions.recorded


@pytest.mark.parametrize("typed", ["x" * 256, "😀" * 128, "<b>&"])
async def test_any_query_is_answered(feed: Feed, server: FakeRequest, typed: str) -> None:
    await feed(query(typed))
    assert len(results(server)) == 1


async def test_an_answer_that_comes_too_late_is_no_error(
    feed: Feed, server: FakeRequest, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    server.replies["answerInlineQuery"] = [refusal(400, "Bad Request: query is too old")]
    await feed(query("who"))
    assert [record.levelname for record in caplog.records] == ["INFO"]


@pytest.mark.parametrize(
    ("typed", "label"),
    [("who leads", "Read in context"), ("Wer leitet sie?", "Im Zusammenhang lesen"), ("", "Read in context")],
)
async def test_it_is_in_the_question_s_language(feed: Feed, server: FakeRequest, typed: str, label: str) -> None:
    await feed(query(typed))
    [[key]] = results(server)[0]["reply_markup"]["inline_keyboard"]
    assert key["text"] == label
