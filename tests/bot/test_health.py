from __future__ import annotations

import asyncio
import logging
import os
import threading
import time
from pathlib import Path

import pytest

from bot.errors import TalksError
from bot.health import SPARING_SECONDS, STALE_SECONDS, Heartbeat, Vitals
from bot.tally import Tally


def test_a_beat_is_fresh(tmp_path: Path) -> None:
    Heartbeat(tmp_path).beat()
    assert Heartbeat(tmp_path).age() <= STALE_SECONDS
    assert [path.name for path in tmp_path.iterdir()] == ["health.json"]


def test_the_first_beat_counts_however_young_the_machine_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 0.5)
    Heartbeat(tmp_path).beat()
    assert (tmp_path / "health.json").exists()


def test_a_busy_bot_does_not_write_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    heartbeat = Heartbeat(tmp_path)
    written = []
    for second in (0, 1, 4.9, 5, 6, 11):
        now = 1000 + second
        (tmp_path / "health.json").unlink(missing_ok=True)
        heartbeat.beat()
        written += [second] if (tmp_path / "health.json").exists() else []
    assert written == [0, 5, 11]


def test_an_old_beat_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Heartbeat(tmp_path).beat()
    later = time.time() + STALE_SECONDS + 30
    monkeypatch.setattr(time, "time", lambda: later)
    with pytest.raises(TalksError, match=r"The bot has not reached Telegram for (119|120) s"):
        Heartbeat(tmp_path).age()


def test_a_clock_set_back_is_no_negative_age(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Heartbeat(tmp_path).beat()
    earlier = time.time() - 10
    monkeypatch.setattr(time, "time", lambda: earlier)
    assert Heartbeat(tmp_path).age() == 0


def test_none_is_left_after_a_stop(tmp_path: Path) -> None:
    heartbeat = Heartbeat(tmp_path)
    heartbeat.stop()
    heartbeat.beat()
    heartbeat.stop()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(TalksError, match=f"No bot is serving with the data in {tmp_path}"):
        heartbeat.age()


GARBAGE = [b"", b"{}", b"[]", b"null", b'{"polled_at": "x"}', b'{"polled_at": null}', b"\xff"]


def test_a_stop_leaves_the_beat_of_another_bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Heartbeat(tmp_path).beat()
    monkeypatch.setattr(os, "getpid", lambda: 0)
    Heartbeat(tmp_path).stop()
    assert Heartbeat(tmp_path).age() <= STALE_SECONDS


@pytest.mark.parametrize("garbage", GARBAGE)
def test_a_stop_leaves_what_is_no_beat(tmp_path: Path, garbage: bytes) -> None:
    (tmp_path / "health.json").write_bytes(garbage)
    Heartbeat(tmp_path).stop()
    assert (tmp_path / "health.json").read_bytes() == garbage


@pytest.mark.parametrize("garbage", GARBAGE)
def test_garbage_is_no_sign_of_life(tmp_path: Path, garbage: bytes) -> None:
    (tmp_path / "health.json").write_bytes(garbage)
    with pytest.raises(TalksError, match="can't be read") as refusal:
        Heartbeat(tmp_path).age()
    assert "\n" not in str(refusal.value)


def test_a_folder_in_its_place_is_no_sign_of_life(tmp_path: Path) -> None:
    (tmp_path / "health.json").mkdir()
    with pytest.raises(TalksError, match="can't be read: Is a directory"):
        Heartbeat(tmp_path).age()


def test_that_it_cannot_be_written_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Heartbeat(tmp_path / "gone").beat()
    [record] = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage().endswith(f"gone{os.sep}health.json can't be written: No such file or directory")


class Clock:
    """What `time.monotonic` says."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "monotonic", clock)
    return clock


def well() -> None:
    """Nothing is wrong with the log."""


async def test_a_bot_serves_once_telegram_has_answered(tmp_path: Path, clock: Clock) -> None:
    vitals = Vitals(Heartbeat(tmp_path), Tally(), 2, well)
    assert (await vitals.check()).trouble == "Telegram has not answered yet"
    vitals.beat()
    clock.now += 7
    health = await vitals.check()
    assert (health.polled_ago, health.trouble) == (7, None)
    assert Heartbeat(tmp_path).age() <= STALE_SECONDS
    clock.now += STALE_SECONDS
    assert (await vitals.check()).trouble == f"The bot has not reached Telegram for {STALE_SECONDS + 7} s"
    vitals.stop()
    assert (await vitals.check()).trouble == "Telegram has not answered yet"
    assert not (tmp_path / "health.json").exists()


async def test_it_knows_when_an_update_came_and_how_many_wait(tmp_path: Path) -> None:
    tally = Tally()
    vitals = Vitals(Heartbeat(tmp_path), tally, 2, well)
    health = await vitals.check()
    assert (health.last_update, health.queue_depth) == (None, 0)
    before = time.time()
    tally.received("message")
    vitals.queue_depth = lambda: 3
    health = await vitals.check()
    assert health.last_update is not None
    assert before <= health.last_update <= time.time()
    assert health.queue_depth == 3


async def test_the_log_is_tried_now_and_then_however_many_ask(
    tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    tried = 0
    trouble: str | None = None

    def find_trouble() -> str | None:
        nonlocal tried
        tried += 1
        assert threading.current_thread() is not threading.main_thread()
        return trouble

    vitals = Vitals(Heartbeat(tmp_path), Tally(), 2, find_trouble)
    vitals.beat()
    writable = list[bool]()
    for now_wrong in (None, "It is gone.", "It is gone.", None):
        trouble = now_wrong
        healths = await asyncio.gather(*(vitals.check() for _ in range(9)))
        writable += {health.log_writable for health in healths}
        clock.now += SPARING_SECONDS
    assert (writable, tried) == ([True, False, False, True], 4)
    assert [record.getMessage() for record in caplog.records] == ["It is gone."]
