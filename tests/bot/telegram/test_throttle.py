"""Is a reader who writes too fast told once, and then heard again?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import throttle
from bot.telegram.throttle import BURST, HEARD_AGAIN, PER_SECOND, Throttle

SILENCE = HEARD_AGAIN / PER_SECOND


def verdicts(judge: Throttle, count: int, at: float = 0, apart: float = 0, user: int = 7) -> list[str]:
    return [judge.judge(user, at + number * apart) for number in range(count)]


def test_a_burst_is_served_one_more_is_told_and_the_rest_ignored() -> None:
    assert verdicts(Throttle(), BURST + 10) == ["serve"] * BURST + ["tell"] + ["ignore"] * 9


def test_a_steady_reader_never_notices() -> None:
    assert set(verdicts(Throttle(), 500, apart=1 / PER_SECOND)) == {"serve"}


def test_who_goes_on_stays_unheard_and_is_not_told_again() -> None:
    judge = Throttle()
    verdicts(judge, BURST + 1)
    assert set(verdicts(judge, 500, at=1, apart=1)) == {"ignore"}


def test_who_falls_silent_is_heard_again_and_told_again_next_time() -> None:
    judge = Throttle()
    verdicts(judge, BURST + 5)
    assert judge.judge(7, SILENCE - 1) == "ignore"
    heard = verdicts(judge, HEARD_AGAIN, at=2 * SILENCE)
    assert heard == ["serve"] * HEARD_AGAIN
    assert verdicts(judge, BURST, at=2 * SILENCE).count("tell") == 1


def test_others_are_served_meanwhile() -> None:
    judge = Throttle()
    verdicts(judge, 10 * BURST)
    assert judge.judge(8, 0) == "serve"


def test_only_so_many_users_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "USERS", 3)
    judge = Throttle()
    verdicts(judge, BURST + 1, user=0)
    for user in range(1, 4):
        judge.judge(user, 0)
    assert set(judge._buckets) == {1, 2, 3}
    assert judge.judge(0, 0) == "serve"


@given(st.lists(st.floats(-100, 1000), max_size=200))
def test_whatever_the_clock_says_no_more_is_served_than_the_rate_allows(times: list[float]) -> None:
    judge = Throttle()
    served = sum(judge.judge(7, at) == "serve" for at in times)
    span = max(times) - min(times) if times else 0
    assert served <= BURST + span * PER_SECOND + 1
