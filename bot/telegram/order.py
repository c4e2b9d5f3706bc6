"""In which order are updates handled? One chat's one after the other, chats side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import ContextVar
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 64
"""Updates worked on; those whose replies are on their way don't count."""
_UNBOUNDED = 1 << 30


class _Slot:
    """One of those to be worked on; given back once, however often that is said."""

    def __init__(self, slots: asyncio.Semaphore) -> None:
        self._slots = slots
        self._held = True

    def give_back(self) -> None:
        if self._held:
            self._held = False
            self._slots.release()


_slot: ContextVar[_Slot | None] = ContextVar("slot", default=None)


def let_others() -> None:
    """From here on the update that is handled only waits for Telegram, which can take minutes."""
    if slot := _slot.get():
        slot.give_back()


def _nobody(_: object) -> None:
    pass


class ChatOrder(BaseUpdateProcessor):
    """Takes the chat's lock before one of the slots, so that a chat that floods waits for itself alone.

    The library's own semaphore comes before both and would let one chat take every slot, so it is set out
    of reach.
    """

    def __init__(self, at_once: int = AT_ONCE, settle: Callable[[object], None] = _nobody) -> None:
        """`settle` is told of each update that was handled to its end."""
        super().__init__(_UNBOUNDED)
        self._settle = settle
        self._slots = asyncio.Semaphore(at_once)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        """A lock lives as long as an update of its chat holds it or waits for it."""
        self._tasks: set[asyncio.Task[Any] | None] = set()

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        lock = self._lock(update)
        task = asyncio.current_task()
        self._tasks.add(task)
        try:
            async with lock:
                await self._work(coroutine)
        finally:
            self._tasks.discard(task)
            if isinstance(coroutine, Coroutine):
                coroutine.close()  # abandoned before its turn, it was never awaited
        self._settle(update)

    async def _work(self, coroutine: Awaitable[Any]) -> None:
        await self._slots.acquire()
        slot = _Slot(self._slots)
        before = _slot.set(slot)
        try:
            await coroutine
        finally:
            _slot.reset(before)
            slot.give_back()

    def abandon(self) -> int:
        """Give up what is not yet handled; how many updates that are."""
        for task in self._tasks:
            if task:
                task.cancel()
        return len(self._tasks)

    def _lock(self, update: object) -> asyncio.Lock:
        chat = update.effective_chat if isinstance(update, Update) else None
        return self._locks.setdefault(chat.id, asyncio.Lock()) if chat else asyncio.Lock()
