from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator

import pytest
from telegram.error import Conflict, NetworkError

from bot.simulator.server import RunningSimulator, running
from bot.telegram.requests import PollRequest, send_request
from tests.bot.telegram.fakes import TOKEN, update


@pytest.fixture
async def simulator() -> AsyncIterator[RunningSimulator]:
    async with running(port=0) as simulator:
        yield simulator


async def test_each_successful_poll_is_told(simulator: RunningSimulator) -> None:
    polled = []
    request = PollRequest(simulator.url, lambda: polled.append(True))
    await request.do_request(f"{simulator.url}/bot{TOKEN}/getUpdates", "POST")
    assert polled == [True]
    await request.do_request(f"{simulator.url}/bot{TOKEN}/noSuchMethod", "POST")
    assert polled == [True]
    await request.shutdown()


@pytest.mark.parametrize(("token", "refused"), [(TOKEN, False), ("no-token", True)])
async def test_a_refused_token_is_noticed(simulator: RunningSimulator, token: str, *, refused: bool) -> None:
    request = PollRequest(simulator.url, None)
    await request.do_request(f"{simulator.url}/bot{token}/getUpdates", "POST")
    assert request.refused.is_set() is refused
    await request.shutdown()


async def test_trouble_is_one_line_until_it_is_over(
    simulator: RunningSimulator, caplog: pytest.LogCaptureFixture
) -> None:
    request = PollRequest(simulator.url, None)
    for error in (Conflict("two"), Conflict("two"), NetworkError("gone"), NetworkError("gone")):
        request.complain(error)
    await request.do_request(f"{simulator.url}/bot{TOKEN}/getUpdates", "POST")
    request.complain(NetworkError("gone again"))
    assert [record.getMessage() for record in caplog.records] == [
        "Another program polls with this token; only one can. Trying on.",
        "Polling failed, trying on: gone",
        "Polling failed, trying on: gone again",
    ]
    await request.shutdown()


def test_an_update_that_cannot_be_read_is_passed_over(caplog: pytest.LogCaptureFixture) -> None:
    good, bad = update("Who?", number=1), {"update_id": 2, "message": {"text": "no chat"}}
    payload = json.dumps({"ok": True, "result": [good, bad]}).encode()
    assert PollRequest.parse_json_payload(payload)["result"] == [good, {"update_id": 2}]
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


@pytest.mark.parametrize(
    ("api_url", "proxies"),
    [(None, True), ("https://bots.example.org", True), ("http://127.0.0.1:8081", False), ("http://[::1]:1", False)],
)
async def test_a_server_on_this_machine_is_asked_directly(api_url: str | None, *, proxies: bool) -> None:
    request = send_request(api_url)
    assert {one._client.trust_env for one in request._requests} == {proxies}
    await request.shutdown()
