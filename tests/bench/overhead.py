"""How many updates a second does the bot handle, beside bots that only echo?"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from tests.bench.processes import TALKS, cpu_seconds, program, simulator
from tests.bench.questions import QUESTIONS
from tests.bench.report import Table

TOKEN = "1:bench-needs-a-token-of-this-form-too"  # noqa: S105 - no secret: the simulator takes any
LATENCY = 0.05
"""Seconds that every call to the Bot API takes."""
CHATS = 250
PER_CHAT = 4
"""A chat takes five messages at once, then one a second."""
WARM_UP = 50
ROUNDS = 5
PATIENCE = 60
ECHO = ("-m", "tests.bench.echo_bot")
BOTS = {
    "talks": (*TALKS, "run"),
    "echo, PTB's request class": (*ECHO, "theirs"),
    "echo, our request class": (*ECHO, "ours"),
}


@dataclass(frozen=True, slots=True)
class Round:
    """One bot's handling of `CHATS` × `PER_CHAT` questions."""

    per_second: float
    cpu_ms: float
    """The bot's own, an update."""


def measure(rounds: int = ROUNDS) -> Table:
    """The bots in turn, so that what else the machine does falls on all."""
    results: dict[str, list[Round]] = {name: [] for name in BOTS}
    for _ in range(rounds):
        for name, arguments in BOTS.items():
            results[name].append(play(arguments))
    own, rows = results["talks"], []
    for name, played in results.items():
        speed, cpu = median(one.per_second for one in played), median(one.cpu_ms for one in played)
        # Rounds are paired before the median is taken: the machine's mood changes from round to round.
        ratio = median(one.per_second / other.per_second for one, other in zip(own, played, strict=True))
        rows.append([name, f"{speed:.0f}", f"{cpu:.2f}", f"{ratio:.2f}"])
    return Table("overhead", ("bot", "updates a second", "CPU an update, ms", "talks ÷ this one"), rows)


def play(arguments: Sequence[str]) -> Round:
    with simulator() as url, TemporaryDirectory() as data:
        _call(url, "/faults", {"kind": "slow", "share": 1, "seconds": LATENCY})
        env = {"TALKS_MODE": "telegram", "TALKS_TELEGRAM_TOKEN": TOKEN, "TALKS_API_URL": url, "TALKS_DATA": data}
        with program(*arguments, env=env) as bot:
            _await_calls(url, "getUpdates", 1, bot)
            _ask(url, range(1, WARM_UP + 1), 1)
            _await_calls(url, "sendMessage", WARM_UP, bot)
            return _timed(url, bot)


def _timed(url: str, bot: subprocess.Popen[str]) -> Round:
    """From the first question sent until the last reply arrived."""
    count = CHATS * PER_CHAT
    cpu, started = cpu_seconds(bot.pid), time.perf_counter()
    _ask(url, range(1000, 1000 + CHATS), PER_CHAT)
    _await_calls(url, "sendMessage", WARM_UP + count, bot)
    time.sleep(LATENCY)  # calls are counted when they come in
    seconds = time.perf_counter() - started
    return Round(count / seconds, (cpu_seconds(bot.pid) - cpu) / count * 1000)


def _ask(url: str, chats: range, times: int) -> None:
    """Every chat asks, then every chat asks again."""
    for turn in range(times):
        for chat in chats:
            text = QUESTIONS[(chat + turn) % len(QUESTIONS)]
            _call(url, "/user/send", {"chat": chat, "user": {"id": chat, "first_name": "Reader"}, "text": text})


def _await_calls(url: str, method: str, count: int, bot: subprocess.Popen[str]) -> None:
    until = time.monotonic() + PATIENCE
    while _call(url, "/stats")["calls"].get(method, 0) < count:
        if bot.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"{bot.args!r} made fewer than {count} calls of {method}")
        time.sleep(0.02)


def _call(url: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
    """A plain connection: httpx would take more of the machine than the bots."""
    with closing(HTTPConnection(urlsplit(url).netloc, timeout=PATIENCE)) as connection:
        connection.request("POST" if body else "GET", path, json.dumps(body) if body else None)
        answer: dict[str, Any] = json.load(connection.getresponse())
        return answer
