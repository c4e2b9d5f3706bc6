"""Is all that is kept of a reader handed out and deleted, also at the second attempt?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot import records
from bot.errors import TalksError
from bot.levers.changes import add_pin
from bot.levers.files import PINS
from bot.querylog.judging import review
from bot.querylog.log import QueryLog
from bot.querylog.reading import list_rows
from bot.records import Records
from bot.settings import Settings
from retrieval.pins import Pin
from retrieval.same_question import question_key
from tests.bot.querylog.samples import ARTICLE, AT, CORPUS, PSEUDONYMS, USER_ID, answer, asker

QUESTION = "Where is Xanthippe?"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, _env_file=None)


async def test_what_is_too_large_for_a_file_is_left_out(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    async with await QueryLog.open(settings.log_path, PSEUDONYMS) as log:
        for number in range(5):
            await log.record(asker(str(number)), answer(f"Question {number}?"), AT, CORPUS)
        whole = Records(log, PSEUDONYMS, settings).own(USER_ID)
        assert (whole.questions, whole.votes, whole.is_cut) == (5, 0, False)
        monkeypatch.setattr(records, "MOST_BYTES", len(whole.content) // 2)
        part = Records(log, PSEUDONYMS, settings).own(USER_ID)
    assert part.is_cut
    newest = [json.loads(line)["uid"] for line in part.content.splitlines()]
    assert newest == ["4", "3"][: len(newest)]
    assert len(newest) == part.questions == 2


async def test_words_that_could_not_be_deleted_are_at_the_next_attempt(settings: Settings) -> None:
    async with await QueryLog.open(settings.log_path, PSEUDONYMS) as log:
        kept = Records(log, PSEUDONYMS, settings)
        await log.record(asker("1"), answer(QUESTION), AT, CORPUS)
        [row] = list_rows(settings.log_path)
        review(settings.log_path, row, "should_answer")
        add_pin(settings.data, Pin(question_key(QUESTION), ARTICLE.id, 0, "Talks begin", QUESTION))
        pins = settings.data / PINS
        well = pins.read_text("utf-8")
        pins.write_text(f"{well}no JSON\n", "utf-8")
        with pytest.raises(TalksError, match="line 2"):
            await kept.forget(USER_ID)
        pins.write_text(well, "utf-8")
        await kept.forget(USER_ID)
    assert "Xanthippe" not in pins.read_text("utf-8")
    assert "Xanthippe" not in (settings.data / "levers-history.jsonl").read_text("utf-8")
