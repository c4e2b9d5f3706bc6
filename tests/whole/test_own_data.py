"""Does a reader see all that is kept of them, and is not a byte of it left once they wish to be forgotten?"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from bot import i18n
from bot.levers.changes import add_pin
from bot.querylog import spool
from bot.querylog.entries import Asked
from bot.querylog.judging import grade
from bot.querylog.pseudonyms import Pseudonyms
from bot.querylog.rows import make_row
from bot.service import Asker
from bot.telegram import throttle
from retrieval.answer import Answer
from retrieval.pins import Pin
from retrieval.same_question import question_key
from tests.whole.conftest import TOKEN, Bot, Chat, Json

pytestmark = pytest.mark.asyncio(loop_scope="module")

NAME = "Xanthippe"
ME, OTHER = 8_812_345, 8_812_346
VASILISA: Json = {"id": ME, "first_name": "Vasilisa", "language_code": "en"}
BEN: Json = {"id": OTHER, "first_name": "Ben"}
PSEUDONYMS = Pseudonyms(b"a key for tests")
TRACES = (NAME, "xanthippe", "Vasilisa", "8812345", PSEUDONYMS.of("user", ME))


UKRAINIAN = {
    "There is no such command. /help shows what there is.": "Такої команди немає.",
    "I speak {language} to you from now on.": "Відтепер я говорю з вами: {language}.",
    "As in Telegram": "Як у Telegram",
}


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "BURST", 1_000)


@pytest.fixture
def ukrainian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue of a few words, as if it were shipped."""
    catalogue = Catalog("uk")
    for english, own in UKRAINIAN.items():
        catalogue.add(english, own)
    catalogue.add("English", "Українська", context="this language's own name")
    folder = tmp_path / "uk" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "talks.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(i18n, "CATALOGUES", tmp_path)
    i18n.words.cache_clear()
    yield
    i18n.words.cache_clear()


async def say(chat: Chat, text: str, user: Json = VASILISA, **more: str) -> Json:
    """The reply; what was edited meanwhile is passed over."""
    number = await chat.write(text, user=user, **more)
    while (reply := await chat.reply())["message_id"] < number:
        pass
    return reply


async def press(bot: Bot, chat: Chat, message: Json, label: str, user: Json = VASILISA) -> Json:
    """The button of that label; the message as it is then."""
    data = keys(message)[label]
    order = {"chat": chat.number, "user": user, "message_id": message["message_id"], "data": data}
    assert (await bot.http.post("/user/press", json=order)).status_code == 200
    await bot.settled()
    return next(said for said in await chat.messages() if said["message_id"] == message["message_id"])


