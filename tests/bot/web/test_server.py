from __future__ import annotations

import socket

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.errors import TalksError
from bot.web.app import create_app
from bot.web.server import running


async def hello(_request: Request) -> Response:
    return PlainTextResponse("hello")


APP = create_app([Route("/", hello)])


async def test_it_serves_until_the_block_ends() -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        async with running(APP, "127.0.0.1", 0) as port:
            response = await client.get(f"http://127.0.0.1:{port}/")
        with pytest.raises(httpx.ConnectError):
            await client.get(f"http://127.0.0.1:{port}/")
    assert (response.text, "server" in response.headers) == ("hello", False)


async def test_it_can_be_on_the_other_loopback() -> None:
    async with running(APP, "::1", 0) as port, httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(f"http://[::1]:{port}/")).text == "hello"


async def test_the_same_port_can_be_had_again_at_once() -> None:
    port = 0
    for _ in range(2):
        async with running(APP, "127.0.0.1", port) as port, httpx.AsyncClient(trust_env=False) as client:
            assert (await client.get(f"http://127.0.0.1:{port}/")).text == "hello"


async def test_a_port_that_is_taken_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(TalksError) as refusal:
            async with running(APP, "127.0.0.1", port):
                pass
    expected = f"Nothing can listen on 127.0.0.1, port {port} (TALKS_LISTEN): Address already in use"
    assert str(refusal.value) == expected


async def test_a_host_that_is_not_ours_is_one_sentence() -> None:
    with pytest.raises(TalksError, match=r"Nothing can listen on no\.such\.host\.invalid, port 0 \(TALKS_LISTEN\): "):
        async with running(APP, "no.such.host.invalid", 0):
            pass


async def test_what_is_no_http_writes_no_lines(caplog: pytest.LogCaptureFixture) -> None:
    async with running(APP, "127.0.0.1", 0) as port:
        with socket.create_connection(("127.0.0.1", port)) as stranger:
            stranger.sendall(b"\x16\x03\x01 garbage\r\n\r\n")
        async with httpx.AsyncClient(trust_env=False) as client:
            assert (await client.get(f"http://127.0.0.1:{port}/")).text == "hello"
    assert caplog.records == []
