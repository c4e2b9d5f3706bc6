"""What does the operator make of a question? Grades of passages and a verdict, for all who ask the same."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from bot.querylog.editing import edit
from bot.querylog.errors import LogError
from bot.querylog.rows import LogRow, timestamp
from retrieval.gold import ANSWERS, GRADES

Verdict = Literal["should_answer", "rightly_refused"]

# A judgement is for whoever asks the question; its text is that of the asking that was judged first.
_BEGIN = "INSERT INTO reviews (normal, question, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_GRADE = """
    INSERT INTO judgements (normal, passage, grade, at) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET grade = excluded.grade, at = excluded.at"""
_CONVINCED = """
    UPDATE reviews SET verdict = 'should_answer', at = ?2 WHERE normal = ?1 AND verdict = 'rightly_refused'"""
_REVIEW = "UPDATE reviews SET verdict = ?2, note = coalesce(?3, note), at = ?4 WHERE normal = ?1"
_ANSWERING = f"SELECT count(*) FROM judgements WHERE normal = ? AND grade >= {ANSWERS}"  # noqa: S608 - a number of ours


@dataclass(frozen=True, slots=True)
class Review:
    """All that is judged of one question."""

    normal: str
    question: str
    """As it was asked."""
    verdict: Verdict | None = None
    note: str | None = None
    at: str = ""
    grades: Mapping[str, int] = field(default_factory=dict)
    """By `ShownPassage.passage_id`."""


def grade(path: Path, row: LogRow, rank: int, given: int, at: dt.datetime | None = None) -> None:
    """Grade the passage of that rank, shown or kept back, from 0 (not at all) to 3 (answers fully).

    One that answers takes back that the question was rightly refused.
    """
    if given not in GRADES:
        raise LogError(f"A grade is one of {', '.join(map(str, GRADES))}, not {given}.")
    passage = next((passage for passage in row.shown if passage.rank == rank), None)
    if passage is None:
        ranks = ", ".join(str(passage.rank) for passage in row.shown) or "none"
        raise LogError(f"The row {row.uid} has no passage {rank}; it has {ranks}.")
    moment = _stamp(at)
    with edit(path) as connection:
        connection.execute(_BEGIN, (row.normal, row.full_question, moment))
        connection.execute(_GRADE, (row.normal, passage.passage_id, given, moment))
        if given >= ANSWERS:
            connection.execute(_CONVINCED, (row.normal, moment))


def review(path: Path, row: LogRow, verdict: Verdict, note: str | None = None, at: dt.datetime | None = None) -> None:
    """Whether the articles answer the question. LogError where a passage is graded to answer what they don't."""
    with edit(path) as connection:
        ((answering,),) = connection.execute(_ANSWERING, (row.normal,)).fetchall()
        if answering and verdict == "rightly_refused":
            raise LogError(f"{answering} of its passages are graded {ANSWERS} or more: it can't be rightly refused.")
        connection.execute(_BEGIN, (row.normal, row.full_question, _stamp(at)))
        connection.execute(_REVIEW, (row.normal, verdict, note, _stamp(at)))


def withdraw(path: Path, normal: str) -> bool:
    """Undo all that is judged of a question; whether there was anything."""
    with edit(path) as connection:
        return connection.execute("DELETE FROM reviews WHERE normal = ?", (normal,)).rowcount > 0


def find_review(connection: sqlite3.Connection, normal: str) -> Review | None:
    """What is judged of a question so far."""
    found = connection.execute("SELECT * FROM reviews WHERE normal = ?", (normal,)).fetchone()
    if found is None:
        return None
    grades = connection.execute("SELECT passage, grade FROM judgements WHERE normal = ?", (normal,)).fetchall()
    return Review(**dict(found), grades=dict(grades))


def count_reviews(connection: sqlite3.Connection) -> int:
    """How many questions are judged."""
    ((count,),) = connection.execute("SELECT count(*) FROM reviews").fetchall()
    return int(count)


def _stamp(at: dt.datetime | None) -> str:
    return timestamp(at or dt.datetime.now(dt.UTC))
