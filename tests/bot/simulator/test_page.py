"""Does the chat page show what the bot sends, and bring the bot what a reader does?"""

from __future__ import annotations

import struct
import zlib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.simulator.server import running
from tests.browser import Visit, chromium, visiting

pytestmark = pytest.mark.asyncio(loop_scope="module")

TOKEN = f"{7:010}:{'A' * 35}"
ANN = 103
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script> &amp;"

Json = dict[str, Any]


class PlainBot:
    """Plays the bot with bare calls of the Bot API."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._offset = 0

    async def call(self, method: str, files: Json | None = None, **parameters: Any) -> Any:
        form, body = (parameters, None) if files else (None, parameters)
        response = await self._client.post(f"/bot{TOKEN}/{method}", data=form, json=body, files=files)
        answer = response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def send(self, text: str, **parameters: Any) -> int:
        sent = await self.call("sendMessage", chat_id=ANN, text=text, **parameters)
        message_id: int = sent["message_id"]
        return message_id

    async def update(self, kind: str) -> Json:
        """The next update, which must be of this kind."""
        (update,) = await self.call("getUpdates", offset=self._offset, timeout=5, limit=1)
        self._offset = update["update_id"] + 1
        found: Json = update[kind]
        return found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def server() -> AsyncIterator[str]:
    async with running(port=0, pace=None) as simulator:
        yield simulator.url


@pytest_asyncio.fixture(loop_scope="module")
async def bot(server: str) -> AsyncIterator[PlainBot]:
    async with httpx.AsyncClient(base_url=server) as client:
        yield PlainBot(client)


@pytest_asyncio.fixture(loop_scope="module")
async def visit(browser: Browser, server: str) -> AsyncIterator[Visit]:
    async with visiting(browser, server) as visit:
        yield visit
        visit.check()


@pytest_asyncio.fixture(loop_scope="module")
async def page(visit: Visit, bot: PlainBot) -> Page:
    """Ann's private chat, started."""
    await visit.page.get_by_role("button", name="Start", exact=True).click()
    assert (await bot.update("message"))["text"] == "/start"
    await expect(visit.page.locator(".row.own")).to_have_count(1)
    return visit.page


def buttons(*rows: list[Json]) -> Json:
    return {"inline_keyboard": list(rows)}


OUTLINES = {
    "<b>bold <i>both</i></b> plain": "strong[bold em[both]] plain",
    "😀 <u>after</u> an <s>astral</s> sign": "😀 u[after] an s[astral] sign",
    "<b>x</b><i>y</i>": "strong[x]em[y]",
    "<code>1 &lt; 2</code>": "code[1 < 2]",
    '<pre><code class="language-python">pass</code></pre>': "pre[code[pass]]",
    "<blockquote>On the <b>Russian side</b></blockquote>\n[1]": ("blockquote[On the strong[Russian side]]span[\n][1]"),
    '<a href="https://example.org/a">an <b>article</b></a>, /ask': "a[an strong[article]], button[/ask]",
    '<tg-time unix="1641772800">Monday</tg-time>': "time[Monday]",
}

OUTLINE = """(nodes) => {
    const inside = (node) => [...node.childNodes].map(outline).join("");
    const outline = (node) => (node.nodeType === Node.TEXT_NODE ? node.data : `${node.localName}[${inside(node)}]`);
    return nodes.map(inside);
}"""


async def test_entities_become_nodes(page: Page, bot: PlainBot) -> None:
    for html in OUTLINES:
        await bot.send(html, parse_mode="HTML")

    shown = page.locator(".row.other .text")
    await expect(shown).to_have_count(len(OUTLINES))
    assert await shown.evaluate_all(OUTLINE) == list(OUTLINES.values())
    link = page.get_by_role("link", name="an article")
    await expect(link).to_have_attribute("href", "https://example.org/a")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


async def test_a_hidden_word_shows_when_asked_for(page: Page, bot: PlainBot) -> None:
    await bot.send("<tg-spoiler>secret</tg-spoiler>", parse_mode="HTML")

    spoiler = page.locator(".spoiler")
    await expect(spoiler).to_have_css("color", "rgba(0, 0, 0, 0)")
    await spoiler.click()
    await expect(spoiler).not_to_have_css("color", "rgba(0, 0, 0, 0)")


