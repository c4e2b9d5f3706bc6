"""What was said in a chat? Its messages in the order of their last change, each with a running number."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from bot.simulator.json_text import Json

ChatType = Literal["private", "group", "supergroup"]
CHAT_TYPES: tuple[str, ...] = get_args(ChatType)

MESSAGES_KEPT = 2000

_KEPT_OF_DELETED = ("message_id", "from", "chat", "date")

_EPOCH = 1_577_836_800
"""2020-01-01. Message ids start from the seconds since then: none repeats after a restart, so a bot that
remembers messages is never led to another one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A message as it stands, never changed in place: updates on their way keep what they were made of."""

    message: Json
    seq: int
    edited: bool = False
    deleted: bool = False
    reactions: tuple[Json, ...] = ()

    def shape(self) -> Json:
        """As the user side shows it."""
        change: Json = {"seq": self.seq, "edited": self.edited}
        if self.deleted:
            return {name: self.message[name] for name in _KEPT_OF_DELETED} | change | {"deleted": True}
        reactions = {"reactions": list(self.reactions)} if self.reactions else {}
        return self.message | reactions | change


class Chat:
    def __init__(self, chat_id: int, chat_type: str, title: str) -> None:
        self.id = chat_id
        self.type = chat_type
        self.title = title
        """A group's title, or the first name of a private chat's reader."""
        self.blocked = False
        """The reader blocked the bot, or the group removed it."""
        self.left = False
        self.members: dict[int, Json] = {}
        self.last = 0
        self._next_id = int(time.time()) - _EPOCH
        self._entries: dict[int, Entry] = {}

    @property
    def is_group(self) -> bool:
        return self.type != "private"

    def shape(self) -> Json:
        name = "title" if self.is_group else "first_name"
        return {"id": self.id, "type": self.type, name: self.title}

    def add(self, sender: Json, content: Json) -> Json:
        """The new message. `content` is all but its id, sender, chat and date."""
        message = {
            "message_id": self._next_id,
            "from": sender,
            "chat": self.shape(),
            "date": int(time.time()),
            **content,
        }
        self._next_id += 1
        self._put(Entry(message, self._step()))
        return message

    def find(self, message_id: int) -> Json | None:
        """The message, unless it was deleted or is too old to be kept."""
        entry = self._entries.get(message_id)
        return None if entry is None or entry.deleted else entry.message

    def edit(self, message: Json) -> Json:
        """Put `message` in the place of the one with its id."""
        edited = {**message, "edit_date": int(time.time())}
        entry = self._entries[message["message_id"]]
        self._put(replace(entry, message=edited, seq=self._step(), edited=True))
        return edited

    def delete(self, message_id: int) -> None:
        self._put(replace(self._entries[message_id], deleted=True, seq=self._step()))

    def react(self, message_id: int, reactions: list[Json]) -> None:
        entry = self._entries[message_id]
        self._put(replace(entry, reactions=tuple(reactions), seq=self._step()))

    def since(self, after: int) -> list[Entry]:
        return list(self._newest(after))[::-1]

    def _newest(self, after: int) -> Iterator[Entry]:
        for entry in reversed(self._entries.values()):
            if entry.seq <= after:
                return
            yield entry

    def _step(self) -> int:
        self.last += 1
        return self.last

    def _put(self, entry: Entry) -> None:
        message_id = entry.message["message_id"]
        self._entries.pop(message_id, None)
        self._entries[message_id] = entry
        if len(self._entries) > MESSAGES_KEPT:
            del self._entries[next(iter(self._entries))]
