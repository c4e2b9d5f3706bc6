"""What do the tests of the page look at?"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from bot.review.app import create_app
from bot.review.desk import Desk
from bot.settings import Settings
from tests.bot.review.made_up import make_log

HOST = "127.0.0.1:8082"
ORIGIN = {"origin": f"http://{HOST}"}

Client = httpx.AsyncClient


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of sixty questions, made once."""
    data = tmp_path_factory.mktemp("review") / "talks"
    make_log(Settings(data=data), count=60)
    return data


@pytest.fixture
def settings(made: Path, tmp_path: Path) -> Settings:
    """With that log, to be changed."""
    return Settings(data=shutil.copytree(made, tmp_path / "talks"))


@pytest.fixture
def visitor() -> Callable[..., Client]:
    """Of an application, in this process."""

    def visit(settings: Settings, *, host: str = HOST, **options: object) -> Client:
        app = create_app(Desk(settings), **options)  # type: ignore[arg-type]  # as the test has them
        return Client(transport=httpx.ASGITransport(app), base_url=f"http://{host}")

    return visit


@pytest_asyncio.fixture
async def client(settings: Settings, visitor: Callable[..., Client]) -> AsyncIterator[Client]:
    async with visitor(settings, loopback=True) as client:
        yield client
