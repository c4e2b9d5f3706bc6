from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chats.memory import IDLE, Memory


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_what_was_put_last_is_found() -> None:
    memory = Memory[str, int]()
    memory.put("a", 1)
    memory.put("a", 2)
    assert (memory.get("a"), memory.get("b"), len(memory)) == (2, None, 1)


@pytest.mark.parametrize(("later", "value"), [(IDLE, 1), (IDLE + 1, None)])
def test_what_nobody_asks_for_is_forgotten(later: float, value: int | None) -> None:
    clock = Clock()
    memory = Memory[str, int](clock)
    memory.put("a", 1)
    clock.now += later
    assert memory.get("a") == value
    assert len(memory) == (value is not None)


def test_what_is_asked_for_is_kept() -> None:
    clock = Clock()
    memory = Memory[str, int](clock)
    memory.put("a", 1)
    for _ in range(5):
        clock.now += IDLE
        assert memory.get("a") == 1


def test_the_one_asked_for_longest_ago_makes_room() -> None:
    memory = Memory[str, int](most=2)
    memory.put("a", 1)
    memory.put("b", 2)
    memory.get("a")
    memory.put("c", 3)
    assert [memory.get(key) for key in "abc"] == [1, None, 3]


@given(st.lists(st.tuples(st.sampled_from(["put", "get"]), st.integers(0, 9), st.floats(0, IDLE))))
def test_it_never_holds_too_much_or_too_old(steps: list[tuple[str, int, float]]) -> None:
    clock = Clock()
    memory = Memory[int, float](clock, most=4)
    asked: dict[int, float] = {}
    for step, key, pause in steps:
        clock.now += pause
        if step == "put":
            memory.put(key, clock.now)
            asked[key] = clock.now
        elif memory.get(key) is not None:
            assert clock.now - asked[key] <= IDLE
            asked[key] = clock.now
        assert len(memory) <= 4
