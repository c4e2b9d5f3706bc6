"""How long does an answer take inside the running service, and `talks ask` from a cold start?"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bot.compose import build_service
from bot.querylog.log import QueryLog
from bot.querylog.pseudonyms import Pseudonyms
from bot.service import Asker, TalksService
from corpus.ingest import find_files, ingest, seed_folder
from tests.bench.processes import TALKS
from tests.bench.questions import QUESTIONS
from tests.bench.report import Table

WARM_UP = 16
ASKED = 400
STARTS = 7
COLD = {
    'talks ask "…"': (*TALKS, "ask", QUESTIONS[0]),
    'python -c "import pydantic_settings, numpy"': ("-c", "import pydantic_settings, numpy"),
}


def measure() -> list[Table]:
    corpus = ingest(find_files(seed_folder()))
    service = build_service(corpus)
    try:
        without = asyncio.run(_time_asks(service))
    finally:
        service.close()
    with_log = asyncio.run(_with_log())
    answers = [_row("TalksService.ask", without), _row("the same, logged on disk", with_log)]
    return [
        Table("service", ("an answer on the seeds", "p50, ms", "p95, ms"), answers),
        Table("cold", ("cold start", "median, s"), [[name, f"{time:.2f}"] for name, time in _time_starts().items()]),
    ]


async def _with_log() -> list[float]:
    with TemporaryDirectory() as folder:
        async with await QueryLog.open(Path(folder) / "log.sqlite3", Pseudonyms(b"bench")) as log:
            service = build_service(ingest(find_files(seed_folder())), log)
            try:
                return await _time_asks(service)
            finally:
                service.close()


async def _time_asks(service: TalksService) -> list[float]:
    """Seconds, on the clock: a reader waits for other threads and the disk too."""
    times = []
    for number in range(WARM_UP + ASKED):
        asker = Asker(f"bench:{number}", "simulator", "ask", number % 50 + 1, number % 50 + 1)
        started = time.perf_counter()
        await service.ask(QUESTIONS[number % len(QUESTIONS)], asker)
        times.append(time.perf_counter() - started)
    return times[WARM_UP:]


def _time_starts() -> dict[str, float]:
    """In turn, so that what else the machine does falls on both."""
    times: dict[str, list[float]] = {name: [] for name in COLD}
    for _ in range(STARTS):
        for name, arguments in COLD.items():
            started = time.perf_counter()
            subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
            times[name].append(time.perf_counter() - started)
    return {name: median(measured) for name, measured in times.items()}


def _row(name: str, seconds: Sequence[float]) -> list[str]:
    return [name, f"{median(seconds) * 1000:.2f}", f"{quantiles(seconds, n=20)[-1] * 1000:.2f}"]
