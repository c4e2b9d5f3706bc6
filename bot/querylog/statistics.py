"""How many questions, refusals and dislikes, and how quick? From the roll-ups, a day at a time."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.querylog.selection import BEFORE, Selection

REFUSED = "no_answer"

_DAILY = "SELECT day, via, command, outcome, up_to_ms, questions, disliked FROM daily WHERE {} ORDER BY day"
_CITED = """
    SELECT passages.id, article, title, start, "end", text, sum(times) AS times
    FROM daily_cited JOIN passages ON passages.id = passage
    WHERE {} GROUP BY passage ORDER BY times DESC, article, start LIMIT ?"""
_CITED_ARTICLES = """
    SELECT article, sum(times) AS times FROM daily_cited JOIN passages ON passages.id = passage
    WHERE {} GROUP BY article ORDER BY times DESC, article"""


@dataclass(slots=True)
class Counts:
    questions: int = 0
    refused: int = 0
    disliked: int = 0
    latencies: Counter[int] = field(default_factory=Counter)
    """Questions by the upper bound of their latency's class, in milliseconds."""

    @property
    def refusal_rate(self) -> float:
        return self.refused / self.questions if self.questions else 0.0

    def latency(self, share: float) -> float | None:
        """Below which so large a share of the answers stayed, in ms; even inside a class. None without questions."""
        wanted, seen, lower = share * self.questions, 0, 0
        for bound in sorted(self.latencies):
            count = self.latencies[bound]
            if seen + count >= wanted:
                return lower + (bound - lower) * (wanted - seen) / count
            seen, lower = seen + count, bound
        return None

    def add(self, row: sqlite3.Row) -> None:
        self.questions += row["questions"]
        self.refused += row["questions"] * (row["outcome"] == REFUSED)
        self.disliked += row["disliked"]
        self.latencies[row["up_to_ms"]] += row["questions"]


@dataclass(frozen=True, slots=True)
class Statistics:
    total: Counts
    days: Mapping[str, Counts]
    """In their order; without those on which nothing was asked."""
    by: Mapping[str, Mapping[str, int]]
    """Questions by via, command and outcome."""


@dataclass(frozen=True, slots=True)
class CitedOften:
    passage_id: str
    article: str
    title: str | None
    start: int
    end: int
    text: str
    times: int


def read_statistics(connection: sqlite3.Connection, wanted: Selection) -> Statistics:
    """Whole UTC days from that of `since` on, and before `until`; of a selection they know via, command and outcome."""
    where, values = _days(wanted, ("via", "command", "outcome"))
    total, days = Counts(), dict[str, Counts]()
    by: dict[str, Counter[str]] = {name: Counter() for name in ("via", "command", "outcome")}
    for row in connection.execute(_DAILY.format(where), values):
        total.add(row)
        days.setdefault(row["day"], Counts()).add(row)
        for name, counter in by.items():
            counter[row[name]] += row["questions"]
    return Statistics(total, days, by)


def most_cited(connection: sqlite3.Connection, wanted: Selection, limit: int = 10) -> Sequence[CitedOften]:
    """The passages that answered most often in that time."""
    where, values = _days(wanted, ("via",))
    return [CitedOften(*row) for row in connection.execute(_CITED.format(where), (*values, limit))]


def cited_articles(connection: sqlite3.Connection, wanted: Selection) -> Mapping[str, int]:
    """How often a passage of each article answered, the most often cited first; who is not in it, never did."""
    where, values = _days(wanted, ("via",))
    return {row["article"]: row["times"] for row in connection.execute(_CITED_ARTICLES.format(where), values)}


def _days(wanted: Selection, columns: Iterable[str]) -> tuple[str, list[str]]:
    given = {f"{column} = ?": getattr(wanted, column) for column in columns}
    given |= {"day >= substr(?, 1, 10)": wanted.since, BEFORE: wanted.until}
    chosen = {sql: value for sql, value in given.items() if value is not None}
    values = [value for sql, value in chosen.items() for _ in range(sql.count("?"))]
    return " AND ".join(chosen) or "true", values
