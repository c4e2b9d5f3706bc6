"""How do rows look in a spreadsheet? As CSV, a line each, in which no cell is computed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from bot.querylog.rows import LogRow

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet would take for the beginning of a formula, though a reader wrote it: such cells get a ' first."""

_HEADER = (
    *("uid", "at", "via", "command", "chat", "user", "question", "outcome", "score", "threshold", "unknown", "terms"),
    *("understood", "cited", "kept_back", "up", "down", "reasons", "latency_ms", "corpus"),
)


def csv_lines(rows: Iterable[LogRow], clean: Callable[[str], str]) -> Iterator[str]:
    """The header, then a piece of text for each row; `clean` takes out of a cell what must not leave the program."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEADER)
    for row in rows:
        writer.writerow([_cell(value, clean) for value in _values(row)])
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    yield text.getvalue()


def _values(row: LogRow) -> Iterable[object]:
    why, feedback = row.why, row.feedback or {"up": 0, "down": 0, "reasons": []}
    yield from (row.uid, row.at, row.via, row.command, row.chat, row.user, row.question, row.outcome)
    yield from (f"{why['score']:.4f}", f"{why['threshold']:.4f}", ", ".join(why["unknown"]), ", ".join(why["terms"]))
    yield why["understood"]
    for cited in (True, False):
        yield "\n".join(passage.citation["text"] for passage in row.shown if passage.cited is cited)
    yield from (feedback["up"], feedback["down"], ", ".join(feedback["reasons"]), f"{row.latency_ms:.3f}", row.corpus)


def _cell(value: object, clean: Callable[[str], str]) -> str:
    text = "" if value is None else clean(str(value))
    return f"'{text}" if text.startswith(FORMULA) else text
