"""What is kept of readers, for themselves to see and delete, and for operators to learn from?"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.languages import Languages
from bot.levers.changes import forget_questions
from bot.querylog.damage import find_damaged
from bot.querylog.gaps import Gap, find_gaps
from bot.querylog.reading import list_rows, open_reader, snapshot
from bot.querylog.rows import timestamp
from bot.querylog.selection import Selection
from bot.querylog.statistics import Statistics, read_statistics

if TYPE_CHECKING:
    from bot.querylog.forgetting import Forgotten
    from bot.querylog.log import QueryLog
    from bot.querylog.pseudonyms import Pseudonyms
    from bot.settings import Settings
    from bot.shapes import Json

DAYS = 30
"""Back from today that operators see."""
MOST_GAPS = 50
"""Groups of questions, the most often asked, of which operators see the newest."""
MOST_BYTES = 40_000_000
"""Of a file: bots may send 50 MB."""

_VOTES = """
    SELECT uid, up, reason, votes.at FROM votes JOIN queries ON queries.id = query
    WHERE voter = ? ORDER BY votes.at DESC"""


@dataclass(frozen=True, slots=True)
class Own:
    """What is kept of one reader, as JSON Lines: the questions, then the votes, the newest first, then the language."""

    content: bytes
    questions: int
    votes: int
    is_cut: bool
    """Whether there is more than a file may hold."""


class Records:
    """Of one data folder; what reads and writes there is synchronous, but for the log's own writer."""

    def __init__(self, log: QueryLog, pseudonyms: Pseudonyms, settings: Settings) -> None:
        self.retention_days = settings.retention_days
        self.languages = Languages(settings.data, pseudonyms)
        self._log = log
        self._path = settings.log_path
        self._data = settings.data
        self._pseudonyms = pseudonyms
        self._unscrubbed: set[str] = set()
        """Forgotten questions that the levers' files may still hold: they could not be written."""

    def own(self, user: int) -> Own:
        """LogError where the log can't be read."""
        reader = self._pseudonyms.of("user", user)
        kept: list[bytes] = []
        size, is_cut = 0, False
        questions = votes = 0
        for line in self._lines(reader, user):
            written = json.dumps(line, ensure_ascii=False).encode() + b"\n"
            if size + len(written) > MOST_BYTES:
                is_cut = True
                break
            size += len(written)
            kept.append(written)
            questions += "question" in line
            votes += "vote" in line
        return Own(b"".join(kept), questions, votes, is_cut)

    async def forget(self, user: int) -> Forgotten:
        """Delete what is kept of this reader; TalksError where something of it is left: then call it again."""
        await asyncio.to_thread(self.languages.choose, user, None)
        forgotten = await self._log.forget(user=user, chat=user)  # a private chat has the id of its reader
        self._unscrubbed |= set(forgotten.normals)
        if normals := frozenset(self._unscrubbed):
            await asyncio.to_thread(forget_questions, self._data, normals)
            self._unscrubbed -= normals
        return forgotten

    @property
    def has_damaged(self) -> bool:
        """Whether a log was set aside that nobody can delete rows from."""
        return bool(find_damaged(self._path))

    def statistics(self) -> Statistics:
        """LogError where the log can't be read, as below."""
        with open_reader(self._path) as connection, snapshot(connection):
            return read_statistics(connection, _lately())

    def gaps(self) -> Sequence[Gap]:
        """The newest first."""
        with open_reader(self._path) as connection, snapshot(connection):
            found = find_gaps(connection, _lately(), MOST_GAPS)
        return sorted(found, key=lambda gap: gap.row.number, reverse=True)

    def _lines(self, reader: str, user: int) -> Iterator[Json]:
        for row in list_rows(self._path, 0, Selection(user=reader)):
            yield row.to_json()
        with open_reader(self._path) as connection:
            for uid, up, reason, at in connection.execute(_VOTES, (reader,)):
                yield {"uid": uid, "vote": "up" if up else "down", "reason": reason, "at": at}
        if language := self.languages.of(user):
            yield {"language": language}


def _lately() -> Selection:
    return Selection(since=timestamp(dt.datetime.now(dt.UTC) - dt.timedelta(days=DAYS - 1))[:10])
