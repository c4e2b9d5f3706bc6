from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from telegram.error import Conflict, InvalidToken, NetworkError

from bot.simulator.server import RunningSimulator, running
from bot.telegram.requests import PollRequest, send_request
from tests.bot.telegram.fakes import TOKEN

TWO_POLLERS = "Stop it, or make a new token with /revoke at @BotFather."


@pytest.fixture
async def simulator() -> AsyncIterator[RunningSimulator]:
    async with running(port=0) as simulator:
        yield simulator


async def test_updates_are_fetched_as_json_and_confirmed_by_the_next_poll(simulator: RunningSimulator) -> None:
    polled: list[bool] = []
    request = PollRequest(simulator.url, lambda: polled.append(True))
    base, at_once = f"{simulator.url}/bot{TOKEN}", dt.timedelta()
    assert await request.fetch(base, 0, at_once) == []
    simulator.state.publish("message", {"text": "Who?"})
    simulator.state.publish("poll", {"question": "Nobody handles it"})
    [update] = await request.fetch(base, 0, at_once)
    assert update["message"] == {"text": "Who?"}
    assert await request.fetch(base, update["update_id"] + 1, at_once) == []
    assert simulator.state.stats()["updates_confirmed"] == 1
    assert polled == [True] * 3
    await request.shutdown()


async def test_a_refused_token_is_told_from_trouble(simulator: RunningSimulator) -> None:
    polled: list[bool] = []
    request = PollRequest(simulator.url, lambda: polled.append(True))
    with pytest.raises(InvalidToken):
        await request.fetch(f"{simulator.url}/botno-token", 0, dt.timedelta())
    assert polled == []
    await request.shutdown()


async def test_trouble_is_one_line_until_it_is_over(
    simulator: RunningSimulator, caplog: pytest.LogCaptureFixture
) -> None:
    request = PollRequest(simulator.url, None)
    for error in (Conflict("two"), Conflict("two"), NetworkError("gone"), NetworkError("gone")):
        request.complain(error)
    request.alive()
    request.complain(NetworkError("gone again"))
    assert [record.getMessage() for record in caplog.records] == [
        f"Another program polls with this token; only one can. {TWO_POLLERS} Trying on.",
        "Polling failed, trying on: gone",
        "Polling failed, trying on: gone again",
    ]
    await request.shutdown()


@pytest.mark.parametrize(
    ("api_url", "proxies"),
    [(None, True), ("https://bots.example.org", True), ("http://127.0.0.1:8081", False), ("http://[::1]:1", False)],
)
async def test_a_server_on_this_machine_is_asked_directly(api_url: str | None, *, proxies: bool) -> None:
    request = send_request(api_url)
    assert {one._client.trust_env for one in request._requests} == {proxies}
    await request.shutdown()
