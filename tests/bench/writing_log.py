"""How many rows a second does the log take from 32 callers, safe on disk, and how many where each is a commit?"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bot.querylog import log as log_module
from bot.querylog.keeper import BATCH
from bot.querylog.log import QueryLog
from bot.querylog.pseudonyms import Pseudonyms
from bot.service import Asker
from corpus.ingest import find_files, ingest, seed_folder
from retrieval.answer import Answer
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from tests.bench.make_log import END
from tests.bench.questions import QUESTIONS
from tests.bench.report import Table

CALLERS = 32
ROWS = {BATCH: 6_400, 1: 960}
"""By the most rows in a transaction."""
ROUNDS = 3


def measure() -> Table:
    """In turn, so that what else the machine does falls on both. The rows are real: the seeds' answers."""
    corpus = ingest(find_files(seed_folder()))
    answerer = Answerer(corpus, BM25Retriever(corpus))
    answers = [answerer.answer(question) for question in QUESTIONS]
    speeds: dict[int, list[float]] = {batch: [] for batch in ROWS}
    for _ in range(ROUNDS):
        for batch, count in ROWS.items():
            speeds[batch].append(asyncio.run(_write(answers, batch, count)))
    batched, single = (median(measured) for measured in speeds.values())
    rows = [["in batches", f"{batched:,.0f}", f"{batched / single:.1f}"], ["a commit each", f"{single:,.0f}", "1.0"]]
    return Table("logging", (f"{CALLERS} callers, synchronous=FULL", "rows a second", "× a commit each"), rows)


async def _write(answers: list[Answer], batch: int, rows: int) -> float:
    setattr(log_module, "BATCH", batch)  # noqa: B010 - it is not the module's own
    try:
        with TemporaryDirectory(dir=Path.cwd()) as folder:  # not in memory, as /tmp may be
            async with await QueryLog.open(Path(folder) / "log.sqlite3", Pseudonyms(b"bench")) as log:
                started = time.perf_counter()
                await asyncio.gather(*(_call(log, answers, caller, rows // CALLERS) for caller in range(CALLERS)))
                return rows / (time.perf_counter() - started)
    finally:
        setattr(log_module, "BATCH", BATCH)  # noqa: B010


async def _call(log: QueryLog, answers: list[Answer], caller: int, rows: int) -> None:
    for number in range(rows):
        asker = Asker(f"bench:{caller}:{number}", "simulator", "ask", caller, caller)
        await log.record(asker, answers[(caller + number) % len(answers)], END, "bench")


if __name__ == "__main__":
    print(measure())
