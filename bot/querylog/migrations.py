"""Which steps bring a log from nothing, or from an older version, to the tables of today?"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from bot.querylog.rollups import fill_rollups, keep_rollups
from bot.querylog.rows import normalise

APPLICATION_ID = 0x74616C6B
"""“talk” in ASCII: tells a query log from any other SQLite file."""


def m001_askings(connection: sqlite3.Connection) -> None:
    """Askings, and the passages that each was shown or nearly shown."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("CREATE TABLE corpora (fingerprint TEXT PRIMARY KEY, first_seen TEXT NOT NULL) STRICT")
    connection.execute("""
        CREATE TABLE passages (
            id TEXT PRIMARY KEY,
            article TEXT NOT NULL,
            title TEXT,
            publisher TEXT,
            published TEXT,
            url TEXT,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            text TEXT NOT NULL
        ) STRICT""")
    connection.execute("""
        CREATE TABLE queries (
            id INTEGER PRIMARY KEY,
            uid TEXT NOT NULL UNIQUE,
            at TEXT NOT NULL,
            via TEXT NOT NULL,
            command TEXT NOT NULL,
            chat TEXT NOT NULL,
            user TEXT,
            question TEXT NOT NULL,
            outcome TEXT NOT NULL,
            why TEXT NOT NULL,
            latency_ms REAL NOT NULL,
            corpus TEXT NOT NULL REFERENCES corpora (fingerprint),
            delivered_at TEXT,
            feedback TEXT
        ) STRICT""")
    connection.execute("""
        CREATE TABLE shown (
            query INTEGER NOT NULL REFERENCES queries (id) ON DELETE CASCADE,
            passage TEXT NOT NULL REFERENCES passages (id),
            rank INTEGER NOT NULL,
            score REAL NOT NULL,
            cited INTEGER NOT NULL CHECK (cited IN (0, 1)),
            PRIMARY KEY (query, passage)
        ) STRICT, WITHOUT ROWID""")


def m002_pruning(connection: sqlite3.Connection) -> None:
    """What makes it quick to find old rows, and passages that no row shows any more."""
    connection.execute("CREATE INDEX queries_at ON queries (at)")
    connection.execute("CREATE INDEX shown_passage ON shown (passage)")


def m003_key(connection: sqlite3.Connection) -> None:
    """Which key the pseudonyms are made with; a log from before takes the one that it is opened with next."""
    connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")


def m004_votes(connection: sqlite3.Connection) -> None:
    """What readers thought of an answer, one vote a reader; counted beside the asking for filters."""
    connection.execute("ALTER TABLE queries DROP COLUMN feedback")  # which nothing ever wrote
    connection.execute("ALTER TABLE queries ADD COLUMN ups INTEGER NOT NULL DEFAULT 0")
    connection.execute("ALTER TABLE queries ADD COLUMN downs INTEGER NOT NULL DEFAULT 0")
    connection.execute("""
        CREATE TABLE votes (
            query INTEGER NOT NULL REFERENCES queries (id) ON DELETE CASCADE,
            voter TEXT NOT NULL,
            up INTEGER NOT NULL CHECK (up IN (0, 1)),
            reason TEXT,
            at TEXT NOT NULL,
            PRIMARY KEY (query, voter)
        ) STRICT, WITHOUT ROWID""")
    connection.execute("CREATE INDEX votes_voter ON votes (voter)")
    for event, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
        connection.execute(f"""
            CREATE TRIGGER votes_{event.lower()} AFTER {event} ON votes BEGIN
                UPDATE queries SET
                    ups = (SELECT count(*) FROM votes WHERE query = {row}.query AND up = 1),
                    downs = (SELECT count(*) FROM votes WHERE query = {row}.query AND up = 0)
                WHERE id = {row}.query;
            END""")  # noqa: S608 - words of ours


