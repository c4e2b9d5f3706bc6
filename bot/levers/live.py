"""How does the running bot take up a lever? It looks at the files before each question; that costs microseconds."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from bot.errors import TalksError
from bot.levers.files import lever_files, load_levers, look_at
from retrieval.answer import Answer
from retrieval.answerer import Answerer
from retrieval.followup import Exchange
from retrieval.levers import Effect

logger = logging.getLogger(__name__)


class LiveAnswerer:
    """Answers with the levers as they stand in the data folder, also those that change meanwhile."""

    def __init__(self, answerer: Answerer, data: Path) -> None:
        self._data = data
        self._files = lever_files(data)
        self._seen = look_at(self._files)
        self._answerer = answerer.with_levers(load_levers(data))
        self._taking_up = threading.Lock()
        _warn_of_idle(self._answerer.effect)

    def answer(self, text: str, limit: int, previous: Exchange | None = None) -> Answer:
        if look_at(self._files) != self._seen:
            self._take_up()
        return self._answerer.answer(text, limit, previous)

    def _take_up(self) -> None:
        """Files that can't be used are said once; until they are mended, the levers stay as they were."""
        with self._taking_up:
            look = look_at(self._files)
            if look == self._seen:
                return
            self._seen = look
            try:
                self._answerer = self._answerer.with_levers(load_levers(self._data))
            except TalksError as error:
                logger.error("The levers stay as they were: %s", error)  # noqa: TRY400 - it explains itself
            else:
                logger.info("The levers changed: %s", describe(self._answerer.effect))
                _warn_of_idle(self._answerer.effect)


def describe(effect: Effect) -> str:
    """“2 wordings, 1 pin, threshold 0.36”."""
    wordings, pins = len(effect.levers.wordings), len(effect.levers.pins)
    counts = ((wordings, "wording"), (pins, "pin"))
    counted = [f"{number} {noun if number == 1 else noun + 's'}" for number, noun in counts]
    return f"{', '.join(counted)}, threshold {effect.threshold:.2f}"


def _warn_of_idle(effect: Effect) -> None:
    for line in effect.idle:
        logger.warning("A lever has no effect: %s", line)
