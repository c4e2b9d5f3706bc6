"""What do the pages work on? The log, and what answers today, made ready when it is first needed."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bot.compose import load_answerer
from bot.errors import TalksError
from bot.levers.files import load_levers
from bot.querylog.gold import read_gold
from bot.querylog.reading import open_reader, snapshot
from bot.settings import Settings
from retrieval.answerer import Answerer
from retrieval.gold import GoldError, GoldQuestion, parse_gold


class Desk:
    def __init__(self, settings: Settings) -> None:
        self.log = settings.log_path
        self.data = settings.data
        self.changing = threading.Lock()
        """Held by whoever changes a lever: what was tried is what is applied."""
        self._settings = settings
        self._loading = threading.Lock()
        self._loaded: Answerer | None = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The log at one moment; LogError where it can't be read."""
        with open_reader(self.log) as connection, snapshot(connection):
            yield connection

    @property
    def answerer(self) -> Answerer:
        """What answers from today's articles, with the levers as they stand now."""
        with self._loading:
            if self._loaded is None:
                self._loaded = load_answerer(self._settings)
        return self._loaded.with_levers(load_levers(self.data))

    def judged(self, answerer: Answerer) -> Sequence[GoldQuestion]:
        """What a change is tried on."""
        with self.reading() as connection:
            lines = [json.dumps(row) for row in read_gold(connection)]
        try:
            return list(parse_gold(lines, answerer.corpus))
        except GoldError as error:
            raise TalksError(f"The judgements in {self.log} can't be used, {error}") from error
