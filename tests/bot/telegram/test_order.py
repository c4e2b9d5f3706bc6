from __future__ import annotations

import asyncio
import gc

from telegram import Chat, Message, Update

from bot.telegram.order import ChatOrder


def update_in(chat: int) -> Update:
    return Update(1, message=Message(1, None, Chat(chat, "private")))  # type: ignore[arg-type]


class Work:
    """Updates under way: each waits until it is let go."""

    def __init__(self, at_once: int = 64) -> None:
        self.order = ChatOrder(at_once)
        self.begun: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.tasks: list[asyncio.Task[None]] = []

    def add(self, name: str, update: object) -> None:
        self.gates[name] = asyncio.Event()
        self.tasks.append(asyncio.create_task(self.order.process_update(update, self._run(name))))

    async def _run(self, name: str) -> None:
        self.begun.append(name)
        await self.gates[name].wait()

    async def settle(self) -> list[str]:
        for _ in range(20):
            await asyncio.sleep(0)
        return self.begun

    async def finish(self) -> None:
        for gate in self.gates.values():
            gate.set()
        await asyncio.gather(*self.tasks)


async def test_one_chat_is_served_in_order_and_chats_side_by_side() -> None:
    work = Work()
    for name, chat in (("a1", 1), ("a2", 1), ("b1", 2), ("a3", 1)):
        work.add(name, update_in(chat))
    assert await work.settle() == ["a1", "b1"]
    work.gates["a1"].set()
    assert await work.settle() == ["a1", "b1", "a2"]
    await work.finish()
    assert work.begun == ["a1", "b1", "a2", "a3"]


async def test_a_chat_that_floods_takes_one_slot() -> None:
    work = Work(at_once=2)
    for number in range(50):
        work.add(f"flood {number}", update_in(1))
    work.add("other", update_in(2))
    assert await work.settle() == ["flood 0", "other"]
    await work.finish()


async def test_no_more_at_once_than_there_are_slots() -> None:
    work = Work(at_once=2)
    for chat in range(5):
        work.add(str(chat), update_in(chat))
    assert await work.settle() == ["0", "1"]
    await work.finish()
    assert len(work.begun) == 5


async def test_updates_without_a_chat_wait_for_nobody() -> None:
    work = Work()
    work.add("one", Update(1))
    work.add("two", "no update at all")
    assert await work.settle() == ["one", "two"]
    await work.finish()


async def test_locks_that_nobody_needs_are_dropped() -> None:
    work = Work()
    for chat in range(5):
        work.add(str(chat), update_in(chat))
    await work.settle()
    assert len(work.order._locks) == 5
    await work.finish()
    work.tasks.clear()
    gc.collect()
    assert len(work.order._locks) == 0
