"""How does a test look at one of our pages? In a real browser, which must neither complain nor leave this host."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, ConsoleMessage, Error, Page, Request, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
# As root, as in a container, Chromium has no sandbox; the others keep it from calling home.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


class Visit:
    """A page, with what it complained of and which other hosts it asked."""

    def __init__(self, page: Page, host: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self._host = host
        page.on("console", self._heard)
        page.on("pageerror", self._failed)
        page.on("request", self._asked)

    def check(self) -> None:
        assert self.complaints == []
        assert self.strangers == []

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _failed(self, error: Error) -> None:
        self.complaints.append(error.message)

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).netloc != self._host:
            self.strangers.append(request.url)


def find_chromium() -> str | None:
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The browser, for a whole module. Skips where there is none."""
    path = find_chromium()
    if path is None:
        pytest.skip(f"no Chromium: none of {', '.join(NAMES)} found, and CHROMIUM is not set")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        await browser.close()


@asynccontextmanager
async def visiting(
    browser: Browser, url: str, *, width: int = 1100, height: int = 760, touch: bool = False
) -> AsyncIterator[Visit]:
    """The page at `url`, seen for the first time: nothing is kept from one visit to the next."""
    context = await browser.new_context(
        viewport={"width": width, "height": height}, has_touch=touch, is_mobile=touch, locale="en-GB"
    )
    visit = Visit(await context.new_page(), urlsplit(url).netloc)
    await visit.page.goto(url)
    yield visit
    await context.close()