async def test_a_long_expandable_quotation_opens(page: Page, bot: PlainBot) -> None:
    await bot.send(f"<blockquote expandable>{'breakthroughs ' * 60}</blockquote>", parse_mode="HTML")
    await bot.send("<blockquote expandable>short</blockquote>", parse_mode="HTML")

    toggle = page.get_by_role("button", name="Show the whole quotation")
    await expect(toggle).to_have_count(1)
    clip = page.locator(".clip").first
    closed = await clip.evaluate("(node) => node.offsetHeight")
    await toggle.click()
    await expect(toggle).to_have_attribute("aria-expanded", "true")
    assert await clip.evaluate("(node) => node.offsetHeight") > closed


async def test_markup_that_a_reader_or_the_bot_writes_stays_text(page: Page, bot: PlainBot) -> None:
    await page.get_by_label("Message", exact=True).fill(HOSTILE)
    await page.keyboard.press("Enter")
    assert (await bot.update("message"))["text"] == HOSTILE
    key = {"text": HOSTILE, "callback_data": "x"}
    await bot.send(HOSTILE, reply_markup=buttons([key]))

    await expect(page.locator(".row .text").nth(1)).to_have_text(HOSTILE)
    await expect(page.locator(".row .text").nth(2)).to_have_text(HOSTILE)
    await expect(page.locator(".key")).to_have_text(HOSTILE)
    await expect(page.locator(".chat-last").first).to_have_text(HOSTILE)
    await expect(page.locator(".app img, .app script")).to_have_count(0)


@pytest.mark.parametrize(("is_alert", "shown_in"), [(False, "#toast"), (True, "dialog")])
async def test_a_press_reaches_the_bot_and_its_answer_the_reader(
    page: Page, bot: PlainBot, *, is_alert: bool, shown_in: str
) -> None:
    message_id = await bot.send("Useful?", reply_markup=buttons([{"text": "Yes", "callback_data": "up"}]))
    key = page.get_by_role("button", name="Yes")
    await key.click()

    query = await bot.update("callback_query")
    assert (query["data"], query["message"]["message_id"], query["from"]["id"]) == ("up", message_id, ANN)
    await expect(key).to_have_attribute("aria-busy", "true")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Thank you.", show_alert=is_alert)
    await expect(page.locator(shown_in)).to_contain_text("Thank you.")
    await expect(key).not_to_have_attribute("aria-busy", "true")


async def test_an_edit_replaces_and_a_deletion_removes(page: Page, bot: PlainBot) -> None:
    first = await bot.send("before")
    second = await bot.send("to go")
    await bot.call("editMessageText", chat_id=ANN, message_id=first, text="after")
    await bot.call("deleteMessage", chat_id=ANN, message_id=second)

    rows = page.locator(".row.other")
    await expect(rows).to_have_count(1)
    await expect(rows.locator(".text")).to_have_text("after")
    await expect(rows.locator(".meta")).to_contain_text("edited")


async def test_focus_stays_on_a_pressed_key_when_the_bot_edits_its_message(page: Page, bot: PlainBot) -> None:
    more = {"text": "More", "callback_data": "2"}
    message_id = await bot.send("page 1", reply_markup=buttons([more]))
    await page.get_by_role("button", name="More").focus()
    await bot.call("editMessageText", chat_id=ANN, message_id=message_id, text="page 2", reply_markup=buttons([more]))

    await expect(page.locator(".row.other .text")).to_have_text("page 2")
    await expect(page.get_by_role("button", name="More")).to_be_focused()


async def test_a_reader_replies_and_edits(page: Page, bot: PlainBot) -> None:
    question = await bot.send("Which talks?")
    await page.locator(".row.other").hover()
    await page.locator(".row.other").get_by_label("Reply").click()
    await page.keyboard.type("Geneva")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("Vienna")
    await page.keyboard.press("Enter")

    reply = await bot.update("message")
    assert (reply["text"], reply["reply_to_message"]["message_id"]) == ("Geneva\nVienna", question)
    await expect(page.locator(".row.own .quoted")).to_contain_text("Which talks?")
    await page.keyboard.press("ArrowUp")
    await page.get_by_label("Message", exact=True).fill("Brussels")
    await page.keyboard.press("Enter")
    edited = await bot.update("edited_message")
    assert (edited["text"], edited["message_id"]) == ("Brussels", reply["message_id"])
    await expect(page.locator(".row.own .text").last).to_have_text("Brussels")


