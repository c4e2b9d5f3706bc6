"""Is a row that was acknowledged on disk, once, whatever happens around it?"""

from __future__ import annotations

import asyncio
import sqlite3
import struct
import tempfile
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.querylog.errors import LogError
from bot.querylog.keeper import BATCH
from bot.querylog.log import QueryLog
from bot.querylog.pseudonyms import Pseudonyms
from bot.querylog.reading import list_rows, show_row
from bot.querylog.rows import storable
from bot.tally import Tally
from tests.bot.querylog.kills import play
from tests.bot.querylog.samples import (
    AT,
    CHAT_ID,
    CORPUS,
    PSEUDONYMS,
    USER_ID,
    answer,
    asker,
    passage,
    record_all,
)

if TYPE_CHECKING:
    from bot.service import Log


def _count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        return count


async def test_the_service_can_use_it(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as opened:
        log: Log = opened
        await log.record(asker("1"), answer(), AT, CORPUS)
    assert show_row(path, "1").corpus == CORPUS


class Batches(Tally):
    def __init__(self) -> None:
        self.rows: list[int] = []

    def batched(self, rows: int) -> None:
        self.rows.append(rows)


async def test_concurrent_askings_share_transactions(path: Path) -> None:
    batches = Batches()
    async with await QueryLog.open(path, PSEUDONYMS, tally=batches) as log:
        await asyncio.gather(*(log.record(asker(str(n)), answer(f"{n}?"), AT, CORPUS) for n in range(500)))
        assert {row.uid: row.question for row in list_rows(path, 0)} == {str(n): f"{n}?" for n in range(500)}
    assert sum(batches.rows) == 500
    assert len(batches.rows) <= 2 * 500 / BATCH


async def test_closing_writes_what_still_waits(path: Path) -> None:
    log = await QueryLog.open(path, PSEUDONYMS)
    waiting = [asyncio.create_task(log.record(asker(str(n)), answer(), AT, CORPUS)) for n in range(200)]
    await asyncio.sleep(0)
    await log.close()
    await log.close()
    await asyncio.gather(*waiting)
    assert _count(path, "queries") == 200
    with pytest.raises(LogError, match="is closed"):
        await log.record(asker("late"), answer(), AT, CORPUS)


async def test_a_caller_that_gives_up_disturbs_nobody(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        tasks = [asyncio.create_task(log.record(asker(str(n)), answer(), AT, CORPUS)) for n in range(3)]
        await asyncio.sleep(0)
        tasks[1].cancel()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        assert [type(outcome) for outcome in done] == [type(None), asyncio.CancelledError, type(None)]
        await log.record(asker("next"), answer(), AT, CORPUS)


@pytest.mark.parametrize("together", [True, False])
async def test_a_replay_finds_its_row(path: Path, together: bool) -> None:  # noqa: FBT001
    first = answer("First?", nearest=(passage(1, 0, 29),))
    again = answer("Again?", nearest=(passage(1, 30, 69), passage(2, 70, 80)))
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        askings = [log.record(asker("same"), said, AT, CORPUS) for said in (first, again)]
        if together:
            await asyncio.gather(*askings)
        else:
            for asking in askings:
                await asking
    (row,) = list_rows(path)
    assert row.question == "First?"
    assert [shown.citation["start"] for shown in row.shown] == [0]
    assert _count(path, "passages") == 1


async def test_a_passage_and_a_corpus_are_kept_once(path: Path) -> None:
    record = [("1", answer(nearest=(passage(1, 0, 29),))), ("2", answer(nearest=(passage(3, 0, 29),)))]
    await asyncio.to_thread(record_all, path, record)
    tables = ("queries", "shown", "passages", "corpora")
    assert [_count(path, table) for table in tables] == [2, 2, 1, 1]


async def test_a_failure_in_the_middle_leaves_nothing_half_written(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("CREATE TRIGGER full BEFORE INSERT ON shown BEGIN SELECT RAISE(FAIL, 'no more'); END")
            with pytest.raises(LogError, match="no more"):
                await log.record(asker("1"), answer(nearest=(passage(1, 0, 29),)), AT, CORPUS)
            other.execute("DROP TRIGGER full")
        assert [_count(path, table) for table in ("queries", "passages", "corpora")] == [0, 0, 0]
        await log.record(asker("1"), answer(nearest=(passage(1, 0, 29),)), AT, CORPUS)
    assert len(show_row(path, "1").shown) == 1


def _fail(_: object) -> None:
    raise RuntimeError("nobody expected it")


async def test_nobody_waits_for_a_writer_that_failed(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    log = await QueryLog.open(path, PSEUDONYMS)
    monkeypatch.setattr(log._keeper, "keep", _fail)
    async with asyncio.timeout(10):
        askings = [log.record(asker(str(n)), answer(), AT, CORPUS) for n in range(2 * BATCH)]
        outcomes = await asyncio.gather(*askings, log.prune(AT), return_exceptions=True)
        late = await asyncio.gather(log.record(asker("late"), answer(), AT, CORPUS), return_exceptions=True)
    assert {(type(outcome), str(outcome)) for outcome in (*outcomes, *late)} == {
        (LogError, f"The query log {path} takes no more rows: its writer has stopped.")
    }
    [critical] = caplog.records
    assert critical.exc_info
    with pytest.raises(RuntimeError, match="nobody expected it"):
        await log.close()
    assert _count(path, "queries") == 0


@pytest.mark.parametrize("ticks", [1, 2, 3, 5, 8, 30])
async def test_a_close_that_is_cancelled_leaves_no_thread_and_no_lock_behind(path: Path, ticks: int) -> None:
    log = await QueryLog.open(path, PSEUDONYMS)
    askings = [asyncio.create_task(log.record(asker(str(n)), answer(), AT, CORPUS)) for n in range(2 * BATCH)]
    await asyncio.sleep(0)
    closing = asyncio.create_task(log.close())
    for _ in range(ticks):
        await asyncio.sleep(0.0005)
    closing.cancel()
    outcomes = await asyncio.gather(closing, *askings, return_exceptions=True)
    for thread in threading.enumerate():
        if "_connection_worker_thread" in thread.name:
            thread.join(5)  # told to end, it takes a moment
    assert not [thread for thread in threading.enumerate() if "_connection_worker_thread" in thread.name]
    safe = {str(number) for number, outcome in enumerate(outcomes[1:]) if outcome is None}
    async with await QueryLog.open(path, PSEUDONYMS, busy_seconds=0) as again:
        await again.record(asker("next"), answer(), AT, CORPUS)
    assert safe | {"next"} <= {row.uid for row in list_rows(path, 0)}


async def test_another_key_is_refused(path: Path) -> None:
    await asyncio.to_thread(record_all, path, [("1", answer())])
    with pytest.raises(LogError, match="was written with another pseudonym key"):
        await QueryLog.open(path, Pseudonyms(b"another key for tests"))
    await asyncio.to_thread(record_all, path, [("2", answer())])
    assert _count(path, "queries") == 2


async def test_two_writers_take_turns(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as one, await QueryLog.open(path, PSEUDONYMS) as two:
        await asyncio.gather(
            *(
                log.record(asker(f"{name}-{n}"), answer(), AT, CORPUS)
                for n in range(100)
                for name, log in (("one", one), ("two", two))
            )
        )
    assert _count(path, "queries") == 200


async def test_opening_what_is_not_ours_leaves_nothing_open(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    with pytest.raises(LogError, match="is a database, but not a query log"):
        await QueryLog.open(path, PSEUDONYMS)


def test_killed_in_the_middle_no_acknowledged_row_is_lost(tmp_path: Path) -> None:
    killed = play(tmp_path / "log.sqlite3", kills=3, callers=8, life=(0.05, 0.2))
    assert killed.acknowledged > 3
    assert killed.rows >= killed.acknowledged
    assert (killed.lost, killed.doubled, killed.troubles) == (0, 0, ())


async def test_the_file_knows_no_telegram_id(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await log.record(asker("update-1"), answer("A question that is kept"), AT, CORPUS)
        written = b"".join(file.read_bytes() for file in path.parent.iterdir())
    for telegram_id in (CHAT_ID, USER_ID):
        for trace in (str(abs(telegram_id)).encode(), struct.pack(">q", telegram_id)):
            assert trace not in written
    assert PSEUDONYMS.of("user", USER_ID).encode() in written
    assert b"A question that is kept" in written


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(), max_size=60), min_size=1, max_size=20))
@example(
    [
        "\x00",
        "a\x00b",
        "",
        "\ud83d\ude00",
        "\udfff",
        "\u202eشكرا\u202c",
        "💥" * 4096,
        "'; DROP TABLE queries; --",
    ]
)
def test_any_question_can_be_kept(questions: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.sqlite3"
        record_all(path, [(str(number), answer(question)) for number, question in enumerate(questions)])
        kept = [row.question for row in list_rows(path, 0)]
    assert kept[::-1] == [storable(question) for question in questions]
    assert storable("".join(kept)) == "".join(kept)