def m005_judging(connection: sqlite3.Connection) -> None:
    """What the operator makes of a question: the verdict and, passage by passage, the grades.

    Keyed by the normalised question, for all who asked it. `askers` keeps whose question it was when the
    rows that say so have been pruned: a reader may still have it forgotten.
    """
    connection.execute("ALTER TABLE queries ADD COLUMN normal TEXT NOT NULL DEFAULT ''")
    rows = connection.execute("SELECT id, question FROM queries")  # which knew no joined question
    filled = ((normalise(question), number) for number, question in rows.fetchall())
    connection.executemany("UPDATE queries SET normal = ? WHERE id = ?", filled)
    connection.execute("""
        CREATE TABLE reviews (
            normal TEXT PRIMARY KEY,
            question TEXT NOT NULL,
            verdict TEXT CHECK (verdict IN ('should_answer', 'rightly_refused')),
            note TEXT,
            at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    connection.execute("""
        CREATE TABLE judgements (
            normal TEXT NOT NULL REFERENCES reviews (normal) ON DELETE CASCADE,
            passage TEXT NOT NULL REFERENCES passages (id),
            grade INTEGER NOT NULL CHECK (grade BETWEEN 0 AND 3),
            at TEXT NOT NULL,
            PRIMARY KEY (normal, passage)
        ) STRICT, WITHOUT ROWID""")
    connection.execute("CREATE INDEX judgements_passage ON judgements (passage)")
    connection.execute("""
        CREATE TABLE askers (
            normal TEXT NOT NULL REFERENCES reviews (normal) ON DELETE CASCADE,
            chat TEXT NOT NULL,
            user TEXT NOT NULL,
            PRIMARY KEY (normal, chat, user)
        ) STRICT, WITHOUT ROWID""")
    connection.execute("""
        CREATE TRIGGER queries_asker BEFORE DELETE ON queries BEGIN
            INSERT OR IGNORE INTO askers SELECT normal, old.chat, coalesce(old.user, '')
            FROM reviews WHERE normal = old.normal;
        END""")


def m006_finding(connection: sqlite3.Connection) -> None:
    """Indexes for filters, each of which ends in the row's id and so gives the newest first; full text."""
    for column in ("outcome", "command", "via", "chat", "user", "normal"):
        connection.execute(f"CREATE INDEX queries_{column} ON queries ({column})")
    connection.execute("CREATE INDEX queries_disliked ON queries (id) WHERE downs > 0")
    connection.execute("""
        CREATE VIRTUAL TABLE found USING fts5 (
            question, content = 'queries', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
        )""")
    connection.execute("INSERT INTO found (found) VALUES ('rebuild')")
    connection.execute("""
        CREATE TRIGGER queries_found AFTER INSERT ON queries BEGIN
            INSERT INTO found (rowid, question) VALUES (new.id, new.question);
        END""")
    connection.execute("""
        CREATE TRIGGER queries_lost AFTER DELETE ON queries BEGIN
            INSERT INTO found (found, rowid, question) VALUES ('delete', old.id, old.question);
        END""")


def m007_rollups(connection: sqlite3.Connection) -> None:
    """Counts by the day, kept by triggers: statistics need not read the askings."""
    connection.execute("""
        CREATE TABLE daily (
            day TEXT NOT NULL,
            via TEXT NOT NULL,
            command TEXT NOT NULL,
            outcome TEXT NOT NULL,
            up_to_ms INTEGER NOT NULL,
            questions INTEGER NOT NULL,
            disliked INTEGER NOT NULL,
            first_id INTEGER NOT NULL,
            last_id INTEGER NOT NULL,
            PRIMARY KEY (day, via, command, outcome, up_to_ms)
        ) STRICT, WITHOUT ROWID""")
    connection.execute("""
        CREATE TABLE daily_cited (
            day TEXT NOT NULL,
            via TEXT NOT NULL,
            passage TEXT NOT NULL,
            times INTEGER NOT NULL,
            PRIMARY KEY (day, via, passage)
        ) STRICT, WITHOUT ROWID""")
    fill_rollups(connection)
    keep_rollups(connection)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    m001_askings,
    m002_pruning,
    m003_key,
    m004_votes,
    m005_judging,
    m006_finding,
    m007_rollups,
)
"""In order; a log's `user_version` counts those it has been through. Only ever add at the end."""
