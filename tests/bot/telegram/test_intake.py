"""Does every update that comes in lead to a reply, in this run or the next, and to no second one?"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from telegram import Update

from bot.journal.journal import Journal
from bot.telegram import intake as module
from bot.telegram import rate
from bot.telegram.context import TalksApplication
from bot.telegram.intake import MOST_ALONE, SUSPECT_AFTER, Intake
from bot.telegram.throttle import BURST
from tests.bot.telegram.conftest import Questions
from tests.bot.telegram.fakes import GROUP, PRIVATE, READER, FakeRequest, press, refusal, update

TOO_FAST = "That is faster than I can answer. Please wait a little, then ask again."
ASIDE = "SELECT id, payload FROM updates WHERE aside IS NOT NULL"
SORRY = "Something went wrong here. Please ask again in a minute."


@pytest.fixture(autouse=True)
def _no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "WAITS", (0,))


@pytest.fixture
async def intake(application: TalksApplication) -> AsyncIterator[Intake]:
    """Of an application that handles what it is given."""
    await application.start()
    intake = application.bot_data.intake
    yield intake
    intake.stop()
    await application.stop()


async def until(done: Callable[[], Any]) -> None:
    async with asyncio.timeout(5):
        while not done():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.005)


async def left(journal: Journal) -> list[int]:
    return [one.update["update_id"] for one in await journal.take_up()]


async def test_an_update_is_in_the_journal_until_its_reply_is_sent(
    intake: Intake, journal: Journal, server: FakeRequest
) -> None:
    depths: list[int] = []
    server.on_call = lambda name, _: depths.append(intake.depth) if name == "sendMessage" else None
    await intake.accept(update("Who?", number=1), update("/help", number=2))
    assert intake.depth == 2
    await until(lambda: intake.depth == 0)
    assert len(server.texts) == 2
    assert depths == [2, 1]
    assert await left(journal) == []


async def test_what_comes_again_is_answered_once(intake: Intake, server: FakeRequest) -> None:
    for _ in range(3):
        await intake.accept(update("/help", number=1))
    await until(lambda: intake.depth == 0)
    assert len(server.texts) == 1


async def test_what_an_earlier_run_left_is_answered_first_and_under_its_own_name(
    application: TalksApplication, journal: Journal, server: FakeRequest, questions: Questions
) -> None:
    await journal.add([update("Who leads?", number=number) for number in (1, 2)])
    await application.start()
    await application.bot_data.intake.replay()
    await application.bot_data.intake.accept(update("And who not?", number=3))
    await application.stop()
    assert questions.asked == ["Who leads?", "Who leads?", "And who not?"]
    assert [asker.uid.rsplit(":", 1)[1] for asker in questions.askers] == ["1", "2", "3"]
    assert questions.delivered == [asker.uid for asker in questions.askers]
    assert len(server.texts) == 3


async def test_a_stop_meanwhile_leaves_nothing_behind(
    intake: Intake, server: FakeRequest, questions: Questions
) -> None:
    server.gate.clear()
    accepting = asyncio.create_task(intake.accept(*(update("Who?", number=number) for number in range(1, 9))))
    while not intake.depth:  # noqa: ASYNC110 - nobody tells
        await asyncio.sleep(0)
    accepting.cancel()
    server.gate.set()
    await until(lambda: intake.depth == 0)
    assert accepting.cancelled()
    assert len(questions.asked) == 8


@pytest.mark.parametrize("turns", range(5))
async def test_a_stop_at_any_moment_leaves_nothing_half_taken_up(
    intake: Intake, server: FakeRequest, turns: int
) -> None:
    accepting = asyncio.create_task(intake.accept(*(update("Who?", number=n) for n in range(1, 6))))
    for _ in range(turns + 1):
        await asyncio.sleep(0)
    accepting.cancel()
    await asyncio.wait((accepting,))
    assert accepting.cancelled()
    await until(lambda: intake.depth == 0)
    assert (len(server.texts), intake.offset) == (5, 6)


async def test_what_nobody_handles_is_done_with(intake: Intake) -> None:
    await intake.accept(update("Not for the bot", chat=GROUP), {"update_id": 2, "poll_answer": {"poll_id": "1"}})
    await until(lambda: intake.depth == 0)


async def test_what_cannot_be_read_is_set_aside_and_the_rest_goes_on(
    intake: Intake, journal: Journal, server: FakeRequest, caplog: pytest.LogCaptureFixture
) -> None:
    await intake.accept({"update_id": 1, "message": {"text": "no chat"}}, update("/help", number=2))
    await until(lambda: len(server.texts) == 1 and intake.depth == 0)
    assert "Update 1 cannot be read and is set aside" in caplog.text
    [(number, payload)] = await journal._writer.run(ASIDE)
    assert (number, json.loads(payload)["message"]) == (1, {"text": "no chat"})


async def test_a_reply_that_the_network_loses_is_tried_again_later(
    intake: Intake, server: FakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PUT_OFF_SECONDS", 0.01)
    server.replies["sendMessage"] = [refusal(502, "Bad Gateway")] * (1 + len(rate.WAITS))
    await intake.accept(update("/help", number=1))
    await until(lambda: intake.depth == 0)
    assert len(server.texts) == 3
    assert SORRY not in server.texts


async def test_what_was_put_off_at_the_end_is_left_for_the_next_run(
    application: TalksApplication, journal: Journal, server: FakeRequest
) -> None:
    server.replies["sendMessage"] = [refusal(502, "Bad Gateway")] * (1 + len(rate.WAITS))
    await application.start()
    await application.bot_data.intake.accept(update("/help", number=1))
    await application.stop()
    application.bot_data.intake.stop()
    assert await left(journal) == [1]


async def test_what_was_put_off_of_a_forgotten_reader_is_not_tried_again(
    intake: Intake, application: TalksApplication, server: FakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PUT_OFF_SECONDS", 0.01)
    other = {"chat": PRIVATE | {"id": 8}, "from": READER | {"id": 8}}
    for said in (update("/help", number=1), update("/help", number=2, **other)):
        one = Update.de_json(said, application.bot)
        intake.put_off(one)
        intake.settle(one)
    await intake.forget(7)
    await until(server.sent)
    assert [reply["chat_id"] for reply in server.sent()] == [8], "the first would have been tried before"


async def test_what_fails_round_after_round_is_set_aside(
    intake: Intake, journal: Journal, server: FakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PUT_OFF_SECONDS", 0)
    monkeypatch.setattr(module, "MOST_ROUNDS", 2)
    server.replies["sendMessage"] = [refusal(502, "Bad Gateway")] * 99
    await intake.accept(update("/help", number=1))
    await until(lambda: intake.depth == 0)
    assert len(server.texts) == 3 * (1 + len(rate.WAITS))
    assert await left(journal) == []


@pytest.mark.parametrize("code", [400, 403])
async def test_what_can_never_be_delivered_is_done_with(intake: Intake, server: FakeRequest, code: int) -> None:
    server.replies["sendMessage"] = [refusal(code, "Forbidden: bot was blocked by the user")] * 9
    await intake.accept(update("/help", number=1))
    await until(lambda: intake.depth == 0)
    assert len(server.texts) <= 2


async def test_a_reader_who_floods_is_told_once(intake: Intake, server: FakeRequest, questions: Questions) -> None:
    await intake.accept(*(update("Who?", number=number) for number in range(1, BURST + 30)))
    await until(lambda: intake.depth == 0)
    assert len(questions.asked) == BURST
    assert server.texts[BURST:] == [TOO_FAST]


async def test_a_reader_who_presses_too_fast_is_told_in_the_answer(intake: Intake, server: FakeRequest) -> None:
    await intake.accept(*(press("1:w:x") | {"update_id": number} for number in range(1, BURST + 9)))
    await until(lambda: intake.depth == 0)
    assert [answer.get("text") for answer in server.sent("answerCallbackQuery")].count(TOO_FAST) == 1


async def test_what_piled_up_over_time_is_no_flood(intake: Intake, questions: Questions) -> None:
    pile = [update("Who?", number=number, date=60 * number) for number in range(1, 2 * BURST)]
    await intake.accept(*pile)
    await until(lambda: intake.depth == 0)
    assert len(questions.asked) == len(pile)


async def test_letters_typed_into_an_inline_query_are_no_flood(intake: Intake) -> None:
    query = {"id": "1", "from": READER, "query": "Who", "offset": ""}
    for number in range(1, 2 * BURST):
        letter = Update.de_json({"update_id": number, "inline_query": query}, None)
        assert intake._judge(letter) == "serve"


async def test_what_is_said_to_others_in_a_group_does_not_count(intake: Intake, questions: Questions) -> None:
    await intake.accept(*(update("Chatter", number=number, chat=GROUP) for number in range(1, 2 * BURST)))
    await intake.accept(update("/ask Who?", number=99, chat=GROUP))
    await until(lambda: intake.depth == 0)
    assert questions.asked == ["Who?"]


async def test_no_more_is_taken_in_than_fits(
    intake: Intake, server: FakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_UNDER_WAY", 1)
    server.gate.clear()
    await intake.accept(update("/help", number=1))
    second = asyncio.create_task(intake.accept(update("/help", number=2)))
    await asyncio.sleep(0.02)
    assert (second.done(), intake.depth) == (False, 1)
    server.gate.set()
    await second
    await until(lambda: intake.depth == 0)


class Runs:
    """Runs of the program, each of which a poison may end."""

    def __init__(self, path: Path, application: TalksApplication, poison: int) -> None:
        self.path = path
        self.application = application
        self.poison = poison
        self.taken: list[int] = []

    async def run(self) -> None:
        """Takes up updates until the poison comes up."""
        async with await Journal.open(self.path, 123456) as journal:
            intake = Intake(journal, lambda: None)
            intake.feed(self.application)
            replaying = asyncio.create_task(intake.replay())
            while not replaying.done() or not self.application.update_queue.empty():
                try:
                    taken = await asyncio.wait_for(self.application.update_queue.get(), 0.1)
                except TimeoutError:
                    continue
                assert isinstance(taken, Update)
                self.taken.append(taken.update_id)
                if taken.update_id == self.poison:
                    break
                intake.settle(taken)
            replaying.cancel()
            await asyncio.wait((replaying,))
            while not self.application.update_queue.empty():
                self.application.update_queue.get_nowait()


async def test_an_update_that_ends_the_program_time_and_again_is_set_aside(
    tmp_path: Path, application: TalksApplication, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "poisoned.sqlite3"
    async with await Journal.open(path, 123456) as journal:
        await journal.add([update("/help", number=number, date=int(time.time())) for number in range(1, 6)])
    runs = Runs(path, application, poison=3)
    for _ in range(SUSPECT_AFTER + MOST_ALONE + 1):
        await runs.run()
    assert runs.taken.count(3) == SUSPECT_AFTER + MOST_ALONE
    assert runs.taken[-2:] == [4, 5], "the innocent are answered in the end"
    assert "Update 3 ended the program time and again and is set aside" in caplog.text


async def test_an_innocent_that_takes_long_is_not_waited_for(
    tmp_path: Path, application: TalksApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ALONE_SECONDS", 0.01)
    async with await Journal.open(tmp_path / "slow.sqlite3", 123456) as journal:
        await journal.add([update("/help", number=number) for number in (1, 2)])
        for _ in range(SUSPECT_AFTER):
            await journal.take_up()
        intake = Intake(journal, lambda: None)
        intake.feed(application)
        await intake.replay()
        assert application.update_queue.qsize() == 2
        while not application.update_queue.empty():
            application.update_queue.get_nowait()


async def test_the_bot_has_caught_up_once_what_telegram_kept_is_handled_too(
    tmp_path: Path, application: TalksApplication
) -> None:
    caught_up: list[bool] = []
    async with await Journal.open(tmp_path / "piled.sqlite3", 123456) as journal:
        await journal.add([update("/help", number=1)])
        intake = Intake(journal, lambda: caught_up.append(True))
        intake.feed(application)
        await intake.replay()
        intake.settle(await application.update_queue.get())
        assert not caught_up
        await intake.accept(update("/help", number=2), update("/help", number=3))
        intake.settle(await application.update_queue.get())
        assert not caught_up
        intake.settle(await application.update_queue.get())
        assert caught_up
