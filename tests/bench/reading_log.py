"""How long do the operator's reads take in a log of a million askings?

`python -m tests.bench.reading_log FILE`, a log that `tests.bench.make_log` made.
"""

from __future__ import annotations

import argparse
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from bot.querylog.gaps import find_gaps
from bot.querylog.reading import open_reader, read_page
from bot.querylog.selection import Selection
from bot.querylog.statistics import cited_articles, most_cited, read_statistics
from tests.bench.report import Table

SIZE = 50
"""Rows on a page."""
ROUNDS = 15
MONTH = Selection(since="2022-01-01")
READER = "5feceb66ffc86f38"
PAGES = {
    "newest": Selection(),
    "a month's refused": replace(MONTH, outcome="no_answer"),
    "one day, long ago": Selection(since="2021-09-01", until="2021-09-02"),
    "unavailable, a thousandth": Selection(outcome="unavailable"),
    "one reader's": Selection(chat=READER),
    "simulator, quotes": Selection(via="simulator", command="quotes"),
    "disliked": Selection(disliked=True),
    "search: one word in a tenth of all": Selection(words="missiles"),
    "search: live, three letters": Selection(words="nat"),
    "search: four words": Selection(words="nato troops vienna geneva"),
    "search: found nowhere": Selection(words="zimbabwe"),
    "search with a filter": Selection(words="nato", outcome="unavailable"),
}


def measure(path: Path) -> Table:
    reads: dict[str, Callable[[sqlite3.Connection], object]] = {
        f"page: {name}": lambda connection, wanted=wanted: read_page(connection, wanted, size=SIZE)  # type: ignore[misc]
        for name, wanted in PAGES.items()
    }
    reads["page 2,000"] = lambda connection: read_page(connection, before=900_000, size=SIZE)
    reads["statistics of 30 days"] = _count
    reads["gaps of 30 days"] = lambda connection: find_gaps(connection, MONTH)
    rows = []
    for name, read in reads.items():
        times = sorted(_time(path, read) for _ in range(ROUNDS if "gaps" not in name else 3))
        rows.append([name, f"{median(times) * 1000:.1f}", f"{times[-1] * 1000:.1f}"])
    return Table("querylog", ("read, in a log of a million rows", "p50, ms", "slowest, ms"), rows)


def _count(connection: sqlite3.Connection) -> None:
    read_statistics(connection, MONTH)
    most_cited(connection, MONTH)
    cited_articles(connection, MONTH)


def _time(path: Path, read: Callable[[sqlite3.Connection], object]) -> float:
    """Seconds, with opening the log."""
    started = time.perf_counter()
    with open_reader(path) as connection:
        read(connection)
    return time.perf_counter() - started


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reading_log", description=__doc__)
    parser.add_argument("file", type=Path)
    print(measure(parser.parse_args().file))
