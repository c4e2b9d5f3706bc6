"""Does only Telegram get in, and is what it brings safe before it hears so?"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress

import httpx
import pytest

from bot.errors import TalksError
from bot.web import webhook as module
from bot.web.app import create_app
from bot.web.server import running
from bot.web.webhook import AGAIN_SECONDS, MOST_BYTES, SECRET_HEADER, Json, Keys, Webhook

TOKEN = "123456:" + "A" * 35
KEYS = Keys.of(TOKEN)
UPDATE: Json = {"update_id": 7, "message": {"text": "Wer führt die russische Seite? 🙂"}}
HEADERS = {SECRET_HEADER: KEYS.secret, "content-type": "application/json"}


class Shelf:
    """Where updates are kept, as long as there is room."""

    def __init__(self) -> None:
        self.kept: list[Json] = []
        self.full = False

    async def keep(self, update: Json) -> None:
        if self.full:
            raise TalksError("The journal cannot grow: the disk is full.")
        self.kept.append(update)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def webhook(shelf: Shelf) -> Iterator[Webhook]:
    webhook = Webhook(TOKEN, "https://bot.example")
    with webhook.open(shelf.keep):
        yield webhook


@asynccontextmanager
async def calling(webhook: Webhook) -> AsyncIterator[httpx.AsyncClient]:
    async with (
        running(create_app([], webhook), "127.0.0.1", 0) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=10) as client,
    ):
        yield client


@pytest.fixture
async def client(webhook: Webhook) -> AsyncIterator[httpx.AsyncClient]:
    """Without a server, which takes longer to stop than all else here."""
    transport = httpx.ASGITransport(create_app([], webhook))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot.example") as client:
        yield client


@pytest.fixture
async def served(webhook: Webhook) -> AsyncIterator[httpx.AsyncClient]:
    async with calling(webhook) as client:
        yield client


async def test_an_update_is_kept_and_acknowledged(served: httpx.AsyncClient, shelf: Shelf) -> None:
    response = await served.post(KEYS.path, json=UPDATE, headers=HEADERS)
    assert (response.status_code, response.content) == (200, b"")
    assert shelf.kept == [UPDATE]


async def test_it_is_kept_before_it_is_acknowledged() -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def keep(_update: Json) -> None:
        asked.set()
        await go_on.wait()

    webhook = Webhook(TOKEN, "https://bot.example")
    with webhook.open(keep):
        async with calling(webhook) as client:
            posting = asyncio.create_task(client.post(KEYS.path, json=UPDATE, headers=HEADERS))
            await asyncio.wait_for(asked.wait(), 10)
            assert not posting.done()
            go_on.set()
            assert (await posting).status_code == 200


@pytest.mark.parametrize(
    ("path", "headers", "body", "status"),
    [
        ("/telegram/", {}, b"{}", 404),
        ("/telegram/x", {}, b"{}", 404),
        (KEYS.path[:-1], {}, b"{}", 404),
        (KEYS.path + "/", {}, b"{}", 404),
        (KEYS.path.upper(), {}, b"{}", 404),
        ("/telegram/%FF%C3%A9", {}, b"{}", 404),
        (KEYS.path, {SECRET_HEADER: ""}, b"{}", 403),
        (KEYS.path, {SECRET_HEADER: KEYS.secret[:-1]}, b"{}", 403),
        (KEYS.path, {SECRET_HEADER: KEYS.secret.upper()}, b"{}", 403),
        (KEYS.path, {SECRET_HEADER: "é"}, b"{}", 403),
        (KEYS.path, {"content-type": "text/plain"}, b"{}", 415),
        (KEYS.path, {"content-type": ""}, b"{}", 415),
        (KEYS.path, {}, b"", 400),
        (KEYS.path, {}, b"\xff", 400),
        (KEYS.path, {}, b"{", 400),
        (KEYS.path, {}, b"[" * 100_000, 400),
        (KEYS.path, {}, b"[]", 400),
        (KEYS.path, {}, b"7", 400),
        (KEYS.path, {}, b"{}", 400),
        (KEYS.path, {}, b'{"update_id": "7"}', 400),
        (KEYS.path, {}, b'{"update_id": true}', 400),
        (KEYS.path, {}, b'{"update_id": null}', 400),
        (KEYS.path, {}, b" " * (MOST_BYTES + 1), 413),
    ],
)
async def test_what_is_no_update_from_telegram_is_refused(  # noqa: PLR0917
    client: httpx.AsyncClient, shelf: Shelf, path: str, headers: dict[str, str], body: bytes, status: int
) -> None:
    encoded = [(name.encode(), value.encode("latin-1")) for name, value in (HEADERS | headers).items()]
    response = await client.post(path, content=body, headers=encoded)
    assert response.status_code == status
    assert KEYS.secret not in response.text
    assert shelf.kept == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
async def test_only_a_post_delivers(client: httpx.AsyncClient, method: str) -> None:
    assert (await client.request(method, KEYS.path, headers=HEADERS)).status_code == 405


async def test_without_the_secret_header_at_all_it_is_refused(client: httpx.AsyncClient, shelf: Shelf) -> None:
    assert (await client.post(KEYS.path, json=UPDATE)).status_code == 403
    assert shelf.kept == []


@asynccontextmanager
async def posting(
    client: httpx.AsyncClient, **fields: str
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """The head of a request is sent, of which Telegram's own fields can be other ones."""
    head = {"host": "bot.example", **HEADERS} | {name.replace("_", "-"): value for name, value in fields.items()}
    assert client.base_url.port
    reader, writer = await asyncio.open_connection("127.0.0.1", client.base_url.port)
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    writer.write(f"POST {KEYS.path} HTTP/1.1\r\n{lines}\r\n".encode())
    try:
        yield reader, writer
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"X_Telegram_Bot_Api_Secret_Token": "wrong", "content_length": "9"}, 403),
        ({"content_length": str(MOST_BYTES + 1)}, 413),
        ({"content_type": "text/html", "content_length": "9"}, 415),
    ],
)
async def test_a_refusal_does_not_wait_for_the_body(
    served: httpx.AsyncClient, fields: dict[str, str], status: int
) -> None:
    async with posting(served, **fields) as (reader, _):
        answer = await asyncio.wait_for(reader.read(), 10)  # to the end: the connection is closed
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())


