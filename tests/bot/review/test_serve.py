"""Does `talks log serve` serve the page, and say where, or why it doesn't?"""

from __future__ import annotations

import socket
from pathlib import Path

import httpx
import pytest

from tests.bot.cli.serving import serving
from tests.bot.review.made_up import MISREAD

TOKEN = "a-token-hard-to-guess"  # noqa: S105 - of no real page


def test_the_page_of_a_log(tmp_path: Path, made: Path) -> None:
    with serving(tmp_path, "log", "serve", "--port", "0", TALKS_DATA=str(made)) as page:
        address = page.wait_for("Page: ").split("Page: ")[1].strip()
        assert MISREAD in httpx.get(address, trust_env=False).text
        done = page.stop()
    assert (done.code, done.err) == (0, "")


def test_a_token_is_asked_for(tmp_path: Path, made: Path) -> None:
    (tmp_path / "token").write_text(TOKEN)
    arguments = ("log", "serve", "--port", "0", "--host", "0.0.0.0", "--token-file", "token")  # noqa: S104 - that is meant
    with serving(tmp_path, *arguments, TALKS_DATA=str(made)) as page:
        said = page.wait_for("Page: ")
        assert TOKEN not in said
        port = said.split("/login")[0].rpartition(":")[2]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            assert client.get("/").status_code == 303
            client.get("/login", params={"token": TOKEN})
            assert MISREAD in client.get("/").text
        assert page.stop().code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--host", "0.0.0.0"), "--token-file must name a file"),  # noqa: S104 - that is refused
        (("--host", "::"), "--token-file must name a file"),
        (("--token-file", "none"), "can't be read"),
    ],
)
def test_others_need_a_token(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    with serving(tmp_path, "log", "serve", *arguments) as page:
        done = page.end()
    assert (done.code, told in done.err) == (2, True)


def test_a_taken_port_is_told_of(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        with serving(tmp_path, "log", "serve", "--port", port) as page:
            done = page.end()
    assert done.code == 1
    assert f"Nothing can listen on 127.0.0.1, port {port}" in done.err
    assert "TALKS_LISTEN" not in done.err
