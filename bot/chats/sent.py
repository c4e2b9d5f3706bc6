"""Which messages of the bot's answer a reader's message?"""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.followup import Exchange

EDITABLE = 48 * 3600.0
"""Seconds in which readers may edit what they wrote."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What an answer was sent as, so that an edited question finds it."""

    messages: tuple[int, ...]
    previous: Exchange | None
    """What the question may lean on."""
    reader: int | None = None
    """Who asked it."""


Question = tuple[int, int]
"""Chat and number of a reader's message."""
