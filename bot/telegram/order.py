"""In which order are updates handled? One chat's one after the other, chats side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 64
_UNBOUNDED = 1 << 30


class ChatOrder(BaseUpdateProcessor):
    """Takes the chat's lock before one of the slots, so that a chat that floods waits for itself alone.

    The library's own semaphore comes before both and would let one chat take every slot, so it is set out
    of reach.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        super().__init__(_UNBOUNDED)
        self._slots = asyncio.Semaphore(at_once)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        """A lock lives as long as an update of its chat holds it or waits for it."""

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        lock = self._lock(update)
        async with lock, self._slots:
            await coroutine

    def _lock(self, update: object) -> asyncio.Lock:
        chat = update.effective_chat if isinstance(update, Update) else None
        return self._locks.setdefault(chat.id, asyncio.Lock()) if chat else asyncio.Lock()
