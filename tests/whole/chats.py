"""How does a reader talk to the running bot, and how is it written down? For the transcripts in docs/."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
WAIT = 30

User = dict[str, object]
Step = tuple[User, str]
"""Who writes what; “↩ ” before a text replies to the bot's last message, “▢ ” presses the button of that name."""


class Chat:
    """A chat with the bot, from its readers' side."""

    def __init__(self, http: httpx.Client, number: int) -> None:
        self._http = http
        self._number = number
        self._seen = 0
        self._last = 0
        self._buttons: list[list[dict[str, str]]] = []

    def take(self, user: User, text: str) -> str:
        """Take one step; what the bot then shows."""
        order: dict[str, object] = {"chat": self._number, "user": user}
        if text.startswith("▢ "):
            button = next(key for row in self._buttons for key in row if key["text"] == text[2:])
            self._post("/user/press", order | {"message_id": self._last, "data": button["callback_data"]})
        elif text.startswith("↩ "):
            self._post("/user/send", order | {"text": text[2:], "reply_to": self._last})
        else:
            self._post("/user/send", order | {"text": text})
        return "\n".join(self._reply())

    def _post(self, path: str, order: dict[str, object]) -> None:
        self._http.post(path, json=order).raise_for_status()

    def _reply(self) -> Iterator[str]:
        """What the bot says up to its next text: a picture comes with one beneath it."""
        while True:
            query = {"chat": self._number, "after": self._seen, "wait": WAIT}
            news = self._http.get("/user/messages", params=query).json()
            assert news["messages"], "no reply came"
            for message in news["messages"]:
                self._seen = message["seq"]
                if not message["from"]["is_bot"]:
                    continue
                if "photo" in message:
                    yield f"▣ {message['caption']}"
                    continue
                self._last = message["message_id"]
                self._buttons = message.get("reply_markup", {}).get("inline_keyboard", [])
                yield _as_markdown(message, self._buttons)
                return


def _as_markdown(message: dict[str, object], buttons: list[list[dict[str, str]]]) -> str:
    """The text, its passages set in by `│`, its buttons in braces."""
    text = str(message["text"])
    units = text.encode("utf-16-le")
    quoted: set[int] = set()
    entities: list[dict[str, object]] = message.get("entities", [])  # type: ignore[assignment]
    for entity in entities:
        if "blockquote" in str(entity["type"]):
            begin, length = int(str(entity["offset"])), int(str(entity["length"]))
            start = len(units[: 2 * begin].decode("utf-16-le"))
            end = len(units[: 2 * (begin + length)].decode("utf-16-le"))
            quoted |= set(range(text.count("\n", 0, start), text.count("\n", 0, end) + 1))
    lines = [f"│ {line}" if number in quoted else line for number, line in enumerate(text.split("\n"))]
    labels = " ".join(f"{{{button['text']}}}" for row in buttons for button in row)
    return "\n".join([*lines, labels] if labels else lines)


def write_down(http: httpx.Client, number: int, steps: Sequence[Step]) -> Iterator[str]:
    """A chat in a code block; where several write, with their names."""
    several = len({str(user) for user, _ in steps}) > 1
    chat = Chat(http, -number if several else number)
    yield "```"
    for user, text in steps:
        asked = text.replace("\n", "\n> ")
        name = f"{user['first_name']}: " if several else ""
        yield f"> {name}{asked}\n{chat.take(user, text)}\n"
    yield "```\n"


def save(lines: Iterable[str], file: Path) -> None:
    file.write_text("\n".join(lines).replace("\n\n```\n", "\n```\n"), "utf-8")


@dataclass(frozen=True, slots=True)
class Running:
    """A bot that serves, with nothing set but what it was given and nothing kept."""

    env: Mapping[str, str]
    started: str
    """The line that it starts with."""
    url: str

    @contextmanager
    def asked(self) -> Iterator[httpx.Client]:
        with httpx.Client(base_url=self.url, trust_env=False, timeout=2 * WAIT) as http:
            yield http

    def command(self, *arguments: str) -> str:
        """What a command says beside it."""
        command = [sys.executable, "-m", "bot", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.env, stdout=subprocess.PIPE, text=True, check=True)
        return done.stdout.strip()


@contextmanager
def running_bot(**settings: str) -> Iterator[Running]:
    """`talks run` on its own simulator."""
    with tempfile.TemporaryDirectory() as folder:
        own = {name: value for name, value in os.environ.items() if not name.startswith("TALKS_")}
        env = own | {"XDG_DATA_HOME": folder, "TALKS_SIMULATOR_PORT": "0", "PYTHONUNBUFFERED": "1"} | settings
        command = [sys.executable, "-m", "bot", "run"]
        with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as bot:
            try:
                assert bot.stdout is not None
                started = next(bot.stdout).strip()
                yield Running(
                    env, started, next(found[0] for line in bot.stdout if (found := re.search(r"http://\S+", line)))
                )
            finally:
                bot.send_signal(signal.SIGINT)
