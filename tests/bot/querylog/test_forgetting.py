"""Is not a byte of a reader's questions left in any file, and everything of others?"""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.querylog import spool
from bot.querylog.check import check
from bot.querylog.entries import Asked, Entry, Voted
from bot.querylog.errors import LogError
from bot.querylog.forgetting import Forgotten, forget, forget_row
from bot.querylog.gold import read_gold
from bot.querylog.judging import grade, review
from bot.querylog.log import QueryLog
from bot.querylog.reading import list_rows, open_reader, show_row
from bot.querylog.retention import prune
from bot.querylog.selection import Selection
from tests.bot.querylog.samples import CORPUS, PSEUDONYMS, answer, asker, at, bytes_in, keep_all, passage, row_of

if TYPE_CHECKING:
    from pathlib import Path

ME, YOU, GROUP = 7_001, 7_002, -100_500
SECRET = b"Xanthippe"


def asked(uid: str, question: str, user: int, chat: int | None = None) -> Entry:
    given = answer(question, nearest=(passage(1, 0, 29),), joined=f"{question} and so on")
    return Asked(row_of(uid, given, at(5), user_id=user, chat_id=chat or user))


@pytest.fixture
def path(path: Path) -> Path:
    """Mine among many, some in a group, some that others ask too; judged, voted for, and long enough to overflow."""
    mine = [asked(f"me {n}", f"Is Xanthippe {n} in {'Geneva ' * (300 * (n % 3))}?", ME) for n in range(40)]
    yours = [asked(f"you {n}", f"Is Ryabkov {n} in {'Geneva ' * (300 * (n % 3))}?", YOU) for n in range(40)]
    both = [asked("me both", "WHO leads?", ME, GROUP), asked("you both", "Who leads?", YOU, GROUP)]
    votes: list[Entry] = [Voted("you 1", PSEUDONYMS.of("user", ME), up=False, reason="Xanthippe is missing", at="1")]
    entries = [entry for pair in zip(mine, yours, strict=True) for entry in pair]
    keep_all(path, *entries, *both, *votes)
    for uid in ("me 1", "me both"):
        grade(path, show_row(path, uid), 1, 3)
    return path


def forget_me(path: Path) -> Forgotten:
    return forget(path, user=PSEUDONYMS.of("user", ME), chat=PSEUDONYMS.of("chat", ME))


def test_nothing_of_a_reader_is_left_and_all_of_others(path: Path) -> None:
    assert SECRET in bytes_in(path.parent)
    forgotten = forget_me(path)
    assert (forgotten.rows, forgotten.votes, forgotten.spooled, forgotten.judged) == (41, 1, 0, 1)
    assert len(forgotten.normals) == 40
    left = bytes_in(path.parent)
    assert SECRET.lower() not in left.lower()
    assert b"xanthipp" not in left
    assert PSEUDONYMS.of("user", ME).encode() not in left
    assert sorted(row.uid for row in list_rows(path, 0)) == sorted(["you both", *(f"you {n}" for n in range(40))])
    assert len(list(list_rows(path, 0, Selection(words="ryabkov")))) == 40
    assert [finding for finding in check(path, PSEUDONYMS.fingerprint) if finding.trouble] == []


def test_what_others_ask_too_keeps_its_judgement_in_their_words(path: Path) -> None:
    forget_me(path)
    with open_reader(path) as connection:
        [gold] = read_gold(connection)
    assert gold["question"] == "Who leads? and so on"
    assert [judged["grade"] for judged in gold["judgements"]] == [3]
    assert forget_me(path) == Forgotten()


def test_what_was_pruned_is_still_known_to_be_mine(path: Path) -> None:
    review(path, show_row(path, "you 3"), "rightly_refused")
    assert prune(path, "2023") == 82
    assert SECRET in bytes_in(path.parent)
    assert forget_me(path).judged == 1
    assert b"xanthipp" not in bytes_in(path.parent).lower()
    with open_reader(path) as connection:
        questions = [gold["question"] for gold in read_gold(connection)]
    assert len(questions) == 2
    assert "who lead and so on" in questions


def test_a_chat_is_forgotten_with_all_who_asked_in_it(path: Path) -> None:
    assert forget(path, chat=PSEUDONYMS.of("chat", GROUP)).rows == 2
    assert len(list(list_rows(path, 0))) == 80


def test_what_waits_in_the_spool_is_forgotten(path: Path) -> None:
    waiting = spool.Spool(path)
    waiting.append([asked("late", "Xanthippe?", ME), asked("you late", "Ryabkov?", YOU)])
    assert forget_me(path).spooled == 1
    assert spool.waiting(path) == [(spool.places(path)[0], 1)]
    assert SECRET not in bytes_in(path.parent)
    assert forget_row(path, "you late").spooled == 1
    assert spool.waiting(path) == []


def test_one_question_by_its_uid(path: Path) -> None:
    forgotten = forget_row(path, "me 17")
    assert (forgotten.rows, forgotten.judged) == (1, 0)
    assert b"Xanthippe 17" not in bytes_in(path.parent)
    assert b"Xanthippe 16" in bytes_in(path.parent)
    assert forget_row(path, "me 1").judged == 1
    with pytest.raises(LogError, match="has no row me 17"):
        forget_row(path, "me 17")


async def test_the_bot_forgets_while_it_serves(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        forgotten = await log.forget(user=ME, chat=ME)
        assert forgotten.rows == 41
        assert SECRET not in bytes_in(path.parent)
        await log.record(asker("after"), answer("After?"), at(6), CORPUS)
    assert SECRET not in bytes_in(path.parent)
    assert show_row(path, "after").question == "After?"


async def test_another_program_forgets_while_the_bot_serves(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await log.record(asker("mine", user_id=ME), answer("Xanthippe again?"), at(6), CORPUS)
        assert forget_me(path).rows == 42
        assert SECRET not in bytes_in(path.parent)
        await log.record(asker("after"), answer("After?"), at(6) + dt.timedelta(seconds=1), CORPUS)
    assert show_row(path, "after").question == "After?"


def test_a_log_that_is_held_is_one_clear_sentence(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LogError, match="is locked by another program; close that one and try again"):
            forget(path, user="x", busy_seconds=0.05)


def test_a_reader_who_looks_on_is_waited_for_and_then_named(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM queries").fetchone()
        with pytest.raises(LogError, match=r"locked|their words are still in its write-ahead log"):
            forget(path, user=PSEUDONYMS.of("user", ME), busy_seconds=0.05)
    forget_me(path)
    assert SECRET not in bytes_in(path.parent)
