"""What do the simulator's tests share? A running simulator, and what a reader and a bot can do to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from bot.simulator.server import RunningSimulator, create_app, running
from bot.simulator.state import State

TOKEN = "123456:" + "A" * 35
ANN = {"id": 7, "first_name": "Ann", "language_code": "uk"}
GROUP = -1001

Json = dict[str, Any]
Api = Callable[..., Awaitable[Json]]


class User:
    """What a reader can do; `chat` 7 is Ann's private chat."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def post(self, path: str, **body: object) -> Json:
        response = await self.http.post(path, json=body)
        assert response.status_code == 200, response.text
        answer: Json = response.json()
        return answer

    async def send(self, text: str, chat: int = 7, **more: object) -> int:
        answer = await self.post("/user/send", chat=chat, user=ANN, text=text, **more)
        message_id: int = answer["message_id"]
        return message_id

    async def messages(self, chat: int = 7, after: int = 0, wait: float = 0) -> Json:
        response = await self.http.get("/user/messages", params={"chat": chat, "after": after, "wait": wait})
        answer: Json = response.json()
        return answer


@pytest.fixture
async def simulator() -> AsyncIterator[RunningSimulator]:
    async with running(0, pace=None) as simulator:
        yield simulator


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    """A simulator of its own, reached without a network."""
    transport = httpx.ASGITransport(create_app(State(), hang_up=lambda _client: None))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8081") as client:
        yield client


@pytest.fixture
def api(http: httpx.AsyncClient) -> Api:
    """Calls a Bot API method and returns the whole answer."""

    async def call(method: str, **parameters: object) -> Json:
        response = await http.post(f"/bot{TOKEN}/{method}", json=parameters)
        answer: Json = response.json()
        assert response.status_code == answer.get("error_code", 200)
        return answer

    return call


@pytest.fixture
def user(http: httpx.AsyncClient) -> User:
    return User(http)
