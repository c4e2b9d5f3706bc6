"""What do readers ask in the tests of the page, and in its pictures? Made up, about the shipped articles.

`python -m tests.bot.review.made_up FOLDER` makes such a log, to look at with `talks log serve`.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot.compose import load_answerer
from bot.querylog.editing import edit
from bot.querylog.entries import Asked, Entry, Voted
from bot.querylog.judging import grade, review
from bot.querylog.pseudonyms import Pseudonyms
from bot.querylog.reading import list_rows
from bot.querylog.rows import make_row, timestamp
from bot.querylog.schema import adopt_key, prepare
from bot.querylog.selection import Selection
from bot.querylog.writing import write
from bot.service import Asker, Via
from bot.settings import Settings
from retrieval.answer import Answer
from retrieval.answerer import Answerer

QUESTIONS = (
    "Who leads the Russian side?",
    "When do the Geneva talks start?",
    "How many soldiers stand at the border with Ukraine?",
    "What did Ryabkov say about concessions?",
    "Where does the NATO-Russia Council meet?",
    "What does Blinken expect of the talks?",
    "When are the talks in Vienna?",
    "Who is the US Deputy Secretary of State?",
    "What does Russia want from NATO?",
    "Which sanctions are prepared?",
    "Did Putin speak with Macron?",
    "what is planned in brusels",
    "Who is chess champion?",
    "What is the Russian troop strength at the border?",
    "Who is chess champion now?",
    "How long has the council not met?",
)
MISREAD = "What is the Russian troop strength at the border?"
"""Answered with another passage first: the articles write of soldiers."""
DAYS = 30
KEY = Pseudonyms(b"a key for pages")


def make_log(settings: Settings, *, count: int = 120, now: dt.datetime | None = None) -> None:
    """So many askings of the last thirty days, three questions judged."""
    now = now or dt.datetime.now(dt.UTC)
    prepare(settings.log_path)
    adopt_key(settings.log_path, KEY.fingerprint)
    with edit(settings.log_path) as connection:
        write(connection, list(_entries(load_answerer(settings), count, now)))
    _judge(settings.log_path)


def _entries(answerer: Answerer, count: int, now: dt.datetime) -> Iterator[Entry]:
    chance = random.Random(7)  # noqa: S311 - chance, not secrecy
    answers: dict[str, Answer] = {}
    for number in range(count):
        # The last ones in their order, so that a test knows the newest.
        question = QUESTIONS[(number - count) % len(QUESTIONS)]
        if number < count - len(QUESTIONS):
            question = chance.choice(QUESTIONS)
        answer = answers.setdefault(question, answerer.answer(question))
        at = now - dt.timedelta(days=DAYS) * ((count - 1 - number) / count) ** 1.3
        via: Via = "telegram" if chance.random() < 0.8 else "simulator"
        asker = Asker(f"{via}:{number}", via, "ask", chance.randrange(12), chance.randrange(12))
        latency = chance.lognormvariate(1.2, 0.6)
        yield Asked(make_row(asker, replace(answer, latency_ms=latency), at, "made up", KEY))
        if chance.random() < 0.12:
            up, reason = answer.outcome == "answered" and chance.random() < 0.6, chance.choice(("wrong passage", None))
            yield Voted(asker.uid, KEY.of("user", number), up, None if up else reason, timestamp(at))


def _judge(path: Path) -> None:
    for row in list_rows(path, len(QUESTIONS)):
        if row.question == "Who leads the Russian side?":
            grade(path, row, 1, 3)
        elif row.question == "Who is chess champion now?":
            review(path, row, "rightly_refused")
        elif row.question == "When are the talks in Vienna?":
            grade(path, row, 1, 3)


def newest(path: Path, question: str) -> str:
    """The uid of whoever asked it last."""
    return next(row.uid for row in list_rows(path, 0, Selection()) if row.question == question)


if __name__ == "__main__":
    make_log(Settings(data=Path(sys.argv[1])), count=400)
