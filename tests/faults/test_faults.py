"""A little of what `make faults` and `make soak` do at length."""

from __future__ import annotations

import pytest

from bot.telegram.requests import CONNECTIONS
from tests.faults import kills, sending, soak
from tests.faults.readers import Asked, Json, Verdict, judge


async def test_killed_three_times_it_loses_nothing() -> None:
    killed = await kills.play(kills=3, questions=100, chats=25)
    verdict, logged = killed.verdict, killed.logged
    assert (verdict.questions, verdict.missing, verdict.out_of_order) == (100, 0, 0)
    assert (logged.rows, logged.different) == (100, 100)
    assert verdict.twice <= 3 * CONNECTIONS, "no more than were being sent at once"
    assert killed.code == 0


async def test_replies_arrive_though_one_send_in_ten_fails() -> None:
    verdict = await sending.play(questions=75, chats=25)
    assert verdict == Verdict(questions=75, missing=0, twice=0, out_of_order=0)


@pytest.mark.slow
async def test_two_minutes_leave_memory_as_it_was() -> None:
    soaked = await soak.play(minutes=2)
    assert soaked.verdict.missing == 0
    assert soaked.growth <= 0.05


def test_what_is_missing_twice_or_out_of_order_is_counted() -> None:
    asked = [Asked(1, number, f"Zq{number}", 0) for number in range(4)] + [Asked(-1, 7, "", 0)]
    replies: dict[int, list[Json]] = {
        1: [{"text": f"They don’t mention Zq{number}."} for number in (1, 0, 1, 3, 1)],
        -1: [{"text": "Yes", "reply_to_message": {"message_id": number}} for number in (6, 7)],
    }
    assert judge(asked, replies) == Verdict(questions=5, missing=1, twice=2, out_of_order=1)
