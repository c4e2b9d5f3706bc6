"""Is the simulator there for this machine only, robust, and quick to stop?"""

from __future__ import annotations

import asyncio
import errno
import json
import socket
import time

import httpx
import pytest

from bot.simulator import chats, limits
from bot.simulator.chats import Chat
from bot.simulator.server import PORTS_TRIED, create_app, running
from bot.simulator.state import State
from tests.bot.simulator.conftest import ANN, TOKEN, Api, Json, User

SEND: Json = {"chat": 7, "user": ANN, "text": "x"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "127.0.0.1:9"}, 200),
        ({"host": "localhost"}, 200),
        ({"host": "[::1]:80"}, 200),
        ({"host": "evil.example"}, 403),
        ({"host": "127.0.0.1.evil.example"}, 403),
        ({"host": "localhost:80@evil.example"}, 403),
        ({"host": ""}, 403),
        ({"origin": "http://localhost:8081"}, 200),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
@pytest.mark.parametrize("path", ["/stats", "/", f"/bot{TOKEN}/getMe", "/page/page.js"])
async def test_loopback_only(http: httpx.AsyncClient, headers: dict[str, str], status: int, path: str) -> None:
    assert (await http.get(path, headers=headers)).status_code == status


async def test_a_picture_on_a_foreign_page_sends_nothing(user: User) -> None:
    await user.send("hello")
    query = {"chat_id": "7", "text": "forged"}
    from_there = {"sec-fetch-site": "cross-site", "sec-fetch-dest": "image"}
    response = await user.http.get(f"/bot{TOKEN}/sendMessage", params=query, headers=from_there)
    assert response.status_code == 403
    assert (await user.messages())["last"] == 1


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/user/send", b"nonsense"),
        ("POST", "/user/send", b"[]"),
        ("POST", "/user/send", b"\xff"),
        ("POST", "/user/send", b"[" * 100_000),
        ("POST", "/user/send", {}),
        ("POST", "/user/send", SEND | {"text": ""}),
        ("POST", "/user/send", SEND | {"text": " \n"}),
        ("POST", "/user/send", SEND | {"text": 5}),
        ("POST", "/user/send", SEND | {"text": "x" * 4097}),
        ("POST", "/user/send", b'{"chat": 7, "user": {"id": 7}, "text": "\\ud800"}'),
        ("POST", "/user/send", b'{"chat": NaN, "user": {"id": 7}, "text": "x"}'),
        ("POST", "/user/send", SEND | {"chat": "7"}),
        ("POST", "/user/send", SEND | {"chat": True}),
        ("POST", "/user/send", SEND | {"chat": 0}),
        ("POST", "/user/send", SEND | {"chat": 10**30}),
        ("POST", "/user/send", SEND | {"user": 7}),
        ("POST", "/user/send", SEND | {"user": {"id": -7}}),
        ("POST", "/user/send", SEND | {"chat_type": "channel"}),
        ("POST", "/user/send", SEND | {"chat_type": "group"}),
        ("POST", "/user/send", SEND | {"chat": 9, "chat_type": "supergroup"}),
        ("POST", "/user/send", SEND | {"chat": -9, "chat_type": "private"}),
        ("POST", "/user/send", SEND | {"reply_to": 1}),
        ("POST", "/user/send", SEND | {"edit": 1}),
        ("POST", "/user/press", SEND | {"message_id": 1, "data": "x"}),
        ("POST", "/user/press", SEND | {"chat": 8, "message_id": 1, "data": "x"}),
        ("POST", "/user/inline", {"user": ANN, "query": "x" * 257}),
        ("POST", "/user/choose", SEND | {"query": "", "result_id": "1"}),
        ("POST", "/user/block", {"chat": 8}),
        ("GET", "/user/messages", b""),
        ("GET", "/user/messages?chat=x", b""),
        ("GET", "/user/messages?chat=1&wait=nan", b""),
        ("POST", "/faults", {"share": 1}),
        ("POST", "/faults", {"share": 2, "kind": "502"}),
        ("POST", "/faults", {"share": 1, "kind": "fire"}),
        ("POST", "/faults", {"share": 1, "kind": "502", "method": "sendMesage"}),
        ("POST", "/faults", {"share": 1, "kind": "502", "seed": "x"}),
    ],
)
async def test_wrong_requests_get_one_sentence(user: User, method: str, path: str, body: Json | bytes) -> None:
    await user.send("hello")
    content = {"content": body} if isinstance(body, bytes) else {"json": body}
    response = await user.http.request(method, path, **content)
    assert response.status_code == 400
    assert response.json()["error"]


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b"nonsense"),
        ("application/json", b"[]"),
        ("application/json", b'{"chat_id": 7, "text": {"a": 1}}'),
        ("application/json", b'{"chat_id": 7, "text": "\\ud800"}'),
        ("application/x-www-form-urlencoded", b"chat_id=7&text=%ff"),
        ("application/x-www-form-urlencoded", b"chat_id=7&text=\xff"),
        ("application/x-www-form-urlencoded", b"chat_id=7&text=x&entities=" + b"[" * 100_000),
        ("application/x-www-form-urlencoded", b"chat_id=7&text=x&reply_markup=[]"),
        ("application/x-www-form-urlencoded", b"chat_id=7&text=x&message_thread_id=x"),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nnonsense"),
    ],
)
async def test_wrong_calls_are_bad_requests(user: User, content_type: str, body: bytes) -> None:
    await user.send("hello")
    headers = {"content-type": content_type}
    response = await user.http.post(f"/bot{TOKEN}/sendMessage", content=body, headers=headers)
    assert (response.status_code, response.json()["error_code"]) == (400, 400)
    assert (await user.http.get("/stats")).json()["rejected"]


