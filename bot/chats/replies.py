"""Which answers stand in a reply that can be unfolded?"""

from __future__ import annotations

import secrets
import time
from dataclasses import replace

from bot.chats.memory import Clock, Memory
from retrieval.answer import Answer

MOST = 1_000
"""Replies; each holds its passages and their articles."""
ID_BYTES = 9
"""Nobody guesses the id of another chat's reply; as text it has twelve characters."""


class Replies:
    """Kept for the chat that they were made for, under an id that a button can carry."""

    def __init__(self, clock: Clock = time.monotonic, most: int = MOST) -> None:
        self._kept: Memory[tuple[int, str], tuple[Answer, ...]] = Memory(clock, most)

    def keep(self, chat: int, answers: tuple[Answer, ...]) -> str:
        """The id."""
        name = secrets.token_urlsafe(ID_BYTES)
        # What nobody is shown isn't kept either.
        self._kept.put((chat, name), tuple(replace(answer, nearest=(), candidates=()) for answer in answers))
        return name

    def find(self, chat: int, name: str) -> tuple[Answer, ...] | None:
        return self._kept.get((chat, name))