async def test_the_commands_are_offered(page: Page, bot: PlainBot) -> None:
    listed = [{"command": "ask", "description": "a question"}, {"command": "quotes", "description": "who said"}]
    await bot.call("setMyCommands", commands=listed)
    await page.get_by_label("Message", exact=True).press_sequentially("/")
    await expect(page.get_by_role("option")).to_have_text(["/aska question", "/quoteswho said"])

    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    assert (await bot.update("message"))["text"] == "/quotes"


async def test_inline_results_are_shown_and_chosen(page: Page, bot: PlainBot) -> None:
    await page.get_by_label("Message", exact=True).fill("@talks_bot Vienna")
    query = await bot.update("inline_query")
    assert query["query"] == "Vienna"
    content = {"message_text": "Talks in Vienna on January 13"}
    result = {"type": "article", "id": "1", "title": "January 13", "input_message_content": content}
    await bot.call("answerInlineQuery", inline_query_id=query["id"], results=[result])

    await page.get_by_role("option", name="January 13").click()
    await expect(page.locator(".row.own .text").last).to_have_text(content["message_text"])


async def test_a_photo_enlarges_and_a_document_can_be_kept(page: Page, bot: PlainBot) -> None:
    await bot.call("sendPhoto", files={"photo": ("timeline.png", grey_png(40, 20))}, chat_id=ANN)
    await bot.call("sendDocument", files={"document": ("talks.ics", b"BEGIN:VCALENDAR")}, chat_id=ANN)

    await page.get_by_label("Enlarge the photo").click()
    enlarged = page.locator("dialog img")
    await expect(enlarged).to_be_visible()
    assert await enlarged.evaluate("(image) => image.decode().then(() => image.naturalWidth)") == 40
    await page.keyboard.press("Escape")
    async with page.expect_download() as download:
        await page.get_by_role("link", name="talks.ics").click()
    assert (await (await download.value).path()).read_bytes() == b"BEGIN:VCALENDAR"


def grey_png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x80" * width) * height
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


async def test_several_people_meet_in_a_group(page: Page, bot: PlainBot) -> None:
    await page.get_by_label("New group").click()
    await page.get_by_label("Title").fill("Newsroom")
    await page.keyboard.press("Enter")
    added = await bot.update("my_chat_member")
    assert (added["chat"]["title"], added["new_chat_member"]["status"]) == ("Newsroom", "member")
    for name in ("Ann", "Max"):
        await page.locator("#who").click()
        await page.locator("#who-menu").get_by_role("button", name=name).click()
        await page.get_by_label("Message", exact=True).fill(f"/ask {name}")
        await page.keyboard.press("Enter")
        message = await bot.update("message")
        assert (message["from"]["first_name"], message["chat"]["title"]) == (name, "Newsroom")

    await expect(page.locator(".row.own .text")).to_have_text("/ask Max")
    await expect(page.locator(".row.other .author")).to_have_text("Ann")


async def test_what_is_to_be_shared_is_written_into_the_chat(page: Page, bot: PlainBot) -> None:
    link = "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Ftalks_bot%3Fstart%3Dp-1&text=a%20%26%20b"
    await bot.send("Who?", reply_markup={"inline_keyboard": [[{"text": "Share", "url": link}]]})
    await page.get_by_role("button", name="Share").last.click()
    await expect(page.get_by_label("Message", exact=True)).to_have_value("https://t.me/talks_bot?start=p-1\na & b")


async def test_news_in_another_chat_is_marked_unread(page: Page, bot: PlainBot) -> None:
    await page.locator(".chat", has_text="Max").click()
    await expect(page.locator("#who")).to_contain_text("Max")
    await bot.send("for Ann")

    ann = page.locator(".chat", has_text="Ann")
    await expect(ann.locator(".badge")).to_have_text("1")
    await ann.click()
    await expect(ann.locator(".badge")).to_have_count(0)