async def test_a_wrong_message_opens_no_chat(user: User) -> None:
    response = await user.http.post("/user/send", json=SEND | {"text": " "})
    assert response.json() == {"error": "text must be non-empty"}
    assert (await user.http.get("/user/chats")).json() == {"chats": []}


async def test_parameters_come_in_every_form(user: User) -> None:
    await user.send("hello")
    path = f"/bot{TOKEN}/sendMessage"
    fields = {"chat_id": "7", "text": "<b>a&amp;b</b>", "parse_mode": "HTML"}
    for response in (
        await user.http.get(path, params=fields),
        await user.http.post(path, params=fields),
        await user.http.post(path, data=fields),
        await user.http.post(path.lower(), json=fields),
        await user.http.post(path, data=fields, files={"unused": b"x"}),
    ):
        assert response.json()["result"]["text"] == "a&b"


async def test_too_large_requests_are_refused(http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REQUEST_BYTES", 1000)
    for path in ("/user/send", f"/bot{TOKEN}/sendMessage"):
        response = await http.post(path, json={"text": "x" * 1000})
        assert response.status_code == 413


async def test_a_taken_port_gives_way_to_the_next() -> None:
    async with running(0) as first, running(first.port) as second:
        assert first.port < second.port < first.port + PORTS_TRIED
        assert not first.moved
        assert (second.asked_port, second.moved) == (first.port, True)
        async with httpx.AsyncClient() as client:
            assert (await client.get(f"{second.url}/stats")).status_code == 200


class Closed(socket.socket):
    """A socket that may not be bound where the system keeps ports back."""

    closed = range(0)

    def bind(self, address: tuple[str, int]) -> None:  # type: ignore[override]
        if address[1] in self.closed:
            raise OSError(errno.EACCES, "Permission denied")
        super().bind(address)


async def test_a_port_that_is_kept_back_gives_way_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    monkeypatch.setattr(socket, "socket", Closed)
    monkeypatch.setattr(Closed, "closed", range(port, port + 3))
    async with running(port) as simulator:
        assert simulator.port >= port + 3


@pytest.mark.parametrize(
    ("port", "tried"), [(40_000, "40000 to 40049"), (65_530, "65530 to 65535"), (65_535, "65535"), (0, "0")]
)
async def test_without_any_port_there_is_one_sentence(monkeypatch: pytest.MonkeyPatch, port: int, tried: str) -> None:
    monkeypatch.setattr(socket, "socket", Closed)
    monkeypatch.setattr(Closed, "closed", range(65_536))
    with pytest.raises(PermissionError) as refused:
        async with running(port):
            pass
    assert refused.value.strerror == f"the simulator cannot listen on port {tried}: Permission denied"


async def test_only_loopback_is_served() -> None:
    with pytest.raises(ValueError, match="loopback only"):
        async with running(0, host="0.0.0.0"):  # noqa: S104 - what must not be
            pass


async def test_stopping_closes_the_port() -> None:
    async with running(0) as simulator:
        idle = socket.create_connection(("127.0.0.1", simulator.port))
    with idle, pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", simulator.port))


@pytest.mark.parametrize("path", ["/user/send", f"/bot{TOKEN}/sendMessage"])
@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x"])
async def test_a_client_that_leaves_early_is_let_go(path: str, kind: str) -> None:
    arriving = iter([{"type": "http.request", "body": b"--x\r\n", "more_body": True}])

    async def receive() -> Json:
        return next(arriving, {"type": "http.disconnect"})

    async def send(_message: object) -> None:
        pass

    headers = [(b"host", b"localhost"), (b"content-type", kind.encode())]
    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": headers}
    state = State()
    await create_app(state, hang_up=lambda _client: None)(scope, receive, send)
    assert (state.chats, list(state.rejected)) == ({}, [])


async def test_stopping_ends_open_polls() -> None:
    async with asyncio.timeout(15), httpx.AsyncClient(timeout=20) as client:
        async with running(0) as simulator:
            waiting = [
                asyncio.create_task(client.get(f"{simulator.url}{path}"))
                for path in (f"/bot{TOKEN}/getUpdates?timeout=50", "/user/messages?chat=7&wait=60")
            ]
            while len(simulator.state.bell._waiting) < 2:  # noqa: ASYNC110 - the server tells nobody
                await asyncio.sleep(0.01)
        assert [response.result().status_code for response in waiting] == [200, 200]


@pytest.mark.parametrize(
    ("before", "after", "status"),
    [
        ("group", "supergroup", 200),
        ("group", "group", 200),
        ("supergroup", "supergroup", 200),
        ("supergroup", "group", 400),
    ],
)
async def test_only_a_group_becomes_another_kind(user: User, before: str, after: str, status: int) -> None:
    await user.send("one", chat=-5, chat_type=before)
    response = await user.http.post("/user/send", json=SEND | {"chat": -5, "chat_type": after})
    assert response.status_code == status
    [chat] = (await user.http.get("/user/chats")).json()["chats"]
    assert (chat["type"], chat["last"]) == ((after, 2) if status == 200 else (before, 1))


@pytest.mark.parametrize(("chat", "chat_type"), [(9, "group"), (9, "supergroup"), (-9, "private")])
async def test_a_chat_that_cannot_be_is_not_opened(user: User, chat: int, chat_type: str) -> None:
    response = await user.http.post("/user/send", json=SEND | {"chat": chat, "chat_type": chat_type})
    assert response.json() == {"error": "a private chat's id is positive, a group's is negative"}
    assert (await user.http.get("/user/chats")).json() == {"chats": []}


async def test_chats_are_listed_latest_first(user: User) -> None:
    await user.send("one")
    await user.send("two", chat=-5, title="Readers")
    await user.send("three", chat=8)
    await user.send("four")
    chats_seen = (await user.http.get("/user/chats")).json()["chats"]
    assert chats_seen == [
        {"id": 7, "type": "private", "title": "Ann", "last": 2},
        {"id": 8, "type": "private", "title": "Ann", "last": 1},
        {"id": -5, "type": "group", "title": "Readers", "last": 1},
    ]


async def test_a_reader_waits_for_the_next_message(user: User, api: Api) -> None:
    await user.send("hello")
    waiting = asyncio.create_task(user.messages(after=1, wait=10.5))
    await api("sendMessage", chat_id=7, text="hi")
    seen = await waiting
    assert [(message["text"], message["seq"]) for message in seen["messages"]] == [("hi", 2)]
    assert await user.messages(after=2) == {"messages": [], "last": 2}
    assert await user.messages(chat=99) == {"messages": [], "last": 0}


async def test_what_was_said_before_the_bot_came_is_heard(user: User, api: Api) -> None:
    await user.send("early")
    assert [update["message"]["text"] for update in (await api("getUpdates"))["result"]] == ["early"]


def test_a_chat_keeps_its_newest_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chats, "MESSAGES_KEPT", 3)
    chat = Chat(7, "private", "Ann")
    first, second, *_ = [chat.add(ANN, {"text": text}) for text in "abc"]
    chat.edit(first)
    chat.add(ANN, {"text": "d"})
    assert [entry.message["text"] for entry in chat.since(0)] == ["c", "a", "d"]
    assert chat.find(second["message_id"]) is None


