"""How are askings counted by the day? When there are none yet, all at once; then with each that comes or goes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

LATENCIES = (1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 2000, 5000, 10_000)
"""Upper bounds in milliseconds of the classes that latencies are counted in."""
SLOWEST = 3_600_000
"""Stands for all that took longer."""

_CLASSES = " ".join(f"WHEN {{0}}.latency_ms <= {bound} THEN {bound}" for bound in LATENCIES)


def _counted(row: str) -> str:
    """Where a row of queries stands in the roll-up, as SQL."""
    latency = f"CASE {_CLASSES.format(row)} ELSE {SLOWEST} END"
    return f"substr({row}.at, 1, 10), {row}.via, {row}.command, {row}.outcome, {latency}"


def fill_rollups(connection: sqlite3.Connection, prefix: str = "") -> None:
    """Count all rows, into tables whose names may have a prefix."""
    connection.execute(f"""
        INSERT INTO {prefix}daily
        SELECT {_counted("queries")}, count(*), sum(downs > 0), min(id), max(id)
        FROM queries GROUP BY 1, 2, 3, 4, 5""")  # noqa: S608 - words of ours
    connection.execute(f"""
        INSERT INTO {prefix}daily_cited
        SELECT substr(at, 1, 10), via, passage, count(*) FROM shown JOIN queries ON queries.id = query
        WHERE cited GROUP BY 1, 2, 3""")  # noqa: S608 - words of ours


def keep_rollups(connection: sqlite3.Connection) -> None:
    """From now on, by triggers."""
    for statement in _triggers():
        connection.execute(statement)


def _triggers() -> Iterator[str]:
    place = "(day, via, command, outcome, up_to_ms)"
    yield f"""
        CREATE TRIGGER queries_counted AFTER INSERT ON queries BEGIN
            INSERT INTO daily VALUES ({_counted("new")}, 1, new.downs > 0, new.id, new.id)
            ON CONFLICT DO UPDATE SET questions = questions + 1, disliked = disliked + excluded.disliked,
                first_id = min(first_id, excluded.first_id), last_id = max(last_id, excluded.last_id);
        END"""  # noqa: S608
    yield f"""
        CREATE TRIGGER queries_uncounted AFTER DELETE ON queries BEGIN
            UPDATE daily SET questions = questions - 1, disliked = disliked - (old.downs > 0)
            WHERE {place} = ({_counted("old")});
            DELETE FROM daily WHERE {place} = ({_counted("old")}) AND questions = 0;
        END"""  # noqa: S608
    yield f"""
        CREATE TRIGGER queries_disliked AFTER UPDATE OF downs ON queries BEGIN
            UPDATE daily SET disliked = disliked + (new.downs > 0) - (old.downs > 0)
            WHERE {place} = ({_counted("new")});
        END"""  # noqa: S608
    yield """
        CREATE TRIGGER shown_counted AFTER INSERT ON shown WHEN new.cited BEGIN
            INSERT INTO daily_cited SELECT substr(at, 1, 10), via, new.passage, 1 FROM queries WHERE id = new.query
            ON CONFLICT DO UPDATE SET times = times + 1;
        END"""
    cited = """
        day = substr(old.at, 1, 10) AND via = old.via
        AND passage IN (SELECT passage FROM shown WHERE query = old.id AND cited)"""
    yield f"""
        CREATE TRIGGER shown_uncounted BEFORE DELETE ON queries BEGIN
            UPDATE daily_cited SET times = times - 1 WHERE {cited};
            DELETE FROM daily_cited WHERE {cited} AND times = 0;
        END"""  # noqa: S608
