"""What was this reader's last exchange with the bot?"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from bot.chats.memory import MOST, Clock, Memory
from retrieval.followup import Exchange


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader talks to the bot. The readers of a group are not mixed up, nor the topics of a forum."""

    chat: int
    topic: int | None
    reader: int | None
    """None for one who can't be told from others, such as an anonymous administrator."""


class _Sent(NamedTuple):
    """What a message of the bot's answered, and to whom."""

    exchange: Exchange
    reader: int | None


class LastExchanges:
    """Remembered for each reader, and for each of the bot's messages: a reply to one goes on from there."""

    def __init__(self, clock: Clock = time.monotonic, most: int = MOST) -> None:
        self._of_readers: Memory[Place, Exchange] = Memory(clock, most)
        self._of_messages: Memory[tuple[int, int], _Sent] = Memory(clock, most)

    def recall(self, place: Place, replied_to: int | None = None) -> Exchange | None:
        """That of the bot's message replied to, and of no other; without a reply the reader's last one."""
        if replied_to is not None:
            sent = self._of_messages.get((place.chat, replied_to))
            return sent.exchange if sent else None
        return None if place.reader is None else self._of_readers.get(place)

    def remember(self, place: Place, exchange: Exchange, messages: Iterable[int]) -> None:
        """Keep the exchange that ended with these messages of the bot's."""
        if place.reader is not None:
            self._of_readers.put(place, exchange)
        for message in messages:
            self._of_messages.put((place.chat, message), _Sent(exchange, place.reader))

    def forget(self, reader: int) -> None:
        self._of_readers.drop(lambda place, _: reader in {place.chat, place.reader})
        self._of_messages.drop(lambda key, sent: reader in {key[0], sent.reader})
