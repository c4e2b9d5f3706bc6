"""What has been judged, as evidence for the next evaluation? The contract's “gold”, and TREC's qrels and runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from urllib.parse import quote

from bot.querylog.reading import read_page
from bot.querylog.rows import LogRow
from bot.querylog.selection import Selection
from bot.shapes import Json
from retrieval.gold import ANSWERS
from retrieval.trec import TAG

# Of a place whose words have changed, the newest grade comes last.
_JUDGED = """
    SELECT reviews.normal, question, verdict, article, start, "end", text, grade
    FROM reviews LEFT JOIN judgements ON judgements.normal = reviews.normal
    LEFT JOIN passages ON passages.id = passage
    ORDER BY reviews.normal, article, start, "end", judgements.at"""


def read_gold(connection: sqlite3.Connection) -> Iterator[Json]:
    """One line a normalised question, in its order. Without a verdict, it should be answered where a passage does.

    Beyond the contract's shape: the words of each passage, by which it is found again in an edited article, and what
    was shown when the question was last asked.
    """
    for normal, rows in groupby(connection.execute(_JUDGED), itemgetter("normal")):
        judged = list(rows)
        passages = {(row["article"], row["start"], row["end"]): row for row in judged if row["article"]}
        answering = any(row["grade"] >= ANSWERS for row in passages.values())
        verdict = judged[0]["verdict"]
        yield {
            "question": judged[0]["question"],
            "should_answer": verdict == "should_answer" if verdict else answering,
            "judgements": [
                {name: row[name] for name in ("article", "start", "end", "grade", "text")} for row in passages.values()
            ],
            "then": _shown_then(connection, normal),
        }


def _shown_then(connection: sqlite3.Connection, normal: str) -> Json | None:
    row = last_asked(connection, normal)
    if row is None:
        return None
    cited = [passage.citation for passage in row.shown if passage.cited]
    shown = [{name: citation[name] for name in ("article", "start", "end")} for citation in cited]
    return {"answered": row.outcome == "answered", "shown": shown}


def qrels_lines(gold: Iterable[Json]) -> Iterator[str]:
    """`question 0 passage grade`; a question is named by its line in the gold file."""
    for line, question in enumerate(gold, 1):
        for judged in question["judgements"]:
            yield f"{line} 0 {_name(judged)} {judged['grade']}\n"


def run_lines(connection: sqlite3.Connection) -> Iterator[str]:
    """`question Q0 passage rank score tag`: what was shown or nearly shown when each was last asked."""
    normals = [normal for (normal,) in connection.execute("SELECT normal FROM reviews ORDER BY normal")]
    for line, normal in enumerate(normals, 1):
        row = last_asked(connection, normal)
        for rank, passage in enumerate(row.shown if row else (), 1):
            yield f"{line} Q0 {_name(passage.citation)} {rank} {-rank} {TAG}\n"


def last_asked(connection: sqlite3.Connection, normal: str) -> LogRow | None:
    """The newest row of a question; None where all have been pruned."""
    return next(iter(read_page(connection, Selection(normal=normal), size=1)), None)


def _name(place: Json) -> str:
    """As `retrieval.trec` names a passage: without blanks, which part the columns."""
    return f"{quote(place['article'], safe='', errors='surrogatepass')}:{place['start']}-{place['end']}"