async def test_a_reader_who_scrolled_up_is_left_there(page: Page, bot: PlainBot) -> None:
    message_id = await bot.send("line\n" * 200)
    await expect(page.locator(f"#message-{message_id}")).to_be_visible()
    log = page.locator("#log")
    from_bottom = "(node) => Math.round(node.scrollHeight - node.scrollTop - node.clientHeight)"
    assert await log.evaluate(from_bottom) <= 1
    await log.evaluate("(node) => node.scrollTo(0, 0)")
    await expect(page.locator("#down")).to_be_visible()
    await bot.send("news")

    await expect(page.locator("#down-count")).to_have_text("1")
    assert await log.evaluate("(node) => node.scrollTop") == 0
    await page.locator("#down").click()
    await expect(page.locator("#down")).to_be_hidden()


async def test_a_simulator_that_went_away_and_came_back_empty(browser: Browser) -> None:
    async with AsyncExitStack() as stack:
        async with running(port=0) as simulator:
            page = (await stack.enter_async_context(visiting(browser, simulator.url))).page
            await page.get_by_role("button", name="Start", exact=True).click()
            await expect(page.locator(".row")).to_have_count(1)
        line = page.get_by_text("Connection lost, trying again…")
        await expect(line).to_be_visible()

        await stack.enter_async_context(running(simulator.port))
        await expect(line).to_be_hidden()
        await expect(page.locator(".row")).to_have_count(0)
        await expect(page.locator("#welcome")).to_be_visible()


async def test_on_a_phone_the_list_slides_away(browser: Browser, server: str) -> None:
    async with visiting(browser, server, width=390, height=800) as visit:
        page = visit.page
        await expect(page.locator(".chats")).to_be_hidden()
        await page.get_by_label("All chats").click()
        await page.locator(".chat", has_text="Olena").click()
        await expect(page.locator(".chats")).to_be_hidden()
        await expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
        assert await page.evaluate("document.documentElement.scrollWidth") <= 390
        visit.check()


async def test_on_a_phone_no_key_breaks_a_word(browser: Browser, server: str, bot: PlainBot) -> None:
    rows = [["Контекст", "Ще", "👍", "👎"], ["Aussenministerium", "Verteidigung", "Sicherheitsrat"], ["x" * 64]]
    async with visiting(browser, server, width=390, height=800) as visit:
        page = visit.page
        await page.get_by_role("button", name="Start", exact=True).click()
        await bot.update("message")
        await bot.send(
            "Which?", reply_markup=buttons(*([{"text": key, "callback_data": "x"} for key in row] for row in rows))
        )
        keys = page.locator(".key")
        await expect(keys).to_have_count(8)
        boxes = [await keys.nth(number).bounding_box() for number in range(8)]
        places = [(box["x"], box["y"], box["width"], box["height"]) for box in boxes if box]
        line = places[1][3]
        assert [height == line for _, _, _, height in places] == [True] * 7 + [False]
        assert len({y for _, y, _, _ in places[:4]}) == 1
        assert len({y for _, y, _, _ in places[4:7]}) == 2
        assert max(x + width for x, _, width, _ in places) < 390
        visit.check()


async def test_a_long_press_offers_to_reply(browser: Browser, server: str, bot: PlainBot) -> None:
    async with visiting(browser, server, width=390, height=800, touch=True) as visit:
        page = visit.page
        await page.get_by_role("button", name="Start", exact=True).tap()
        await bot.update("message")
        await bot.send("Which talks?")
        reply = page.locator(".row.other").get_by_label("Reply")
        await expect(page.locator(".row.other .actions")).to_have_css("opacity", "0")
        await page.locator(".row.other .bubble").dispatch_event(
            "pointerdown", {"pointerType": "touch", "bubbles": True}
        )
        await expect(page.locator(".row.other .actions")).to_have_css("opacity", "1")
        await reply.tap()
        await expect(page.locator("#reference")).to_contain_text("Which talks?")
        visit.check()
