"""Do judge, qrels, forget, prune, backup and check do what they say, from a shell?"""

from __future__ import annotations

import asyncio
import json
import os
import pty
import select
import subprocess
import time
from pathlib import Path

import pytest

from bot.journal.journal import Journal
from bot.levers.changes import add_pin
from bot.querylog import spool
from bot.querylog.entries import Asked, Voted
from bot.querylog.judging import find_review
from bot.querylog.reading import list_rows, open_reader
from retrieval.pins import Pin
from retrieval.same_question import question_key
from tests.bot.cli.command import TALKS, surroundings
from tests.bot.cli.conftest import Talks
from tests.bot.querylog.samples import answer, at, bytes_in, keep_all, passage, row_of

KEY = "a key for our tests"
ME, YOU = 7_001, 7_002


@pytest.fixture
def data(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = home / "data"
    monkeypatch.setenv("TALKS_DATA", str(data))
    monkeypatch.setenv("TALKS_PSEUDONYM_KEY", KEY)
    found = {"nearest": (passage(1, 0, 29), passage(2, 30, 69))}
    rows = [
        row_of("t:0", answer("Is Xanthippe here?", **found), at(5), chat_id=ME, user_id=ME),
        row_of("t:1", answer("Who leads?", **found), at(6), chat_id=YOU, user_id=YOU),
    ]
    keep_all(data / "log.sqlite3", *map(Asked, rows), Voted("t:1", "x", up=True, reason=None, at="1"))
    return data


def test_judgements_become_gold(talks: Talks, data: Path) -> None:
    assert "nothing is judged yet" in talks("log", "qrels").err
    assert talks("log", "judge", "t:1", "--passage", "2", "--grade", "3").out == "Questions judged: 1\n"
    assert talks("log", "judge", "t:0", "--rightly-refused", "--note", "nobody").out == "Questions judged: 2\n"
    done = talks("log", "qrels", "--trec", str(data / "trec"))
    then = {"answered": False, "shown": []}
    [judged] = done.rows()[1]["judgements"]
    assert judged.pop("text").startswith("“No breakthroughs,”")
    assert judged == {"article": "geneva", "start": 30, "end": 69, "grade": 3}
    assert done.rows() == [
        {"question": "Is Xanthippe here?", "should_answer": False, "judgements": [], "then": then},
        {"question": "Who leads?", "should_answer": True, "judgements": done.rows()[1]["judgements"], "then": then},
    ]
    assert (data / "trec" / "qrels.txt").read_text("utf-8") == "2 0 geneva:30-69 3\n"
    assert (data / "trec" / "run.txt").read_text("utf-8").splitlines()[-1] == "2 Q0 geneva:30-69 2 -2 talks"
    assert "it can't be rightly refused" in talks("log", "judge", "t:1", "--rightly-refused").error()
    assert "grade 3" in talks("log", "show", "t:1").out
    assert "judged    rightly refused: nobody" in talks("log", "show", "t:0").out


def test_in_a_terminal_keys_judge(home: Path, data: Path) -> None:
    ours, theirs = pty.openpty()
    env = surroundings(home, TALKS_DATA=str(data), TALKS_PSEUDONYM_KEY=KEY, TERM="xterm", COLUMNS="80")
    command = [*TALKS, "log", "judge", "t:1"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env) as judge:
        os.close(theirs)
        try:
            said = _read_until(ours, b"1. Talks begin", b"kept back")
            said += _press(ours, b"2", b"2. ", b"kept back") + _press(ours, b"\r", b"No more passages")
            said += _press(ours, b"s", b"should answer", b"No more") + _press(ours, b"x", b"No more")
            said += _press(ours, b"q", b"Questions judged: 1")
            assert judge.wait(20) == 0
        finally:
            judge.kill()
    os.close(ours)
    assert b"\x1b[36m" in said
    with open_reader(data / "log.sqlite3") as connection:
        review = find_review(connection, next(list_rows(data / "log.sqlite3", 1)).normal)
    assert review
    assert (review.verdict, sorted(review.grades.values())) == ("should_answer", [2])


def _press(terminal: int, key: bytes, *wanted: bytes) -> bytes:
    time.sleep(0.2)  # what is typed before a key is waited for is thrown away
    os.write(terminal, key)
    return _read_until(terminal, *wanted)


def _read_until(terminal: int, *wanted: bytes) -> bytes:
    said, end = b"", time.monotonic() + 30
    while not all(words in said for words in wanted):
        assert time.monotonic() < end, said
        if select.select([terminal], [], [], 1)[0]:
            said += os.read(terminal, 4096)
    return said


def test_a_reader_is_forgotten_everywhere(talks: Talks, data: Path) -> None:
    update = {"update_id": 1, "message": {"from": {"id": ME}, "text": "Xanthippe again"}}

    async def journal() -> None:
        async with await Journal.open(data / "journal.sqlite3", 1) as opened:
            await opened.add([update])

    asyncio.run(journal())
    late = row_of("late", answer("Late Xanthippe"), at(7), chat_id=ME, user_id=ME)
    spool.Spool(data / "log.sqlite3").append([Asked(late)])
    talks("log", "judge", "t:0", "--passage", "1", "--grade", "1")
    question = "Is Xanthippe here?"
    add_pin(data, Pin(question_key(question), "geneva", 0, "Talks begin Monday in Geneva.", question))
    done = talks("log", "forget", "--user", str(ME))
    assert done.err == ""
    assert done.out.splitlines() == [
        "Rows deleted: 1",
        "Waiting entries deleted: 1",
        "Judgements of questions that nobody else asked deleted: 1",
        "Updates deleted: 1",
    ]
    assert b"xanthip" not in bytes_in(data).lower()
    assert [row["uid"] for row in talks("log", "list", "--json").rows()] == ["t:1"]
    assert talks("log", "forget", "t:1").out == "Rows deleted: 1\n"
    assert "has no row t:1" in talks("log", "forget", "t:1").error()


def test_old_rows_are_pruned(talks: Talks, data: Path) -> None:
    assert talks("log", "prune", "--before", "2022-01-06").out == "Rows from before 2022-01-06 00:00 UTC deleted: 1\n"
    assert b"Xanthippe" not in (data / "log.sqlite3").read_bytes()
    assert talks("log", "prune").out.endswith("deleted: 1\n")


def test_a_backup_is_a_log_and_names_its_key(talks: Talks, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = data.parent / "copy" / "log.sqlite3"
    assert "cannot be opened" in talks("log", "backup", str(copy)).error()
    copy.parent.mkdir()
    out = talks("log", "backup", str(copy)).out
    assert "Its pseudonyms need the key in TALKS_PSEUDONYM_KEY: keep that beside it." in out
    assert copy.stat().st_mode & 0o077 == 0
    assert [row.uid for row in list_rows(copy)] == ["t:1", "t:0"]
    assert "File exists" in talks("log", "backup", str(copy)).error()
    assert [row.uid for row in list_rows(copy)] == ["t:1", "t:0"]
    monkeypatch.delenv("TALKS_PSEUDONYM_KEY")
    assert f"need the key in {data}/pseudonym.key" in talks("log", "backup", str(copy.with_name("two"))).out


def test_a_check_finds_what_is_wrong(talks: Talks, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["file", "references", "full text", "statistics", "key", "spool", "damaged logs"]
    done = talks("log", "check")
    assert (done.code, done.err) == (0, "")
    assert [line.removeprefix("ok").strip() for line in done.out.splitlines()] == names
    spool.Spool(data / "log.sqlite3").append([Voted("t:1", "y", up=True, reason=None, at="2")])
    monkeypatch.setenv("TALKS_PSEUDONYM_KEY", "another key for tests")
    done = talks("log", "check", "--json")
    assert done.code == 1
    assert {row["name"]: row["ok"] for row in done.rows()} == {name: name not in {"key", "spool"} for name in names}
    assert "needs a look: key, spool" in done.err


def test_who_follows_the_log_sees_what_is_asked_then(home: Path, data: Path) -> None:
    env = surroundings(home, TALKS_DATA=str(data), PYTHONUNBUFFERED="1")
    command = [*TALKS, "log", "tail", "--follow", "--limit", "1", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True) as tail:
        assert tail.stdout
        assert json.loads(tail.stdout.readline())["uid"] == "t:1"
        keep_all(data / "log.sqlite3", Asked(row_of("t:2", answer("New?"), at(8))))
        assert json.loads(tail.stdout.readline())["uid"] == "t:2"
        tail.kill()
