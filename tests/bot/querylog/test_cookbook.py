"""Does each query of the cookbook in docs/querylog.md find what it says, and is each table described there?"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from bot.querylog.entries import Asked, Delivered, Voted
from bot.querylog.judging import grade
from bot.querylog.reading import open_reader, show_row
from tests.bot.querylog.samples import answer, keep_all, passage, row_of
from tests.container import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (ROOT / "docs" / "querylog.md").read_text("utf-8")
QUERIES = dict(re.findall(r"^([A-Z][^\n]+):\n\n```sql\n(.+?)```", TEXT, re.MULTILINE | re.DOTALL))
COLUMNS = {
    name: set(re.findall(r"`([a-z_]+)`", described))
    for name, described in re.findall(r"^\| `([a-z_]+)` \| [^|]+ \| (.+) \|$", TEXT, re.MULTILINE)
}


@pytest.fixture
def path(path: Path) -> Path:
    now = dt.datetime.now(dt.UTC)
    hits = {"outcome": "answered", "hits": (passage(1, 0, 29),), "candidates": (passage(2, 30, 69),), "latency_ms": 9.0}
    near = {"nearest": (passage(1, 30, 69),), "score": 0.2, "threshold": 0.3}
    rows = [
        row_of("0", answer("When do the Geneva talks start?", **hits), now, user_id=1),
        row_of("1", answer("Who leads?", **near), now, user_id=1),
        row_of("2", answer("who leads", **near), now, user_id=2),
        row_of("3", answer("What does Macron want?", unknown=("Macron",)), now, user_id=3),
    ]
    keep_all(path, *map(Asked, rows), Voted("0", "x", up=False, reason="old", at="1"), Delivered(("0", "1", "2"), "2"))
    grade(path, show_row(path, "0"), 1, 3, now + dt.timedelta(seconds=1))
    return path


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("The questions of the last week, by outcome", ("no_answer", 3)),
        ("Refusals a day, in percent", (str(dt.datetime.now(dt.UTC).date()), 4, 75.0)),
        ("The questions most often refused", (2, 2, "who leads")),
        ("Names that the articles don't hold", ("Macron", 1)),
        ("Refused by a hair", ("Who leads?", 0.2, 0.3)),
        ("What was disliked, and why", ("When do the Geneva talks start?", "Talks begin Monday in Geneva.", "old")),
        ("The passages cited most", (1, "geneva", "Talks begin Monday in Geneva.")),
        ("Passages often kept back, never shown", (3, "geneva", "“No breakthroughs,” said the minister. ")),
        ("The slowest answers", (9.0, "ask", "When do the Geneva talks start?")),
        ("Readers by how much they ask", (1, 2)),
        ("Questions with certain words", (..., "When do the Geneva talks start?")),
        ("Answered, but when it was sent is not known", ("3", ..., "What does Macron want?")),
        ("Judged, but not asked again since", ("When do the Geneva talks start?", None, ...)),
    ],
)
def test_each_query_finds_what_it_says(path: Path, name: str, first: tuple[object, ...]) -> None:
    with open_reader(path) as connection:
        found = tuple(connection.execute(QUERIES[name]).fetchone())
    assert tuple(... if wanted is ... else value for value, wanted in zip(found, first, strict=True)) == first


def test_no_query_is_left_untested() -> None:
    [mark] = [mark for mark in test_each_query_finds_what_it_says.pytestmark if mark.name == "parametrize"]  # type: ignore[attr-defined]
    assert {name for name, _ in mark.args[1]} == set(QUERIES)
    assert len(QUERIES) >= 12


def test_each_table_and_column_is_described(path: Path) -> None:
    with open_reader(path) as connection:
        names = connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND (strict OR type = 'virtual')"
        )
        for (name,) in names.fetchall():
            columns = {column["name"] for column in connection.execute(f"PRAGMA table_info({name})")}
            assert columns <= COLUMNS[name], name
