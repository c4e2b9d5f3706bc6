"""Does the real python-telegram-bot stack run on the simulator?"""

from __future__ import annotations

import asyncio
import struct
import zlib
from collections.abc import AsyncIterator

import httpx
import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputTextMessageContent,
    ReactionTypeEmoji,
    ReplyParameters,
    Update,
)
from telegram.constants import ReactionEmoji
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TimedOut
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.simulator.chats import Chat
from bot.simulator.messages import _REACTIONS
from bot.simulator.server import RunningSimulator, running
from tests.bot.simulator.conftest import ANN, TOKEN, User

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

Context = ContextTypes.DEFAULT_TYPE


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.fixture
async def http(simulator: RunningSimulator) -> AsyncIterator[httpx.AsyncClient]:
    """The same server that the bot talks to, over the network."""
    async with httpx.AsyncClient(base_url=simulator.url, timeout=20) as client:
        yield client


@pytest.fixture
async def bot(simulator: RunningSimulator) -> AsyncIterator[Bot]:
    several_polls = HTTPXRequest()
    async with Bot(
        TOKEN, f"{simulator.url}/bot", f"{simulator.url}/file/bot", get_updates_request=several_polls
    ) as bot:
        yield bot


async def start(update: Update, context: Context) -> None:
    assert update.effective_message
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])
    payload = " ".join(context.args or [])
    await update.effective_message.reply_html(f"<b>Hi</b> {payload}", reply_markup=markup, do_quote=True)


async def echo(update: Update, _context: Context) -> None:
    assert update.effective_message
    await update.effective_message.reply_text(f"{update.effective_message.text}!")


async def more(update: Update, _context: Context) -> None:
    assert update.callback_query
    await update.callback_query.answer("Here", show_alert=True)
    await update.callback_query.edit_message_text("More")


async def inline(update: Update, _context: Context) -> None:
    assert update.inline_query
    content = InputTextMessageContent(f"<i>{update.inline_query.query}</i>", parse_mode="HTML")
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])
    article = InlineQueryResultArticle("one", "One", content, reply_markup=markup)
    await update.inline_query.answer([article], cache_time=0)


def application(url: str) -> Application:  # type: ignore[type-arg]
    app = ApplicationBuilder().token(TOKEN).base_url(f"{url}/bot").build()
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CallbackQueryHandler(more))
    app.add_handler(InlineQueryHandler(inline))
    app.add_handler(MessageHandler(filters.TEXT & ~filters.VIA_BOT, echo))
    return app


