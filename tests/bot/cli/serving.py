"""What does a command do that serves until it is stopped?"""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx

from tests.bot.cli.command import TALKS, Done, surroundings

TOKEN = "123456:" + "A" * 35
PATIENCE = 20
"""Seconds until something that should happen is given up."""


class Serving:
    """A command under way."""

    def __init__(self, process: subprocess.Popen[bytes], out: Path, err: Path) -> None:
        self.process = process
        self._out = out
        self._err = err

    def wait_for(self, text: str) -> str:
        """The line with `text`, once it is written."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for line in (self.out + self.err).splitlines(keepends=True):
                if text in line and line.endswith("\n"):
                    return line
            assert self.process.poll() is None, self.err
            time.sleep(0.02)
        raise AssertionError(f"never said: {text}\n{self.out}{self.err}")

    def wait_for_chat(self) -> str:
        """The address of the simulator."""
        return self.wait_for("Chat: ").split("Chat: ")[1].strip()

    @property
    def out(self) -> str:
        return self._out.read_text("utf-8")

    @property
    def err(self) -> str:
        return self._err.read_text("utf-8")

    def stop(self, number: signal.Signals = signal.SIGTERM) -> Done:
        self.process.send_signal(number)
        return self.end()

    def end(self) -> Done:
        return Done(self.process.wait(PATIENCE), self.out, self.err)


@contextmanager
def serving(
    folder: Path, *arguments: str, name: str = "bot", program: Sequence[str] = TALKS, **settings: str
) -> Iterator[Serving]:
    """`talks` with these arguments, in `folder` and at home there; killed where a test leaves it running."""
    out, err = folder / f"{name}.out", folder / f"{name}.err"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            [*program, *arguments], cwd=folder, env=surroundings(folder, **settings), stdout=stdout, stderr=stderr
        )
    try:
        yield Serving(process, out, err)
    finally:
        process.kill()
        process.wait()


class Readers:
    """All who write to a simulator."""

    def __init__(self, url: str) -> None:
        self._url = url

    def get(self, path: str, **query: float) -> Any:
        return httpx.get(self._url + path, params=query, trust_env=False, timeout=PATIENCE).raise_for_status().json()

    def post(self, path: str, **body: object) -> None:
        httpx.post(self._url + path, json=body, trust_env=False, timeout=PATIENCE).raise_for_status()

    def delete(self, path: str) -> None:
        httpx.delete(self._url + path, trust_env=False, timeout=PATIENCE).raise_for_status()

    def write(self, text: str, chat: int = 7) -> None:
        self.post("/user/send", chat=chat, user={"id": chat, "first_name": "Ann"}, text=text)

    def reply(self, chat: int = 7) -> str:
        """The bot's first message."""
        after, until = 0, time.monotonic() + PATIENCE
        while time.monotonic() < until:
            news = self.get("/user/messages", chat=chat, after=after, wait=2)
            after = news["last"]
            for message in news["messages"]:
                if message["from"]["is_bot"]:
                    return str(message["text"])
        raise AssertionError("no reply came")

    @contextmanager
    def waiting_for_call(self, method: str) -> Iterator[None]:
        """The block ends when the bot has called the method."""
        before, until = self.get("/stats")["calls"].get(method, 0), time.monotonic() + PATIENCE
        yield
        while self.get("/stats")["calls"].get(method, 0) == before:
            assert time.monotonic() < until, f"{method} was not called"
            time.sleep(0.02)

    def wait_for_stats(self, **counts: int) -> None:
        until = time.monotonic() + PATIENCE
        while any(self.get("/stats")[name] < count for name, count in counts.items()):
            assert time.monotonic() < until, self.get("/stats")
            time.sleep(0.02)


def by_webhook() -> dict[str, str]:
    """Settings for a port that nobody listens on just now: the bot must be told its address beforehand."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
    return {"TALKS_LISTEN": str(port), "TALKS_WEBHOOK_URL": f"http://127.0.0.1:{port}"}


@contextmanager
def api(status: int, body: object) -> Iterator[str]:
    """A server that gives the same answer to whatever it is asked."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            self.send_response(status)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
