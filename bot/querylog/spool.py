"""Where do rows wait while the log can't be written? On disk, a line each, in the order in which they came."""

from __future__ import annotations

import asyncio
import hashlib
import os
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

from bot.querylog.entries import Entry, from_line, to_line
from bot.querylog.errors import LogError
from bot.querylog.spool_file import append, exclusive, read, replace, size

Write = Callable[[Sequence[Entry]], Awaitable[bool]]
"""Writes entries to the log and says whether that went well."""
Taken = Literal["all", "some", "none"]
"""What left the spool: all that there was, some and perhaps more waits, or none, for the log takes nothing."""

MOST_IN_MEMORY = 1_000
"""Entries that wait in memory where no disk takes them: about a megabyte."""


def places(log_path: Path) -> Sequence[Path]:
    """Beside the log; where that disk is full, in the system's folder for temporary files, under a name of its own."""
    digest = hashlib.sha256(os.fsencode(log_path.absolute())).hexdigest()[:16]
    return log_path.with_suffix(".spool.jsonl"), Path(tempfile.gettempdir()) / f"talks-{digest}.spool.jsonl"


def waiting(log_path: Path) -> Sequence[tuple[Path, int]]:
    """The files in which entries wait, and how many they are."""
    counts = ((place, sum(1 for _ in _entries(read(place)))) for place in places(log_path))
    return [(place, count) for place, count in counts if count]


def drop(log_path: Path, unwanted: Callable[[Entry], bool]) -> int:
    """Delete such entries from the spool, though the bot may be writing to it; how many they were."""
    dropped = 0
    for place in places(log_path):
        with exclusive(place) as descriptor:
            entries = [] if descriptor is None else list(_entries(read(place)))
            kept = [entry for entry in entries if not unwanted(entry)]
            if descriptor is not None and len(kept) < len(entries):
                replace(place, descriptor, _lines(kept))
                dropped += len(entries) - len(kept)
    return dropped


class Spool:
    """The bot's: entries go in at the end and come out at the beginning."""

    def __init__(self, log_path: Path) -> None:
        self._places = places(log_path)
        self._memory: list[Entry] = []

    @property
    def is_empty(self) -> bool:
        return not self._memory and not any(size(place) for place in self._places)

    def append(self, entries: Sequence[Entry]) -> Path:
        """Where they wait, safe on disk; LogError where there is no room for them but in memory, if there."""
        text = _lines((*self._memory, *entries))
        # Not before what waits further on: they must come back in order.
        first = 1 if size(self._places[1]) else 0
        for place in self._places[first:]:
            try:
                append(place, text)
            except OSError:
                continue
            self._memory.clear()
            return place
        if len(self._memory) + len(entries) > MOST_IN_MEMORY:
            raise LogError(
                f"No disk has room for the query log's rows, and {len(self._memory)} wait in memory: no more."
            )
        self._memory.extend(entries)
        raise LogError("No disk has room for the query log's rows: they wait in memory, and are lost if the bot ends.")

    async def take(self, write: Write, least: int) -> Taken:
        """Hand over the oldest, so many or a quarter of all.

        Nothing leaves its file before it is written: a row that is written twice is there once.
        """
        for place in self._places:
            if size(place):
                return await _take(place, write, least)
        if not self._memory:
            return "all"
        if not await write(self._memory):
            return "none"
        self._memory.clear()
        return "all"

    def drop(self, unwanted: Callable[[Entry], bool]) -> int:
        """Delete such entries from what waits in memory."""
        before = len(self._memory)
        self._memory = [entry for entry in self._memory if not unwanted(entry)]
        return before - len(self._memory)


async def _take(place: Path, write: Write, least: int) -> Taken:
    with ExitStack() as held:
        descriptor = await asyncio.to_thread(held.enter_context, exclusive(place))
        if descriptor is None:  # it was all unwanted
            return "some"
        entries = await asyncio.to_thread(lambda: list(_entries(read(place))))
        taken = max(least, len(entries) // 4)
        if not await write(entries[:taken]):
            return "none"
        await asyncio.to_thread(_leave, held.pop_all(), place, descriptor, entries[taken:])
        return "some"


def _leave(held: ExitStack, place: Path, descriptor: int, entries: Iterable[Entry]) -> None:
    """These only. The file is let go of in here: whoever awaits this may be cancelled sooner."""
    with held:
        replace(place, descriptor, _lines(entries))


def _lines(entries: Iterable[Entry]) -> bytes:
    return "".join(f"{to_line(entry)}\n" for entry in entries).encode("ascii")


def _entries(content: bytes) -> Iterator[Entry]:
    lines: Iterable[bytes] = content.split(b"\n")
    found = (from_line(line.decode("ascii", "replace")) for line in lines if line)
    return (entry for entry in found if entry)
