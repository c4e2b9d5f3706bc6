"""Does a bot under way take up what the operator changes, at once and as a whole?"""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.compose import build_service
from bot.errors import SettingsError
from bot.levers.changes import add_pin, add_wording, remove_wording, set_threshold
from bot.levers.files import WORDINGS
from bot.levers.live import LiveAnswerer
from retrieval.pins import Pin
from retrieval.refit import Threshold
from tests.bot.levers import samples
from tests.bot.levers.samples import LED
from tests.retrieval.test_levers import ANSWERER, CHAMPION, LEADS, NEGOTIATOR, slice_of


def shown(live: LiveAnswerer, question: str) -> list[str]:
    return [hit.citation.text for hit in live.answer(question, 3).hits]


def test_each_change_counts_with_the_next_question(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    live = LiveAnswerer(ANSWERER, tmp_path)
    before = shown(live, NEGOTIATOR)
    add_wording(tmp_path, LED)
    assert shown(live, NEGOTIATOR) == [LEADS] != before
    add_pin(tmp_path, Pin.of(CHAMPION, slice_of(LEADS)))
    assert shown(live, CHAMPION) == [LEADS]
    set_threshold(tmp_path, Threshold(1.9, ANSWERER.threshold, "", 9))
    assert shown(live, NEGOTIATOR) == []
    set_threshold(tmp_path, None)
    remove_wording(tmp_path, LED)
    assert shown(live, NEGOTIATOR) == before
    assert [record.message for record in caplog.records] == [
        "The levers changed: 1 wording, 0 pins, threshold 0.36",
        "The levers changed: 1 wording, 1 pin, threshold 0.36",
        "The levers changed: 1 wording, 1 pin, threshold 1.90",
        "The levers changed: 0 wordings, 1 pin, threshold 0.36",
    ]


def test_a_bad_file_is_said_once_and_the_levers_stay(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    add_wording(tmp_path, LED)
    live = LiveAnswerer(ANSWERER, tmp_path)
    (tmp_path / WORDINGS).write_text("chief negotiator = led\n", "utf-8")
    for _ in range(3):
        assert shown(live, NEGOTIATOR) == [LEADS]
    [record] = caplog.records
    assert (record.levelno, record.message[:29]) == (logging.ERROR, "The levers stay as they were:")
    assert f"{WORDINGS}, line 1" in record.message
    (tmp_path / WORDINGS).unlink()
    assert shown(live, NEGOTIATOR) != [LEADS]


def test_a_bot_does_not_start_with_a_bad_file(tmp_path: Path) -> None:
    (tmp_path / WORDINGS).write_text("chief negotiator = led\n", "utf-8")
    with pytest.raises(SettingsError, match="line 1"):
        LiveAnswerer(ANSWERER, tmp_path)


def test_a_pin_without_its_passage_is_told_but_not_its_question(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    add_pin(tmp_path, samples.PIN)
    LiveAnswerer(ANSWERER, tmp_path)
    [record] = caplog.records
    assert record.message == "A lever has no effect: what was pinned in one at character 0 is gone"


async def test_the_service_follows_the_data_folder(tmp_path: Path) -> None:
    service = build_service(ANSWERER, followed=tmp_path)
    add_wording(tmp_path, LED)
    answer = await service.ask(NEGOTIATOR)
    service.close()
    assert answer.levers == (f"wording {LED}",)
