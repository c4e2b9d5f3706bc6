"""Does the page answer its own operator alone, and tell the browser what may be done with it?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from bot.errors import SettingsError
from bot.review.guard import HEADERS, LARGEST
from bot.review.login import COOKIE, read_token
from bot.settings import Settings
from tests.bot.review.conftest import ORIGIN

TOKEN = "a-token-hard-to-guess"  # noqa: S105 - of no real page
ELSEWHERE = "review.example"

Client = httpx.AsyncClient


@pytest.mark.parametrize("path", ["/", "/statistics", "/nowhere", "/static/review.js", "/export?format=csv"])
async def test_every_answer_has_the_headers(client: Client, path: str) -> None:
    answer = await client.get(path)
    assert HEADERS.items() <= dict(answer.headers).items()
    assert answer.headers["cache-control"] in {"no-store", "no-cache"}


async def test_no_inline_script_or_style_is_allowed_or_used(client: Client) -> None:
    assert "unsafe" not in HEADERS["content-security-policy"]
    for path in ("/", "/statistics", "/levers", "/gaps"):
        page = (await client.get(path)).text
        assert " style=" not in page
        assert " onclick=" not in page
        assert "<script>" not in page


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "0.0.0.0:8082", ""])
async def test_other_hosts_are_refused_on_loopback(client: Client, host: str) -> None:
    answer = await client.get("/", headers={"host": host})
    assert answer.status_code == 403
    assert "Who leads" not in answer.text


@pytest.mark.parametrize("host", ["localhost:8082", "127.0.0.1", "[::1]:8082", "LOCALHOST"])
async def test_loopback_has_several_names(client: Client, host: str) -> None:
    assert (await client.get("/", headers={"host": host})).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9"},
        {"origin": "http://["},
    ],
)
async def test_nothing_is_changed_from_elsewhere(client: Client, headers: dict[str, str]) -> None:
    answer = await client.post("/levers/undo", headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 403), ("same-site", 403), ("none", 200), ("same-origin", 200)]
)
async def test_a_page_elsewhere_leads_nowhere(client: Client, site: str, status: int) -> None:
    assert (await client.get("/", headers={"sec-fetch-site": site})).status_code == status


async def test_a_large_request_is_ended(client: Client) -> None:
    answer = await client.post("/verdict?uid=x", data={"verdict": "x" * LARGEST}, headers=ORIGIN)
    assert answer.status_code == 413
    assert "more than a form" in answer.text


async def test_beyond_loopback_only_the_token_opens(settings: Settings, visitor: Callable[..., Client]) -> None:
    async with visitor(settings, host=ELSEWHERE, token=TOKEN, loopback=False) as client:
        assert (await client.get("/")).headers["location"] == "/login"
        assert (await client.post("/levers/undo", headers={"origin": f"http://{ELSEWHERE}"})).status_code == 303
        assert (await client.get("/login")).status_code == 200
        assert (await client.get("/login?token=another")).status_code == 403
        assert (await client.get("/static/review.css")).status_code == 200
        client.cookies.set(COOKIE, "guessed", domain=ELSEWHERE)
        assert (await client.get("/")).status_code == 303


@pytest.mark.parametrize("by_link", [True, False])
async def test_the_token_is_shown_once(settings: Settings, visitor: Callable[..., Client], by_link: bool) -> None:  # noqa: FBT001
    async with visitor(settings, host=ELSEWHERE, token=TOKEN, loopback=False) as client:
        if by_link:
            entered = await client.get("/login", params={"token": TOKEN}, headers={"sec-fetch-site": "cross-site"})
        else:
            entered = await client.post("/login", data={"token": TOKEN}, headers={"origin": f"http://{ELSEWHERE}"})
        assert entered.status_code == 200
        cookie = entered.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert TOKEN not in cookie
        assert "Questions" in (await client.get("/")).text


@pytest.mark.parametrize("content", [b"short", b"", b"with a blank in between", b"\xff" * 20])
def test_a_token_that_is_easy_to_guess_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "token"
    path.write_bytes(content)
    with pytest.raises(SettingsError):
        read_token(path)


def test_a_token_is_read_without_its_line_end(tmp_path: Path) -> None:
    path = tmp_path / "token"
    with pytest.raises(SettingsError, match="can't be read"):
        read_token(path)
    path.write_text(f"{TOKEN}\n")
    assert read_token(path) == TOKEN
