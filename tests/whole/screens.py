"""How does a chat look on the simulator's page? As a picture: screens of a phone side by side."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Page

from tests.browser import chromium
from tests.whole.chats import User

WIDTH, HEIGHT = 430, 932
COLUMNS, BETWEEN = 3, 12
ABOVE = 5
COLOURS = 64
"""Of text on a few plain colours nobody misses the others, and the file is a third."""
SENT = "2022-01-09T20:00:00Z"
"""When all was said, whenever the picture is taken: else no two would be the same."""

AS_ONE_READER = """(() => {
    localStorage.setItem("talks", %s);
    const json = Response.prototype.json;
    Response.prototype.json = async function () {
        const said = await json.call(this);
        for (const message of said.messages ?? []) message.date = Date.parse("%s") / 1000;
        return said;
    };
})()"""

ALL_DRAWN = "() => [...document.images].every((image) => image.complete && image.naturalWidth)"
MISSING = "(log) => log.scrollHeight - log.clientHeight"
TOPS = "(rows) => rows.map((row) => Math.round(row.getBoundingClientRect().top))"


async def take(url: str, readers: Iterable[tuple[User, Path]]) -> None:
    """A picture of the chat that each of them has with the bot at `url`."""
    async with chromium() as browser:
        for reader, file in readers:
            whole, tops = await _picture(browser, url, reader)
            _in_columns(whole, tops).quantize(COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)


async def _picture(browser: Browser, url: str, reader: User) -> tuple[Image.Image, Sequence[int]]:
    """The whole chat, and where in it the reader says something."""
    context = await browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        has_touch=True,
        is_mobile=True,
        locale="en-GB",
        timezone_id="UTC",
        bypass_csp=True,  # what waits here is evaluated, which the page allows nobody
    )
    page = await context.new_page()
    kept = {"people": [reader], "groups": [], "current": reader["id"]}
    await page.add_init_script(AS_ONE_READER % (json.dumps(json.dumps(kept)), SENT))
    await page.goto(url)
    await _show_all(page)
    picture = Image.open(io.BytesIO(await page.screenshot(animations="disabled"))).convert("RGB")
    tops: list[int] = await page.locator(".row.own").evaluate_all(TOPS)
    await context.close()
    return picture, tops


async def _show_all(page: Page) -> None:
    log = page.locator("#log[aria-busy=false]")
    await log.wait_for()
    await page.wait_for_function(ALL_DRAWN)
    height = HEIGHT
    # Pictures are shown the larger, the more room there is for them.
    while missing := int(await log.evaluate(MISSING)):
        height += missing
        await page.set_viewport_size({"width": WIDTH, "height": height})


def _in_columns(whole: Image.Image, tops: Sequence[int]) -> Image.Image:
    """The longest as short as can be, each beginning with what the reader says."""
    begins = [top - ABOVE for top in tops[1:]]
    ways = ([0, *cuts, whole.height] for cuts in combinations(begins, COLUMNS - 1))
    cuts = min(ways, key=lambda way: max(end - begin for begin, end in pairwise(way)))
    columns = [whole.crop((0, begin, WIDTH, end)) for begin, end in pairwise(cuts)]
    size = COLUMNS * (WIDTH + BETWEEN) - BETWEEN, max(column.height for column in columns)
    picture = Image.new("RGB", size, "white")
    for number, column in enumerate(columns):
        picture.paste(column, (number * (WIDTH + BETWEEN), 0))
    return picture
