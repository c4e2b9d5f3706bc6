"""What do readers ask in vain? Questions refused or disliked, grouped by likeness, and what was kept back."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.querylog.judging import Review, find_review
from bot.querylog.reading import read_page
from bot.querylog.rows import LogRow, ShownPassage
from bot.querylog.selection import Selection, conditions, tables
from retrieval.analysis import analyze

ALIKE = 0.6
"""Share of the terms of two questions that both hold: one word more or less in three, but not one other in two."""
MOST_COMPARED = 50
"""Groups that a question is held against for each of its rarest terms, lest a word in all make it quadratic."""
RAREST = 3
RECENT = 200
"""Rows that similar questions are looked for in."""

_VAIN = """
    SELECT queries.normal, coalesce(user, chat) AS reader, count(*) AS asked, max(queries.id) AS last
    FROM {} WHERE (outcome = 'no_answer' OR downs > 0) AND {} GROUP BY queries.normal, reader"""

Terms = frozenset[str]


@dataclass(slots=True)
class _Group:
    terms: Terms
    asked: int = 0
    last: int = 0
    readers: set[str] = field(default_factory=set)
    normals: dict[str, None] = field(default_factory=dict)

    def add(self, other: _Group) -> None:
        self.asked += other.asked
        self.last = max(self.last, other.last)
        self.readers |= other.readers
        self.normals |= other.normals


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions that are alike and found no answer, or none that pleased."""

    asked: int
    readers: int
    row: LogRow
    """The newest asking."""
    why: str
    closest: ShownPassage | None
    """The best passage that was kept back."""
    normals: Sequence[str]
    """The different questions in it, most often asked first."""
    review: Review | None
    """What is judged of the newest asking's question."""


def find_gaps(connection: sqlite3.Connection, wanted: Selection, limit: int = 20, *, judged: bool = False) -> list[Gap]:
    """The most often asked first; all where `limit` is 0. What was rightly refused is a gap only if `judged`."""
    gaps = []
    for group in sorted(_group(_read(connection, wanted)), key=lambda group: (-group.asked, -group.last)):
        gap = _describe(connection, group)
        if judged or gap.review is None or gap.review.verdict != "rightly_refused":
            gaps.append(gap)
        if limit and len(gaps) == limit:
            break
    return gaps


def why_in_vain(row: LogRow) -> str:
    """Why a question was refused, or what was disliked, in a few words."""
    unknown, score, threshold = row.why["unknown"], row.why["score"], row.why["threshold"]
    if row.outcome != "no_answer":
        reasons = row.feedback["reasons"] if row.feedback else []
        return f"disliked: {', '.join(dict.fromkeys(reasons))}" if reasons else "disliked"
    if unknown:
        return f"name not in articles: {', '.join(unknown)}"
    if score < threshold:
        return f"score {_short(score)} < {_short(threshold)}"
    return "nothing fits"


def find_similar(connection: sqlite3.Connection, row: LogRow, limit: int = 10) -> list[LogRow]:
    """The newest askings of questions alike, one each; not the same question again."""
    terms, seen = _terms(row.normal), {row.normal}
    similar = []
    words = sorted(row.normal.split(), key=len, reverse=True)[:2]
    for other in read_page(connection, Selection(words=" ".join(words)), size=RECENT) if words else ():
        if other.normal not in seen and _alike(terms, _terms(other.normal)):
            seen.add(other.normal)
            similar.append(other)
    return similar[:limit]


def _read(connection: sqlite3.Connection, wanted: Selection) -> Iterator[_Group]:
    """One group for each set of terms; those of the same normalised question share it at once."""
    where, values = conditions(wanted)
    groups: dict[Terms, _Group] = {}
    for normal, reader, asked, last in connection.execute(_VAIN.format(tables(wanted), where), values):
        terms = _terms(normal)
        group = groups.setdefault(terms, _Group(terms))
        group.add(_Group(terms, asked, last, {reader}, {normal: None}))
    return iter(groups.values())


def _group(groups: Iterable[_Group]) -> list[_Group]:
    """The most often asked leads, and takes in what is like it."""
    ordered = sorted(groups, key=lambda group: (-group.asked, -group.last))
    spread = Counter(term for group in ordered for term in group.terms)
    leaders: list[_Group] = []
    leaders_with: dict[str, list[_Group]] = defaultdict(list)
    for group in ordered:
        rarest = sorted(group.terms, key=lambda term: (spread[term], term))[:RAREST]
        near = (leader for term in rarest for leader in leaders_with[term][:MOST_COMPARED])
        if leader := next((leader for leader in near if _alike(leader.terms, group.terms)), None):
            leader.add(group)
            continue
        leaders.append(group)
        for term in group.terms:
            leaders_with[term].append(group)
    return leaders


def _describe(connection: sqlite3.Connection, group: _Group) -> Gap:
    [row] = read_page(connection, before=group.last + 1, size=1)
    closest = next((passage for passage in row.shown if not passage.cited), None)
    review = find_review(connection, row.normal)
    return Gap(group.asked, len(group.readers), row, why_in_vain(row), closest, tuple(group.normals), review)


def _terms(normal: str) -> Terms:
    """What has no terms, such as “when?”, is like itself alone."""
    return frozenset(analyze(normal)) or frozenset((normal,))


def _alike(one: Terms, other: Terms) -> bool:
    return len(one & other) >= ALIKE * len(one | other)


def _short(score: float) -> str:
    """.21, as scores below 1 read best."""
    return f"{score:.2f}".removeprefix("0") if score >= 0 else f"{score:.2f}"
