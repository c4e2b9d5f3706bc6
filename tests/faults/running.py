"""How do simulator and bot run beside the tests, and how is the bot killed?"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from bot.querylog.reading import open_reader
from tests.bench.processes import TALKS, program, simulator
from tests.faults.readers import PATIENCE, Readers

TOKEN = "1:faults-need-a-token-of-this-form-too"  # noqa: S105 - no secret: the simulator takes any
LATENCY = 0.05
"""Seconds that a call to the Bot API takes."""
LAST_SECONDS = 60
"""A bot that is to stop has so long."""


@dataclass(frozen=True, slots=True)
class Logged:
    rows: int
    different: int
    delivered: int
    """Rows that say when their answer was sent."""


class World:
    """A simulator, readers on it, and a bot that can be started as often as it is killed."""

    def __init__(self, url: str, readers: Readers, data: Path) -> None:
        self.url = url
        self.readers = readers
        self._data = data

    @contextmanager
    def bot(self) -> Iterator[subprocess.Popen[str]]:
        env = {"TALKS_MODE": "telegram", "TALKS_TELEGRAM_TOKEN": TOKEN, "TALKS_API_URL": self.url}
        env["TALKS_SEMANTIC"] = "off"  # an answer by meaning takes thirty times as long: then that is what is measured
        with program(*TALKS, "run", env={**env, "TALKS_DATA": str(self._data)}) as process:
            yield process

    async def ready(self, bot: subprocess.Popen[str]) -> None:
        """Until it polls."""
        polls = (await self.readers.stats())["calls"].get("getUpdates", 0)
        async with asyncio.timeout(PATIENCE):
            while (await self.readers.stats())["calls"].get("getUpdates", 0) == polls:
                if bot.poll() is not None:
                    raise RuntimeError(f"the bot ended with code {bot.returncode}")
                await asyncio.sleep(0.05)

    def logged(self) -> Logged:
        with open_reader(self._data / "log.sqlite3") as log:
            return Logged(
                *log.execute("SELECT count(*), count(DISTINCT uid), count(delivered_at) FROM queries").fetchone()
            )


@asynccontextmanager
async def world(chats: int) -> AsyncIterator[World]:
    """No fault yet, and no bot."""
    with simulator() as url, TemporaryDirectory() as data:
        async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=2 * PATIENCE) as http:
            yield World(url, Readers(http, chats), Path(data))


def kill(bot: subprocess.Popen[str]) -> None:
    bot.send_signal(signal.SIGKILL)
    bot.wait()


def stop(bot: subprocess.Popen[str]) -> int:
    """Its exit code, when it had the time that it needs."""
    bot.terminate()
    return bot.wait(LAST_SECONDS)


def resident_mb(pid: int) -> float:
    """What a running process holds in memory (Linux)."""
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