async def test_a_body_that_grows_beyond_the_limit_is_cut_short(served: httpx.AsyncClient, shelf: Shelf) -> None:
    piece = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    async with posting(served, transfer_encoding="chunked") as (reader, writer):
        for _ in range(MOST_BYTES // 0x10000 + 1):
            writer.write(piece)
        answer = await asyncio.wait_for(reader.readline(), 10)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert shelf.kept == []


async def test_a_body_that_never_comes_is_not_waited_for(
    served: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "READ_SECONDS", 0.05)
    async with posting(served, content_length="9") as (reader, writer):
        writer.write(b"{")
        answer = await asyncio.wait_for(reader.read(), 10)
    assert answer.startswith(b"HTTP/1.1 408 ")


async def test_who_hangs_up_halfway_disturbs_nobody(
    served: httpx.AsyncClient, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    async with posting(served, content_length="99") as (_, writer):
        writer.write(b"{")
        await writer.drain()
    assert (await served.post(KEYS.path, json=UPDATE, headers=HEADERS)).status_code == 200
    assert shelf.kept == [UPDATE]
    assert caplog.records == []


async def test_what_cannot_be_kept_is_not_acknowledged(client: httpx.AsyncClient, shelf: Shelf) -> None:
    shelf.full = True
    refused = await client.post(KEYS.path, json=UPDATE, headers=HEADERS)
    shelf.full = False
    taken = await client.post(KEYS.path, json=UPDATE, headers=HEADERS)
    assert (refused.status_code, refused.headers["retry-after"], taken.status_code) == (503, AGAIN_SECONDS, 200)
    assert shelf.kept == [UPDATE]


async def test_before_and_after_telegram_is_asked_to_come_again(shelf: Shelf) -> None:
    webhook = Webhook(TOKEN, "https://bot.example")
    async with calling(webhook) as client:
        statuses = [(await client.post(KEYS.path, json=UPDATE, headers=HEADERS)).status_code]
        with webhook.open(shelf.keep):
            statuses.append((await client.post(KEYS.path, json=UPDATE, headers=HEADERS)).status_code)
        statuses.append((await client.post(KEYS.path, json=UPDATE, headers=HEADERS)).status_code)
        stranger = await client.post(KEYS.path, json=UPDATE)
    assert statuses == [503, 200, 503]
    assert stranger.status_code == 403


def test_the_keys_follow_from_the_token_and_from_nothing_else() -> None:
    other = Keys.of(TOKEN[:-1] + "B")
    assert Keys.of(TOKEN) == KEYS
    assert len({KEYS.path.rpartition("/")[2], KEYS.secret, other.path.rpartition("/")[2], other.secret}) == 4
    assert Webhook(TOKEN, "https://bot.example/talks").url == f"https://bot.example/talks{KEYS.path}"


def test_the_keys_are_of_the_form_that_telegram_takes() -> None:
    assert len(KEYS.secret) == 64
    assert json.dumps(KEYS.secret).strip('"').isalnum()


def test_the_keys_are_not_shown_by_mistake() -> None:
    assert KEYS.secret not in repr(KEYS)
    assert KEYS.path not in repr(KEYS)
