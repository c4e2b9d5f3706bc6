"""What would a log of a million askings look like? Made up, quickly, with the tables and triggers of the real one.

`python -m tests.bench.make_log FILE --rows 1000000`
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import random
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from bot.querylog.entries import Asked
from bot.querylog.rows import LogRow, ShownPassage, timestamp
from bot.querylog.schema import prepare
from bot.querylog.writing import write
from bot.sqlite import connect
from tests.bench.questions import QUESTIONS

END = dt.datetime(2022, 1, 31, tzinfo=dt.UTC)
DAYS = 180
READERS = 20_000
PASSAGES = 3_000
SHOWN = 10
AT_ONCE = 1_000
SEED = 7
WORDS = """
    talks geneva brussels vienna russia ukraine nato troops border minister said monday week sanctions treaty missiles
    security guarantee europe moscow washington kyiv deputy foreign secretary state council meeting breakthrough
    dialogue threat invasion demand concession pressure ally german french president official briefing soldier gas
""".split()


def make(path: Path, rows: int) -> None:
    """In transactions of a thousand, without waiting for the disk."""
    prepare(path)
    made = make_rows(rows)
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        while batch := [Asked(row) for row in islice(made, AT_ONCE)]:
            connection.execute("BEGIN")
            write(connection, batch)
            connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def make_rows(count: int) -> Iterator[LogRow]:
    """In the order of time; a few questions are asked often, most once or twice."""
    chance = random.Random(SEED)  # noqa: S311 - chance, not secrecy
    passages = [_citation(number, chance) for number in range(PASSAGES)]
    for number in range(count):
        yield _row(number, count, passages, chance)


def _row(number: int, count: int, passages: list[dict[str, object]], chance: random.Random) -> LogRow:
    refused = chance.random() < 0.15
    first = int(PASSAGES * chance.random() ** 3)
    shown = tuple(
        ShownPassage(rank + 1, 1 / (rank + 1), not refused and rank == 0, passages[(first + 37 * rank) % PASSAGES])
        for rank in range(SHOWN)
    )
    reader = _pseudonym(chance.randrange(READERS))
    return LogRow(
        uid=f"telegram:{number}",
        at=timestamp(END - dt.timedelta(days=DAYS) * (1 - number / count)),
        via="telegram" if chance.random() < 0.9 else "simulator",
        command=chance.choices(("ask", "quotes", "timeline"), (90, 7, 3))[0],
        chat=reader,
        user=reader,
        question=chance.choice(QUESTIONS) if chance.random() < 0.3 else _question(chance),
        outcome="no_answer" if refused else chance.choices(("answered", "about", "unavailable"), (980, 19, 1))[0],
        why={"score": 0.2 if refused else 0.9, "threshold": 0.4, "unknown": [], "terms": ["talk"], "understood": None},
        shown=shown,
        latency_ms=chance.lognormvariate(1.5, 1),
        corpus="made up",
    )


def _question(chance: random.Random) -> str:
    words = chance.sample(WORDS, chance.randint(2, 6))
    return f"{chance.choice(('What about', 'When will', 'Who said'))} {' '.join(words)}?"


def _citation(number: int, chance: random.Random) -> dict[str, object]:
    text = " ".join(chance.choices(WORDS, k=20))
    place = {"article": f"article-{number // 30}", "start": number % 30 * 150, "end": number % 30 * 150 + len(text)}
    return {
        "title": f"Article {number // 30}",
        "publisher": None,
        "published": None,
        "url": None,
        **place,
        "text": text,
    }


def _pseudonym(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()[:16]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.make_log", description="Makes a large query log.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    make(options.file, options.rows)