async def test_an_application_polls_and_answers(simulator: RunningSimulator, user: User) -> None:
    async with application(simulator.url) as app:
        await app.start()
        assert app.updater
        await app.updater.start_polling(timeout=20, drop_pending_updates=False)
        try:
            asked = await user.send("/start topic")
            seen = await user.messages(after=1, wait=5)
            greeting = seen["messages"][0]
            assert greeting["text"] == "Hi topic"
            assert greeting["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
            assert greeting["reply_to_message"]["message_id"] == asked

            pressed = await user.post("/user/press", chat=7, user=ANN, message_id=greeting["message_id"], data="more")
            assert pressed == {"answer": "Here", "show_alert": True}
            seen = await user.messages(after=seen["last"], wait=5)
            assert [(m["text"], m["edited"]) for m in seen["messages"]] == [("More", True)]
            assert "reply_markup" not in seen["messages"][0]

            offered = await user.post("/user/inline", user=ANN, query="when?")
            assert [result["title"] for result in offered["results"]] == ["One"]
            chosen = await user.post("/user/choose", user=ANN, query="when?", result_id="one", chat=7)
            pressed = await user.post("/user/press", chat=7, user=ANN, message_id=chosen["message_id"], data="more")
            assert pressed["answer"] == "Here"
            seen = await user.messages(after=seen["last"] + 1, wait=5)
            assert seen["messages"][0]["text"] == "More"
            assert seen["messages"][0]["via_bot"]["username"] == "talks_bot"
        finally:
            await app.updater.stop()
            await app.stop()
    stats = simulator.state.stats()
    assert stats["rejected"] == []
    assert stats["updates_sent"] == stats["updates_confirmed"] == 6


async def test_updates_wait_until_they_are_confirmed(bot: Bot, user: User) -> None:
    await user.send("one")
    edited = await user.send("two")
    await user.send("three", edit=edited)
    updates = await bot.get_updates(allowed_updates=["message", "edited_message"])
    assert [u.effective_message.text for u in updates if u.effective_message] == ["one", "two", "three"]
    assert updates[2].edited_message
    assert updates[0].effective_user
    assert updates[0].effective_user.language_code == "uk"
    assert await bot.get_updates() == updates
    assert len(await bot.get_updates(offset=updates[1].update_id)) == 2
    assert len(await bot.get_updates(offset=-1)) == 1
    assert await bot.get_updates(offset=updates[2].update_id + 1) == ()
    assert (await user.http.get("/stats")).json()["updates_confirmed"] == 2


async def test_only_allowed_updates_come(bot: Bot, user: User) -> None:
    await bot.get_updates(allowed_updates=["edited_message"])
    message_id = await user.send("one")
    await user.send("two", edit=message_id)
    assert [update.edited_message is not None for update in await bot.get_updates()] == [True]


async def test_a_long_poll_is_woken(bot: Bot, user: User) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=15))
    await _polled(user, 1)
    await user.send("wake up")
    assert len(await asyncio.wait_for(poll, 5)) == 1


async def test_the_newer_poll_ends_the_older(bot: Bot, user: User) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=15))
    await _polled(user, 1)
    newer = asyncio.create_task(bot.get_updates(timeout=15))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await asyncio.wait_for(older, 5)
    await user.send("wake up")
    assert len(await newer) == 1


async def _polled(user: User, polls: int) -> None:
    while (await user.http.get("/stats")).json()["calls"].get("getUpdates", 0) < polls:  # noqa: ASYNC110 - seen from outside
        await asyncio.sleep(0.01)


async def test_photos_and_documents(bot: Bot, user: User) -> None:
    await user.send("hello")
    message = await bot.send_photo(7, png(30, 20), caption="<b>timeline</b>", parse_mode="HTML")
    photo = message.photo[-1]
    assert (photo.width, photo.height, message.caption) == (30, 20, "timeline")
    file = await bot.get_file(photo.file_id)
    assert bytes(await file.download_as_bytearray()) == png(30, 20)

    media = InputMediaPhoto(png(40, 20), caption="later")
    edited = await bot.edit_message_media(media, 7, message.message_id)
    assert not isinstance(edited, bool)
    assert (edited.photo[-1].width, edited.caption) == (40, "later")
    again = await bot.send_photo(7, photo.file_id)
    assert again.photo[-1].file_id == photo.file_id

    sent = await bot.send_document(7, b"<script>", filename="talks.html")
    assert sent.document
    assert sent.document.file_name == "talks.html"
    shown = await user.http.get(f"/user/file/{photo.file_id}")
    saved = await user.http.get(f"/user/file/{sent.document.file_id}")
    assert (shown.headers["content-type"], shown.content) == ("image/png", png(30, 20))
    assert saved.headers["content-disposition"] == "attachment"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"not a picture", "Image_process_failed"),
        (png(2100, 100), "Photo_invalid_dimensions"),
        (png(9000, 1001), "Photo_invalid_dimensions"),
    ],
)
async def test_pictures_that_telegram_refuses(bot: Bot, user: User, content: bytes, reason: str) -> None:
    await user.send("hello")
    with pytest.raises(BadRequest, match=f"(?i){reason}"):
        await bot.send_photo(7, content)


