"""What do the tests of the log ask and answer?"""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.querylog.editing import edit
from bot.querylog.log import QueryLog
from bot.querylog.pseudonyms import Pseudonyms
from bot.querylog.rows import LogRow, make_row
from bot.querylog.schema import adopt_key, prepare
from bot.querylog.writing import write
from bot.service import Asker
from corpus.models import Article, Citation, Span
from retrieval.answer import Answer, CitedPassage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.querylog.entries import Entry

AT = dt.datetime(2022, 1, 9, 18, 30, 15, 250_999, tzinfo=dt.UTC)
CORPUS = "0f1e2d3c"
CHAT_ID = -1002233445566
USER_ID = 7788990011
PSEUDONYMS = Pseudonyms(b"a key for our tests")
ARTICLE = Article(
    id="geneva",
    text="Talks begin Monday in Geneva. “No breakthroughs,” said the minister. Женева чекає.",
    title="Geneva talks",
    publisher="The Paper",
    published="2022-01-09",
    url="https://paper.example/geneva",
)


def passage(rank: int, start: int, end: int, article: Article = ARTICLE) -> CitedPassage:
    return CitedPassage(rank, 1 / rank, rank, Citation(article, Span(start, end)))


def answer(question: str = "When?", **fields: Any) -> Answer:
    return replace(Answer(question, "no_answer"), **fields)


def asker(uid: str, **fields: Any) -> Asker:
    return replace(Asker(uid, "telegram", "ask", CHAT_ID, USER_ID), **fields)


def record_all(path: Path, answers: Iterable[tuple[str, Answer]]) -> None:
    """Record (uid, answer) pairs one after the other, for tests that are not asynchronous themselves."""

    async def record() -> None:
        async with await QueryLog.open(path, PSEUDONYMS) as log:
            for uid, given in answers:
                await log.record(asker(uid), given, AT, CORPUS)

    asyncio.run(record())


def row_of(uid: str, given: Answer, at: dt.datetime = AT, **fields: Any) -> LogRow:
    """The row of an asking; `fields` are the asker's."""
    return make_row(asker(uid, **fields), given, at, CORPUS, PSEUDONYMS)


def keep_all(path: Path, *entries: Entry) -> None:
    """Note them without the writer's task, for tests of those who read."""
    prepare(path)
    adopt_key(path, PSEUDONYMS.fingerprint)
    with edit(path) as connection:
        write(connection, entries)


def at(day: int, hour: int = 12) -> dt.datetime:
    """A moment of January 2022."""
    return dt.datetime(2022, 1, day, hour, tzinfo=dt.UTC)


def bytes_in(folder: Path) -> bytes:
    """All that stands in any of its files."""
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())
