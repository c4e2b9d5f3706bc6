"""Which rows are wanted? What a filter means in SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.querylog.rows import storable

NEWEST = 2**63 - 1
"""A number that no row reaches."""

BEFORE = "day <= substr(?, 1, 10) AND day || 'T00:00:00.000Z' < ?"
"""Days that begin before a moment, which has both places."""

_FIRST = "(SELECT coalesce(min(first_id), 1 << 62) - 1 FROM daily WHERE day >= substr(?, 1, 10))"
_LAST = f"(SELECT coalesce(max(last_id), -1) + 1 FROM daily WHERE {BEFORE})"  # noqa: S608 - words of ours


@dataclass(frozen=True, slots=True)
class Selection:
    """All that is given must hold of a row; nothing given: every row. Times are as in the log: ISO 8601, UTC."""

    since: str | None = None
    """From this moment on; a beginning is enough: 2022-01-09."""
    until: str | None = None
    """Before this moment."""
    outcome: str | None = None
    command: str | None = None
    via: str | None = None
    chat: str | None = None
    """A pseudonym, as is `user`."""
    user: str | None = None
    disliked: bool = False
    normal: str | None = None
    """The normalised question."""
    words: str | None = None
    """In the question, in any order; the last one may be a beginning."""

    @property
    def match(self) -> str | None:
        """The words as FTS5 takes them; None where there are none."""
        words = re.findall(r"[^\W_]+", storable(self.words or ""))
        return " ".join(f'"{word}"' for word in words) + "*" if words else None


def tables(wanted: Selection) -> str:
    """Where rows come from. With words the index gives them, newest first, and each is looked up: never the reverse."""
    return "found CROSS JOIN queries ON queries.id = found.rowid" if wanted.match else "queries"


def number(wanted: Selection) -> str:
    """The column by which rows are ordered and paged."""
    return "found.rowid" if wanted.match else "queries.id"


def conditions(wanted: Selection, after: int | None = None, before: int | None = None) -> tuple[str, list[object]]:
    """As SQL for WHERE, with the values of its places; of rows whose number lies between these two."""
    parts = [*_range(wanted, after, before), *_parts(wanted)]
    return " AND ".join(sql for sql, _ in parts) or "true", [value for _, values in parts for value in values]


def _range(wanted: Selection, after: int | None, before: int | None) -> Iterator[tuple[str, Sequence[object]]]:
    """One bound on each side, or SQLite heeds but the first. The roll-up knows those of days: no sort is needed."""
    if lower := [("?", (after,))] * (after is not None) + [(_FIRST, (wanted.since,))] * (wanted.since is not None):
        yield f"{number(wanted)} > max({', '.join(sql for sql, _ in lower)}, -1)", [v for _, vs in lower for v in vs]
    if upper := [("?", (before,))] * (before is not None) + [(_LAST, (wanted.until,) * 2)] * (wanted.until is not None):
        least = f"min({', '.join(sql for sql, _ in upper)}, {NEWEST})"
        yield f"{number(wanted)} < {least}", [v for _, vs in upper for v in vs]


def _parts(wanted: Selection) -> Iterator[tuple[str, Sequence[object]]]:
    if wanted.match:
        yield "found MATCH ?", (wanted.match,)
    for comparison, moment in ((">=", wanted.since), ("<", wanted.until)):
        if moment:
            yield f"+queries.at {comparison} ?", (moment,)  # + keeps the plan from sorting by it
    for column in ("outcome", "command", "via", "chat", "user", "normal"):
        if (value := getattr(wanted, column)) is not None:
            unindexed = "+" if wanted.match else ""
            yield f"{unindexed}queries.{column} = ?", (storable(value),)
    if wanted.disliked:
        yield "queries.downs > 0", ()
