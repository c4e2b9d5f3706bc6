"""Is the log whole? The file, its references, its index and its counts; what waits for it, and whether its key fits."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.querylog import spool
from bot.querylog.damage import find_damaged
from bot.querylog.editing import open_writer
from bot.querylog.rollups import fill_rollups
from bot.querylog.schema import key_fingerprint

_ROLLUPS = ("daily", "daily_cited")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    trouble: str | None = None
    """In a sentence; None where all is well."""


def check(path: Path, fingerprint: str | None) -> Iterator[Finding]:
    """`fingerprint` is the key's, None where there is no key. LogError where the log can't be opened at all."""
    with open_writer(path) as connection:
        for name, find in _CHECKS.items():
            try:
                trouble = find(connection)
            except sqlite3.DatabaseError as error:
                trouble = f"{error}."
            yield Finding(name, trouble)
        yield Finding("key", _key_trouble(connection, fingerprint))
    yield Finding("spool", _waiting(path))
    aside = ", ".join(file.name for file in find_damaged(path))
    yield Finding("damaged logs", f"Set aside: {aside}. Save what they hold, or delete them." if aside else None)


def _file_trouble(connection: sqlite3.Connection) -> str | None:
    said = [line for (line,) in connection.execute("PRAGMA integrity_check(3)")]
    return None if said == ["ok"] else f"{' '.join(' '.join(said).split())}."


def _reference_trouble(connection: sqlite3.Connection) -> str | None:
    broken = connection.execute('SELECT count(*), min("table") FROM pragma_foreign_key_check').fetchone()
    return f"{broken[0]} rows lead nowhere, the first in {broken[1]}." if broken[0] else None


def _index_trouble(connection: sqlite3.Connection) -> str | None:
    try:
        connection.execute("INSERT INTO found (found, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return "It does not agree with the questions: INSERT INTO found (found) VALUES ('rebuild') makes it anew."
    return None


def _rollup_trouble(connection: sqlite3.Connection) -> str | None:
    """Counted again beside them, and held against them."""
    wrong = []
    connection.execute("BEGIN")
    try:
        for table in _ROLLUPS:
            connection.execute(f"CREATE TEMP TABLE recounted_{table} AS SELECT * FROM {table} LIMIT 0")  # noqa: S608
        fill_rollups(connection, "recounted_")
        wrong = [table for table in _ROLLUPS if _differ(connection, table)]
    finally:
        connection.execute("ROLLBACK")
    return f"The counts in {' and '.join(wrong)} are not those of the rows." if wrong else None


def _differ(connection: sqlite3.Connection, table: str) -> bool:
    columns = {
        "daily": "day, via, command, outcome, up_to_ms, questions, disliked",
        "daily_cited": "day, via, passage, times",
    }[table]
    kept, counted = f"SELECT {columns} FROM {table}", f"SELECT {columns} FROM recounted_{table}"  # noqa: S608
    sql = f"SELECT EXISTS ({kept} EXCEPT {counted}) OR EXISTS ({counted} EXCEPT {kept})"
    return bool(connection.execute(sql).fetchone()[0])


def _key_trouble(connection: sqlite3.Connection, fingerprint: str | None) -> str | None:
    bound = key_fingerprint(connection)
    if bound is None or bound == fingerprint:
        return None
    return "The pseudonym key is another than the log was written with." if fingerprint else "There is no key."


def _waiting(path: Path) -> str | None:
    files = [f"{count} in {place}" for place, count in spool.waiting(path)]
    return f"Entries wait until the log can be written: {', '.join(files)}." if files else None


_CHECKS: dict[str, Callable[[sqlite3.Connection], str | None]] = {
    "file": _file_trouble,
    "references": _reference_trouble,
    "full text": _index_trouble,
    "statistics": _rollup_trouble,
}