async def test_the_rest_of_the_methods(bot: Bot, user: User) -> None:
    message_id = await user.send("hello")
    sent = await bot.send_message(7, "a & b", reply_parameters=ReplyParameters(message_id, quote="ell"))
    assert sent.quote
    assert sent.quote.position == 1
    assert await bot.set_message_reaction(7, message_id, ReactionTypeEmoji("👍"))
    assert await bot.delete_message(7, sent.message_id)
    seen = await user.messages()
    assert seen["messages"][0]["reactions"] == [{"type": "emoji", "emoji": "👍"}]
    deleted = seen["messages"][1]
    assert deleted.pop("from")["is_bot"]
    assert deleted.pop("chat")["id"] == 7
    assert deleted.pop("date") > 0
    assert deleted == {"message_id": sent.message_id, "deleted": True, "edited": False, "seq": seen["last"]}

    assert await bot.set_my_commands([BotCommand("ask", "Ask")])
    assert await bot.get_my_commands() == (BotCommand("ask", "Ask"),)
    assert await bot.set_my_description("Answers", language_code="en")
    assert (await bot.get_my_description("en")).description == "Answers"
    assert await bot.set_my_short_description("Short")
    assert (await bot.get_my_short_description("uk")).short_description == "Short"
    assert await bot.set_my_name("Talks")
    assert (await bot.get_me()).first_name == (await bot.get_my_name()).name == "Talks"
    assert (await bot.get_chat(7)).first_name == "Ann"
    assert (await bot.get_chat_member(7, 7)).user.language_code == "uk"
    assert (await bot.get_webhook_info()).url == ""
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


def test_reactions_are_telegrams() -> None:
    assert {emoji.value.replace("\ufe0f", "") for emoji in ReactionEmoji} == _REACTIONS


async def test_too_many_messages_to_one_chat() -> None:
    async with running(0) as simulator, Bot(TOKEN, base_url=f"{simulator.url}/bot") as bot:
        for chat in (7, -1001):
            simulator.state.chats[chat] = _chat(chat)
        for _ in range(5):
            await bot.send_message(7, "x")
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(7, "x")
        assert refused.value.retry_after == 1
        await bot.send_message(-1001, "another chat has its own pace")
        assert simulator.state.stats()["rejected"] == []
        assert simulator.state.chats[7].last == 5


@pytest.mark.parametrize(
    ("fault", "error", "carried_out"),
    [
        ({"kind": "429", "seconds": 3}, RetryAfter, 0),
        ({"kind": "502"}, NetworkError, 0),
        ({"kind": "reset"}, NetworkError, 0),
        ({"kind": "lost"}, NetworkError, 1),
        ({"kind": "slow", "seconds": 20}, TimedOut, 0),
    ],
)
async def test_faults(bot: Bot, user: User, fault: dict[str, object], error: type[Exception], carried_out: int) -> None:
    await user.send("hello")
    await user.post("/faults", share=1, method="sendMessage", **fault)
    with pytest.raises(error):
        await bot.send_message(7, "x", read_timeout=0.2)
    await bot.send_chat_action(7, "typing")
    assert len((await user.messages())["messages"]) == 1 + carried_out
    await user.http.delete("/faults")
    await bot.send_message(7, "x")
    stats = (await user.http.get("/stats")).json()
    assert (stats["calls"]["sendMessage"], stats["rejected"]) == (2, [])


async def test_a_seed_repeats_the_same_faults(bot: Bot, user: User) -> None:
    await user.send("hello")
    outcomes = []
    for _ in range(2):
        await user.post("/faults", share=0.5, kind="502", seed=4)
        for _ in range(20):
            try:
                outcomes.append(bool(await bot.get_me()))
            except NetworkError:
                outcomes.append(False)
        await user.http.delete("/faults")
    assert outcomes[:20] == outcomes[20:]
    assert 0 < sum(outcomes) < 40


def _chat(chat_id: int) -> Chat:
    return Chat(chat_id, "private" if chat_id > 0 else "supergroup", "Chat")
