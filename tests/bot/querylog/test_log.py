"""Is a row that was acknowledged on disk, once, whatever happens around it?"""

from __future__ import annotations

import asyncio
import sqlite3
import struct
import subprocess
import sys
import tempfile
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.querylog.errors import LogError
from bot.querylog.log import BATCH, QueryLog
from bot.querylog.pseudonyms import Pseudonyms
from bot.querylog.reading import list_rows, show_row
from bot.querylog.rows import storable
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

WRITE_FOREVER = """
import asyncio, itertools, sys
from pathlib import Path
from bot.querylog.log import QueryLog
from tests.bot.querylog.samples import *

async def write(log, caller):
    for number in itertools.count():
        uid = f"{sys.argv[2]}-{caller}-{number}"
        await log.record(asker(uid), answer(nearest=(passage(1, 0, 29),)), AT, CORPUS)
        print(uid, flush=True)

async def main():
    log = await QueryLog.open(Path(sys.argv[1]), PSEUDONYMS)
    await asyncio.gather(*(write(log, caller) for caller in range(8)))

asyncio.run(main())
"""


def _count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        return count


async def test_the_service_can_use_it(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as opened:
        log: Log = opened
        await log.record(asker("1"), answer(), AT, CORPUS)
    assert show_row(path, "1").corpus == CORPUS


async def test_concurrent_askings_share_transactions(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        statements: list[str] = []
        await log._database.set_trace_callback(statements.append)
        await asyncio.gather(*(log.record(asker(str(n)), answer(f"{n}?"), AT, CORPUS) for n in range(500)))
        assert {row.uid: row.question for row in list_rows(path, 0)} == {str(n): f"{n}?" for n in range(500)}
    assert 500 / BATCH <= statements.count("COMMIT") <= 2 * 500 / BATCH


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


async def test_a_lock_reaches_every_caller_and_the_writer_goes_on(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS, busy_seconds=0.05) as log:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            failures = await asyncio.gather(
                *(log.record(asker(str(n)), answer(), AT, CORPUS) for n in range(3)), return_exceptions=True
            )
        assert all(isinstance(failure, LogError) and "locked" in str(failure) for failure in failures)
        await log.record(asker("after"), answer(), AT, CORPUS)
    assert [row.uid for row in list_rows(path)] == ["after"]


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


async def _fail(_: object) -> None:
    raise RuntimeError("nobody expected it")


async def test_nobody_waits_for_a_writer_that_failed(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    log = await QueryLog.open(path, PSEUDONYMS)
    monkeypatch.setattr(log, "_insert", _fail)
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


async def test_opening_what_is_no_log_leaves_nothing_open(path: Path) -> None:
    path.parent.mkdir()
    await asyncio.to_thread(path.write_bytes, b"no log" * 100)
    with pytest.raises(LogError, match="damaged or no query log"):
        await QueryLog.open(path, PSEUDONYMS)


def test_killed_in_the_middle_no_acknowledged_row_is_lost(path: Path) -> None:
    acknowledged: list[str] = []
    for life in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", WRITE_FOREVER, str(path), str(life)], stdout=subprocess.PIPE, text=True
        ) as bot:
            assert bot.stdout
            acknowledged += [line.strip() for line in islice(bot.stdout, 50 + 77 * life)]
            bot.kill()
            acknowledged += [line.strip() for line in bot.stdout if line.endswith("\n")]
        rows = list(list_rows(path, 0))
        uids = [row.uid for row in rows]
        assert len(acknowledged) >= 50 * (life + 1)
        assert set(acknowledged) <= set(uids)
        assert len(uids) == len(set(uids))
        assert all(len(row.shown) == 1 for row in rows)


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