def test_ids_grow_over_restarts(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Chat(7, "private", "Ann").add(ANN, {})
    clock = time.time
    monkeypatch.setattr(time, "time", lambda: clock() + 60)
    assert Chat(7, "private", "Ann").add(ANN, {})["message_id"] > before["message_id"]


async def test_a_webhook_gets_each_update_until_it_takes_it(user: User, api: Api) -> None:
    got: asyncio.Queue[tuple[bool, str]] = asyncio.Queue()
    statuses = iter([500, 200, 200])

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.partition("content-length: ")[2].partition("\r\n")[0])
        update = json.loads(await reader.readexactly(length))
        await got.put(("x-telegram-bot-api-secret-token: s-1" in head, update["message"]["text"]))
        writer.write(f"HTTP/1.1 {next(statuses)} x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n".encode())
        writer.close()

    async with await asyncio.start_server(take, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
        assert (await api("setWebhook", url=url, secret_token="s-1"))["ok"]  # noqa: S106
        await user.send("one")
        await user.send("two")
        posts = [await asyncio.wait_for(got.get(), 5) for _ in range(3)]
        assert posts == [(True, "one"), (True, "one"), (True, "two")]
        polled = await api("getUpdates")
        assert polled["error_code"] == 409
        assert "webhook is active" in polled["description"]
        assert (await api("getWebhookInfo"))["result"]["url"] == url
        assert (await api("deleteWebhook"))["ok"]
        assert (await api("getUpdates"))["ok"]
