"""Which language did a reader choose? Kept by pseudonym, in a small file that outlives the process."""

from __future__ import annotations

import json
import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from bot.levers.files import read_text, write_text

if TYPE_CHECKING:
    from bot.querylog.pseudonyms import Pseudonyms

logger = logging.getLogger(__name__)

FILE = "languages.json"


class Languages:
    """Of those who chose one; all others are spoken to in the language of their Telegram."""

    def __init__(self, folder: Path, pseudonyms: Pseudonyms) -> None:
        self._path = folder / FILE
        self._pseudonyms = pseudonyms
        self._changing = threading.Lock()
        self._chosen = _read(self._path)

    def of(self, user: int) -> str | None:
        return self._chosen.get(self._pseudonyms.of("user", user)) if self._chosen else None

    def choose(self, user: int, language: str | None) -> None:
        """None is as Telegram has it, and leaves nothing of the reader; TalksError where it can't be kept."""
        reader = self._pseudonyms.of("user", user)
        with self._changing:
            chosen = {other: its for other, its in self._chosen.items() if other != reader}
            if language:
                chosen[reader] = language
            if chosen != self._chosen:
                write_text(self._path, json.dumps(chosen, indent=0) + "\n" if chosen else None)
                self._chosen = chosen


def _read(path: Path) -> dict[str, str]:
    try:
        return {str(reader): str(language) for reader, language in json.loads(read_text(path) or "{}").items()}
    except (ValueError, AttributeError):
        logger.warning("%s is damaged: which languages readers chose is not known any more", path)
        return {}
