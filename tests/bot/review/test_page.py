"""Can an operator work on the page in a real browser, by keyboard, and does nothing leave this host?"""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.levers.files import load_levers
from bot.querylog.judging import find_review
from bot.querylog.reading import list_rows, open_reader
from bot.review.app import create_app
from bot.review.desk import Desk
from bot.settings import Settings
from bot.web.server import running
from tests.bot.review.made_up import MISREAD
from tests.browser import Visit, chromium, visiting

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def address(settings: Settings) -> AsyncIterator[str]:
    async with running(create_app(Desk(settings)), "127.0.0.1", 0) as port:
        yield f"http://127.0.0.1:{port}"


@pytest_asyncio.fixture(loop_scope="module")
async def visit(browser: Browser, address: str) -> AsyncIterator[Visit]:
    async with visiting(browser, address) as visit:
        yield visit
        visit.check()


def grades(settings: Settings, question: str) -> list[int]:
    """What is judged of its passages, by their rank."""
    row = next(row for row in list_rows(settings.log_path, 0) if row.question == question)
    with open_reader(settings.log_path) as connection:
        review = find_review(connection, row.normal)
    known = review.grades if review else {}
    return [known[passage.passage_id] for passage in row.shown if passage.passage_id in known]


async def press(page: Page, *keys: str) -> None:
    for key in keys:
        await page.keyboard.press(key)


async def turn(page: Page, key: str) -> None:
    """By a key that leads to another page."""
    async with page.expect_navigation():
        await page.keyboard.press(key)


async def pressed(page: Page, count: int) -> None:
    await expect(page.locator("[aria-pressed=true]")).to_have_count(count)


async def test_an_operator_s_round(visit: Visit, settings: Settings) -> None:
    page = visit.page
    await page.fill("#words", "troop")
    await expect(page.locator("[data-item]")).to_have_count(
        sum(row.question == MISREAD for row in list_rows(settings.log_path, 0))
    )
    await expect(page).to_have_url(f"{page.url.split('?')[0].rstrip('/')}/?words=troop")
    await press(page, "Escape", "j")
    await turn(page, "Enter")
    await expect(page.locator("h1")).to_have_text(MISREAD)

    await press(page, "0", "3", "1", "j", "k", "0", "a")
    await pressed(page, 5)
    assert grades(settings, MISREAD) == [0, 3, 1, 0]
    await expect(page.locator("#judged")).to_have_text("4 judged")
    await expect(page.locator("[data-item]").nth(4)).to_have_class("passage current")  # nothing was loaded anew

    await press(page, "w")
    await page.keyboard.type("troop strength")
    await press(page, "Tab")
    await page.keyboard.type("soldiers")
    await press(page, "Enter")
    await expect(page.locator("#trial .outcome")).to_have_text("4 judged: 1 better, 0 worse")
    assert not load_levers(settings.data).wordings
    await page.click("text=Apply")
    await expect(page.locator("#trial .said")).to_contain_text("Applied: wording troop strength ~ soldiers")
    assert load_levers(settings.data).wordings
    await page.click("text=Undo")
    await expect(page.locator("#trial .said")).to_contain_text("Undone")
    assert not load_levers(settings.data).wordings

    await page.click("text=Statistics")
    await expect(page.locator("[data-chart] canvas")).to_have_count(4)
    drawn = "canvas => new Set(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data).size"
    assert await page.locator("[data-chart=questions] canvas").evaluate(drawn) > 10


async def test_one_key_leads_to_the_next_unjudged(visit: Visit, settings: Settings) -> None:
    page = visit.page
    await page.select_option("[name=outcome]", "no_answer")
    await expect(page.locator("#rows .badge.answered")).to_have_count(0)
    await turn(page, "n")
    for _ in range(2):
        await press(page, "r")
        await pressed(page, 1)
        await turn(page, "n")
    await expect(page.locator("#rows")).to_contain_text("No question fits")
    with open_reader(settings.log_path) as connection:
        verdicts = connection.execute("SELECT verdict FROM reviews WHERE verdict IS NOT NULL").fetchall()
    assert [tuple(row) for row in verdicts] == [("rightly_refused",)] * 3


async def test_keys_are_explained_and_older_ones_come(visit: Visit) -> None:
    page = visit.page
    await press(page, "?")
    await expect(page.locator("#help")).to_be_visible()
    await press(page, "Escape")
    await expect(page.locator("#help")).to_be_hidden()
    await page.click("text=Older")
    await expect(page.locator("[data-item]")).to_have_count(60)


async def test_what_cannot_be_done_is_said_on_the_page(browser: Browser, address: str) -> None:
    """Chromium complains of each answer that is an error, so nothing is checked of that."""
    async with visiting(browser, f"{address}/levers") as visit:
        page = visit.page
        await page.fill("[name=asked]", "the")
        await page.fill("[name=written]", "led")
        await page.click("text=Preview the wording")
        await expect(page.locator("#problem")).to_contain_text("holds no word that is searched for")


@pytest.mark.parametrize("path", ["/", "/question?uid=telegram:59", "/statistics", "/gaps", "/levers"])
async def test_it_fits_a_phone(browser: Browser, address: str, path: str) -> None:
    async with visiting(browser, address + path, width=390, height=844, touch=True) as visit:
        assert await visit.page.evaluate("document.documentElement.scrollWidth") == 390
        visit.check()
