"""What does a reader see? Asks the running bot and writes down what it says: `python -m tests.whole.transcript`.

The bot is `talks run` on its own simulator, with nothing set and nothing kept.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

FILE = Path(__file__).parents[2] / "docs" / "transcript.md"
WAIT = 30
ANN, BEN = {"id": 1, "first_name": "Ann"}, {"id": 2, "first_name": "Ben"}

Step = tuple[dict[str, object], str]
"""Who writes what; “↩ ” before a text replies to the bot's last message, “▢ ” presses the button of that name."""

CHATS: dict[str, list[Step]] = {
    "A reader's first minutes": [
        (ANN, text)
        for text in (
            "/start",
            "▢ What did Ryabkov say?",
            "Who leads the Russian side?",
            "▢ Context",
            "What did he say about NATO?",
            "And in Vienna?",
            "When do the Geneva talks start?",
            "And in Vienna?",
            "Who is Wendy Sherman?",
            "When will she arrive?",
            "/help",
        )
    ],
    "Several outlets, one statement": [
        (ANN, text)
        for text in (
            "What does Blinken say about breakthroughs?",
            "▢ Other wording",
            "▢ Less",
            "And about NATO?",
            "And Ryabkov?",
        )
    ],
    "Several questions": [
        (ANN, text)
        for text in (
            "Who leads the Russian side? And when do the talks start?",
            "What is planned in Brussels?\nAnd in Vienna?",
            "How many soldiers are at the border? Where is Macron? Why? And what is NATO's open door?",
        )
    ],
    "What the articles don't tell": [
        (ANN, text)
        for text in (
            "What did the talks achieve?",
            "Who won the Super Bowl?",
            "What does Macron want?",
            "When?",
            "Did Russia invade?",
            "What did Putin say?",
            "Is Ryabkov foreign minister?",
            "Who leads the American side?",
            "thanks!",
        )
    ],
    "As people type": [
        (ANN, text)
        for text in (
            "blinkin breakthru",
            "Ukranian soldiers",
            "NATO counsel",
            "how many russian troops are at the boarder",
            "and why",
            "what does moscow demand",
            "what did ryabkov rule out?",
        )
    ],
    "About the bot": [
        (ANN, text)
        for text in ("What do you know?", "How many articles do you have?", "What do you know about Ryabkov?", "hello")
    ],
    "In a group": [
        (ANN, "@talks_bot what is planned in Brussels?"),
        (BEN, "↩ When?"),
        (BEN, "↩ And in Vienna?"),
        (ANN, "/ask who is chess champion?"),
    ],
}


class Chat:
    """A chat with the bot, from its readers' side."""

    def __init__(self, http: httpx.Client, number: int) -> None:
        self._http = http
        self._number = number
        self._seen = 0
        self._last = 0
        self._buttons: list[list[dict[str, str]]] = []

    def take(self, user: dict[str, object], text: str) -> str:
        """Take one step; what the bot then shows."""
        order: dict[str, object] = {"chat": self._number, "user": user}
        if text.startswith("▢ "):
            button = next(key for row in self._buttons for key in row if key["text"] == text[2:])
            self._post("/user/press", order | {"message_id": self._last, "data": button["callback_data"]})
        elif text.startswith("↩ "):
            self._post("/user/send", order | {"text": text[2:], "reply_to": self._last})
        else:
            self._post("/user/send", order | {"text": text})
        return self._reply()

    def _post(self, path: str, order: dict[str, object]) -> None:
        self._http.post(path, json=order).raise_for_status()

    def _reply(self) -> str:
        while True:
            query = {"chat": self._number, "after": self._seen, "wait": WAIT}
            news = self._http.get("/user/messages", params=query).json()
            assert news["messages"], "no reply came"
            for message in news["messages"]:
                self._seen = message["seq"]
                if message["from"]["is_bot"]:
                    self._last = message["message_id"]
                    self._buttons = message.get("reply_markup", {}).get("inline_keyboard", [])
                    return _as_markdown(message, self._buttons)


def _as_markdown(message: dict[str, object], buttons: list[list[dict[str, str]]]) -> str:
    """The text, its passages set in by `>`, its buttons in braces."""
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


@contextmanager
def _running_bot() -> Iterator[str]:
    """The address of its chat."""
    with tempfile.TemporaryDirectory() as folder:
        own = {name: value for name, value in os.environ.items() if not name.startswith("TALKS_")}
        env = own | {"XDG_DATA_HOME": folder, "TALKS_SIMULATOR_PORT": "0", "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "bot", "run"]
        root = Path(__file__).parents[2]
        with subprocess.Popen(command, cwd=root, env=env, stdout=subprocess.PIPE, text=True) as bot:
            try:
                assert bot.stdout is not None
                yield next(found[0] for line in bot.stdout if (found := re.search(r"http://\S+", line)))
            finally:
                bot.send_signal(signal.SIGINT)


def transcript() -> Iterator[str]:
    yield "# What a reader sees\n"
    yield (
        "Written by `python -m tests.whole.transcript`, which asks the bot on its simulator. `>` is the reader, `│` a "
        "passage, braces are buttons, `▢` presses one, `↩` replies to the bot's message.\n"
    )
    with _running_bot() as url, httpx.Client(base_url=url, trust_env=False, timeout=2 * WAIT) as http:
        for number, (title, steps) in enumerate(CHATS.items(), 1):
            yield f"## {title}\n\n```"
            several = len({str(user) for user, _ in steps}) > 1
            chat = Chat(http, -number if several else number)
            for reader, text in steps:
                user = reader | {"id": 10 * number + int(str(reader["id"]))}  # one who asked all of it asks too fast
                asked = text.replace("\n", "\n> ")
                name = f"{user['first_name']}: " if several else ""
                yield f"> {name}{asked}\n{chat.take(user, text)}\n"
            yield "```\n"


if __name__ == "__main__":
    FILE.write_text("\n".join(transcript()).replace("\n\n```\n", "\n```\n"), "utf-8")