def keys(message: Json) -> dict[str, str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return {key["text"]: key.get("callback_data", "") for row in rows for key in row}


def found(folder: Path) -> dict[str, list[str]]:
    """The files that hold traces of Vasilisa."""
    contents = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    traces = {path.name: [trace for trace in TRACES if trace.encode() in held] for path, held in contents.items()}
    return {name: held for name, held in traces.items() if held}


async def leave_traces(bot: Bot) -> Chat:
    """In a private chat and a group, in log, index, judgements, pins, spool, journal, and in memory."""
    own, group = bot.chat(), bot.chat(group=True)
    for number in range(20):
        answer = await say(own, f"Who is {NAME} {number}, and who leads the Russian side?" + " so" * 50 * number)
    await press(bot, own, answer, "👍")
    await say(own, f"/quotes {NAME}")
    await press(bot, own, await say(own, "/language"), "English")
    await say(group, f"/ask Where is {NAME}, and who leads the Russian side?", chat_type="group")
    other = await say(group, "/ask Who leads the Russian side?", BEN)
    await press(bot, group, other, "👎")
    data = bot.log_path.parent
    row = next(row for row in bot.rows() if NAME in row.question and row.shown)
    grade(bot.log_path, row, row.shown[0].rank, 0)
    cited = row.shown[0].citation
    add_pin(data, Pin(question_key(row.question), cited["article"], cited["start"], cited["text"], row.question))
    waits = Asker("simulator:1:1", "simulator", "ask", own.number, ME)
    late = make_row(waits, Answer(f"{NAME}?", "no_answer"), dt.datetime.now(dt.UTC), "0", PSEUDONYMS)
    spool.Spool(bot.log_path).append([Asked(late)])
    update = {"update_id": 1, "message": {"from": VASILISA, "text": NAME}}
    with closing(sqlite3.connect(data / "journal.sqlite3")) as journal, journal:
        values = (123456, 1, json.dumps(update), "ended the program")
        journal.execute("INSERT INTO updates (bot, id, payload, aside) VALUES (?, ?, ?, ?)", values)
    for name in ("log.sqlite3", "journal.sqlite3"):  # what is in the write-ahead logs is written into the files, too
        with closing(sqlite3.connect(data / name)) as connection:
            connection.execute("PRAGMA wal_checkpoint")
    return own


@pytest.mark.usefixtures("ukrainian")
async def test_forgotten_is_forgotten(bot: Bot) -> None:
    own = await leave_traces(bot)
    data = bot.log_path.parent
    kept = {"log.sqlite3", "journal.sqlite3", "pins.jsonl", "levers-history.jsonl", "log.spool.jsonl", "languages.json"}
    assert kept <= found(data).keys()
    mine = sum(row.user == PSEUDONYMS.of("user", ME) for row in bot.rows())
    asked = await say(own, "/forget")
    assert list(keys(asked)) == ["Delete all", "Keep it"]
    async with bot.waiting_for_call("editMessageText"):  # the journal has forgotten that this is still to be done
        await press(bot, own, asked, "Delete all")
    done = await own.reply()
    assert done["message_id"] == asked["message_id"]
    counts = f"{mine + 1} questions with their votes, 1 vote on others’ questions, 1 judgement"
    assert done["text"].startswith(f"Deleted: {counts}.")
    assert not keys(done)
    assert found(data) == {}
    assert [row.user for row in bot.rows()] == [PSEUDONYMS.of("user", OTHER)]
    assert (data / "pins.jsonl").read_text("utf-8").strip(), "the pin goes on"
    # Nor is anything remembered: a follow-up leans on nothing, and the buttons are dead.
    assert "about" not in (await say(own, "And in Vienna?"))["text"]
    answer = next(said for said in await own.messages() if "👍" in keys(said))
    order = {"chat": own.number, "user": VASILISA, "message_id": answer["message_id"], "data": keys(answer)["👍"]}
    pressed = (await bot.http.post("/user/press", json=order)).json()
    assert "too old" in pressed["answer"]


async def test_whoever_keeps_it_loses_nothing(bot: Bot) -> None:
    chat = bot.chat()
    await say(chat, "Who leads the Russian side?")
    before = len(bot.rows())
    kept = await press(bot, chat, await say(chat, "/forget"), "Keep it")
    assert kept["text"] == "Nothing was deleted."
    assert len(bot.rows()) == before


async def test_my_data_are_mine_alone(bot: Bot) -> None:
    chat, reader = bot.chat(), {"id": 8_900_001, "first_name": "Max"}
    assert (await say(chat, "/mydata", reader))["text"] == "Nothing is kept of you."
    answer = await say(chat, "Who leads the Russian side?", reader)
    await press(bot, chat, answer, "👍", reader)
    await say(bot.chat(), "Who is Wendy Sherman?", BEN)
    reply = await say(chat, "/mydata", reader)
    assert reply["caption"].startswith("What is kept of you: 1 question, 1 vote.")
    assert reply["document"]["file_name"] == "talks-mydata.jsonl"
    lines = [json.loads(line) for line in (await download(bot, reply)).splitlines()]
    assert [line.get("question", line.get("vote")) for line in lines] == ["Who leads the Russian side?", "up"]
    assert lines[0]["user"] == PSEUDONYMS.of("user", 8_900_001)
    assert lines[0]["uid"] == lines[1]["uid"]


async def download(bot: Bot, message: Json) -> str:
    order = {"file_id": message["document"]["file_id"]}
    file = (await bot.http.post(f"/bot{TOKEN}/getFile", json=order)).json()["result"]
    return (await bot.http.get(f"/file/bot{TOKEN}/{file['file_path']}")).text


async def test_privacy_is_one_screen(bot: Bot) -> None:
    text = await bot.chat().ask("/privacy")
    assert "for 180 days" in text
    assert "backups" in text
    assert len(text) < 1_500


@pytest.mark.parametrize("name", ["privacy", "mydata", "forget", "language"])
async def test_in_a_group_it_is_left_to_the_private_chat(bot: Bot, name: str) -> None:
    group, chat = bot.chat(group=True), bot.chat()
    reply = await say(group, f"/{name}", chat_type="group")
    assert reply["text"] == f"/{name} is between you and me: send it in our private chat."
    [link] = [entity["url"] for entity in reply["entities"] if entity["type"] == "text_link"]
    assert link == f"https://t.me/talks_bot?start={name}"
    followed, written = await say(chat, f"/start {name}", BEN), await say(chat, f"/{name}", BEN)
    assert followed.get("text") == written.get("text")
    assert "no longer in the articles" not in followed.get("text", "")


@pytest.mark.usefixtures("ukrainian")
async def test_a_language_is_kept_until_it_is_taken_back(bot: Bot) -> None:
    chat, languages = bot.chat(), bot.log_path.parent / "languages.json"
    asked = await say(chat, "/language", BEN)
    assert list(keys(asked)) == ["As in Telegram", "English", "Українська"]
    chosen = await press(bot, chat, asked, "Українська", BEN)
    assert chosen["text"].startswith("Відтепер")
    assert list(keys(chosen)) == ["Як у Telegram", "English", "Українська"]
    assert (await say(chat, "/nothing", BEN))["text"] == "Такої команди немає."
    assert json.loads(languages.read_text("utf-8")) == {PSEUDONYMS.of("user", OTHER): "uk"}
    assert (await say(chat, "/nothing", BEN | {"id": 8_812_350}))["text"].startswith("There is no")
    await press(bot, chat, chosen, "Як у Telegram", BEN)
    assert (await say(chat, "/nothing", BEN))["text"].startswith("There is no")
    assert not languages.exists()


async def test_nothing_was_sent_that_telegram_would_refuse(bot: Bot) -> None:
    assert (await bot.stats())["rejected"] == []
