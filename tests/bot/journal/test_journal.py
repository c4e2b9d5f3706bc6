"""Is every update that was taken in on disk, once, until it is answered, and then no more?"""

from __future__ import annotations

import asyncio
import logging
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.journal import writer
from bot.journal.journal import Journal
from bot.journal.schema import KEPT, JournalError

Json = dict[str, Any]

BOT = 1
SECRET = "what only the reader should know"  # noqa: S105 - a question's text


def update(number: int, user: int = 7, text: str = "Who?") -> Json:
    person = {"id": user, "first_name": "Ann"}
    return {"update_id": number, "message": {"message_id": 900, "from": person, "chat": {"id": -5}, "text": text}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks" / "journal.sqlite3"


def everything(path: Path) -> bytes:
    """Of the journal's file and those beside it."""
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def stored(path: Path) -> dict[int, tuple[str | None, str | None]]:
    """Payload and reason by number."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT id, payload, aside FROM updates ORDER BY number").fetchall()
    return {number: (payload, aside) for number, payload, aside in rows}


async def left(path: Path, bot: int = BOT) -> list[Json]:
    async with await Journal.open(path, bot) as journal:
        return [one.update for one in await journal.take_up()]


async def test_what_was_added_is_left_for_the_next_run_in_order(path: Path) -> None:
    updates = [update(9), update(3), update(5, text="Lone \ud800, “quoted”, \0 and 🙂")]
    async with await Journal.open(path, BOT) as journal:
        assert await journal.add(updates[:1]) == updates[:1]
        assert await journal.add(updates[1:]) == updates[1:]
        assert journal.depth == 3
    assert await left(path) == updates


async def test_the_file_is_its_owners_alone(path: Path) -> None:
    async with await Journal.open(path, BOT):
        assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.glob("journal*")} == {0o600}


async def test_what_is_answered_is_gone_at_once_but_for_its_number(path: Path) -> None:
    async with await Journal.open(path, BOT) as journal:
        await journal.add([update(1, text=SECRET), update(2)])
        journal.settle(1)
        assert journal.depth == 1
    assert stored(path)[1] == (None, None)
    assert SECRET.encode() not in everything(path)
    assert await left(path) == [update(2)]


@pytest.mark.parametrize("settled", [False, True])
async def test_what_telegram_sends_again_is_not_taken_again(path: Path, *, settled: bool) -> None:
    async with await Journal.open(path, BOT) as journal:
        await journal.add([update(1)])
        if settled:
            journal.settle(1)
        assert await journal.add([update(1), update(2)]) == [update(2)]
    async with await Journal.open(path, BOT) as journal:
        assert await journal.add([update(1)]) == []


async def test_another_bots_updates_are_others(path: Path) -> None:
    async with await Journal.open(path, BOT) as journal:
        await journal.add([update(1)])
    async with await Journal.open(path, 2) as journal:
        assert journal.depth == 0
        assert await journal.add([update(1)]) == [update(1)]
        assert len(await journal.take_up()) == 1
    assert await left(path) == [update(1)]


async def test_what_is_set_aside_stays_to_be_looked_at(path: Path) -> None:
    async with await Journal.open(path, BOT) as journal:
        await journal.add([update(1)])
        journal.set_aside(1, "cannot be read")
        assert journal.depth == 0
    payload, reason = stored(path)[1]
    assert payload is not None
    assert '"Who?"' in payload
    assert reason == "cannot be read"
    assert await left(path) == []


async def test_runs_that_took_an_update_up_are_counted(path: Path) -> None:
    async with await Journal.open(path, BOT) as journal:
        await journal.add([update(1)])
    for runs in (1, 2):
        async with await Journal.open(path, BOT) as journal:
            [one] = await journal.take_up()
            assert (one.replays, one.alone) == (runs, runs - 1)
            await journal.note_alone(1)


async def test_one_commit_serves_all_who_come_meanwhile(path: Path) -> None:
    async with await Journal.open(path, BOT) as journal:
        statements: list[str] = []
        await journal._writer._in_thread(partial(journal._writer._database.set_trace_callback, statements.append))
        await asyncio.gather(*(journal.add([update(number)]) for number in range(200)))
        for number in range(200):
            journal.settle(number)
    assert len([one for one in statements if "INSERT" in one]) <= 3
    assert await left(path) == []


async def test_the_same_update_twice_at_once_is_taken_once(path: Path) -> None:
    async with await Journal.open(path, BOT) as journal:
        first, second = await asyncio.gather(journal.add([update(1)]), journal.add([update(1)]), return_exceptions=True)
        assert first == [update(1)]
        assert isinstance(second, JournalError)
        assert await journal.add([update(1)]) == []


async def test_whoever_wants_to_be_forgotten_is(path: Path) -> None:
    forwarded = {"update_id": 3, "message": {"from": {"id": 8}, "forward_origin": {"sender_user": {"id": 7}}}}
    async with await Journal.open(path, BOT) as journal:
        await journal.add([update(1, user=7, text=SECRET), update(2, user=8), forwarded, update(4, user=70)])
        journal.set_aside(1, "odd")
        assert await journal.forget(7) == 2
        assert journal.depth == 2
        assert await journal.forget(900) == 0, "a message's number is nobody's"
        assert SECRET.encode() not in everything(path)
    assert await left(path) == [update(2, user=8), update(4, user=70)]


async def test_a_journal_that_another_program_holds_is_said_once_and_written_later(
    path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "AGAIN", 0.01)
    caplog.set_level(logging.INFO, "bot")
    async with await Journal.open(path, BOT, busy_seconds=0) as journal:
        await journal.add([update(1)])
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            for _ in range(2):
                with pytest.raises(JournalError, match="is locked by another program"):
                    await journal.add([update(2)])
            journal.settle(1)
            await asyncio.sleep(0.05)
            other.execute("ROLLBACK")
        while journal._writer._news.settled or journal._writer._trouble:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)
        assert await journal.add([update(2)]) == [update(2)]
        lines = [record.getMessage() for record in caplog.records]
        assert [line.partition(":")[0] for line in lines] == [
            "No update is taken in until the journal can be written",
            "The journal can be written again",
        ]
    assert await left(path) == [update(2)]


async def test_a_full_disk_is_said_in_one_sentence(path: Path) -> None:
    async with await Journal.open(path, BOT) as journal:
        await journal._writer.run("PRAGMA max_page_count = 8")
        with pytest.raises(JournalError, match="cannot grow: the disk is full"):
            await journal.add([update(1, text="x" * 100_000)])
        assert await journal.add([update(2)]) == [update(2)]
    assert await left(path) == [update(2)]


def _garbage(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no journal, however long one looks at it " * 50)


def _another_database(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE letters (text)")


@pytest.mark.parametrize("put", [_garbage, _another_database])
async def test_what_is_no_journal_is_refused_and_left_alone(path: Path, put: Callable[[Path], None]) -> None:
    put(path)
    before = everything(path)
    with pytest.raises(JournalError):
        await Journal.open(path, BOT)
    assert everything(path) == before


async def test_a_newer_journal_is_refused(path: Path) -> None:
    async with await Journal.open(path, BOT):
        pass
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(JournalError, match="newer talks"):
        await Journal.open(path, BOT)


async def test_old_numbers_and_old_leftovers_are_swept_out(path: Path) -> None:
    async with await Journal.open(path, BOT) as journal:
        await journal.add([update(number) for number in range(KEPT + 10)])
        for number in range(1, KEPT + 10):
            journal.settle(number)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE updates SET received = 0 WHERE id = 500")
    async with await Journal.open(path, BOT):
        pass
    numbers = set(stored(path))
    assert 0 in numbers, "it is not answered"
    assert not numbers & {*range(1, 10), 500}
    assert len(numbers) == KEPT


ADD_FOREVER = """
import asyncio, itertools, sys
from pathlib import Path
from bot.journal.journal import Journal

async def add(journal, caller):
    for number in itertools.count():
        number = number * 8 + caller
        await journal.add([{"update_id": number, "message": {"text": "?" * 200}}])
        print("added", number, flush=True)
        if caller % 2:
            journal.settle(number)

async def main():
    journal = await Journal.open(Path(sys.argv[1]), 1)
    await asyncio.gather(*(add(journal, caller) for caller in range(8)))

asyncio.run(main())
"""


async def test_kill_9_loses_nothing_that_was_taken_in(path: Path) -> None:
    path.parent.mkdir()
    with subprocess.Popen(  # noqa: ASYNC220 - nothing else goes on here
        [sys.executable, "-c", ADD_FOREVER, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        added = {int(process.stdout.readline().split()[1]) for _ in range(400)}
        process.send_signal(signal.SIGKILL)
        rest = [line.split() for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        added |= {int(number) for _, number in rest}
    waiting = [one["update_id"] for one in await left(path)]
    assert {number for number in added if number % 2 == 0} <= set(waiting)
    assert len(waiting) == len(set(waiting))
    assert added <= set(stored(path))
