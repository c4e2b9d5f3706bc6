"""Does the bot start, serve and stop in good order, and say in one line why where it cannot?"""

from __future__ import annotations

import signal
import socket
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot import __version__
from bot.cli.run import SIMULATOR_TOKEN
from bot.querylog.reading import list_rows
from bot.querylog.schema import adopt_key, prepare
from bot.sqlite import connect
from tests.bot.cli.command import call
from tests.bot.cli.serving import TOKEN, Readers, api, serving

SIMULATED = {"TALKS_SIMULATOR_PORT": "0"}
QUESTION = "Who leads the Russian side?"


@pytest.fixture
def data(home: Path) -> Path:
    return home / ".local" / "share" / "talks"


def test_from_start_to_stop(home: Path, data: Path) -> None:
    with serving(home, "run", **SIMULATED) as bot:
        readers = Readers(bot.wait_for_chat())
        readers.write(QUESTION)
        assert "Sergei Ryabkov" in readers.reply()
        assert call(home, "health").code == 0
        done = bot.stop()
    assert done.code == 0
    start, chat = done.out.splitlines()
    assert start.rpartition(" ")[0] == f"talks {__version__} · 2 articles · meaning search:"
    assert chat.startswith("No TALKS_TELEGRAM_TOKEN, so a local simulator runs. Chat: http://127.0.0.1:")
    assert [line.split(maxsplit=2)[2] for line in done.err.splitlines()] == [
        "INFO bot.telegram.polling: Polling as @talks_bot"
    ]
    assert {path.name for path in data.iterdir()} == {"journal.sqlite3", "log.sqlite3", "pseudonym.key"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in data.iterdir()} == {0o600}
    assert call(home, "health").code == 1
    [row] = call(home, "log", "list", "--json").rows()
    assert (row["via"], row["command"], row["question"], row["outcome"]) == ("simulator", "ask", QUESTION, "answered")


def test_an_idle_bot_is_well_at_once(home: Path, data: Path) -> None:
    with serving(home, "run", **SIMULATED) as bot:
        bot.wait_for("Polling as")
        assert (data / "health.json").exists()
        assert bot.stop(signal.SIGINT).code == 0
    assert not (data / "health.json").exists()


def test_a_taken_port_leads_to_the_next_one(home: Path) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        serving(home, "run", TALKS_SIMULATOR_PORT=str(taken.getsockname()[1])) as bot,
    ):
        url = bot.wait_for_chat()
        assert int(url.rsplit(":", 1)[1]) > taken.getsockname()[1]
        bot.wait_for("Polling as")
        assert bot.stop().code == 0


def test_what_was_fetched_is_answered_before_the_end(home: Path, data: Path) -> None:
    with serving(home, "simulator", "--port", "0", name="simulator") as simulator:
        url = simulator.wait_for_chat()
        readers, chats = Readers(url), range(1, 21)
        readers.post("/faults", method="sendMessage", share=1, kind="slow", seconds=0.3)
        for chat in chats:
            readers.write(QUESTION, chat)
        with serving(home, "run", TALKS_API_URL=url, TALKS_TELEGRAM_TOKEN=TOKEN) as bot:
            readers.wait_for_stats(updates_sent=len(chats))
            done = bot.stop()
        assert (done.code, done.out) == (0, f"talks {__version__} · 2 articles · meaning search: off\n")
        assert all("Sergei Ryabkov" in readers.reply(chat) for chat in chats)
        stats = readers.get("/stats")
        assert stats["updates_confirmed"] == len(chats)
        assert stats["rejected"] == []
        ended = simulator.stop()
    assert (ended.code, ended.out, ended.err) == (0, f"Chat: {url}\n", "")
    rows = list(list_rows(data / "log.sqlite3", 0))
    assert [row.via for row in rows] == ["telegram"] * len(chats)


def test_two_bots_on_one_token_are_one_line(home: Path) -> None:
    other = home / "other"
    other.mkdir()
    with serving(home, "simulator", "--port", "0", name="simulator") as simulator:
        settings = {"TALKS_API_URL": simulator.wait_for_chat(), "TALKS_TELEGRAM_TOKEN": TOKEN}
        with serving(home, "run", **settings) as first, serving(other, "run", **settings) as second:
            first.wait_for("Polling as")
            second.wait_for("Polling as")
            first.wait_for("Another program polls with this token; only one can. Stop it, ")
            ends = [bot.stop() for bot in (first, second)]
    assert [end.code for end in ends] == [0, 0]
    assert all(end.err.count("Another program") <= 2 and "Traceback" not in end.err for end in ends)


@pytest.mark.parametrize("status", [401, 404])
def test_a_token_that_telegram_refuses_is_a_wrong_setting(home: Path, status: int) -> None:
    with api(status, {"ok": False, "error_code": status, "description": "Refused"}) as url:
        done = call(home, "run", env={"TALKS_API_URL": url, "TALKS_TELEGRAM_TOKEN": TOKEN})
    assert done.code == 2
    assert done.err == f"talks: Telegram refuses the token in TALKS_TELEGRAM_TOKEN, asked at {url}\n"


@pytest.mark.parametrize(
    ("status", "body"), [(200, b"<html>Sign in</html>"), (400, {"ok": False, "description": f"Not {TOKEN}"})]
)
def test_a_server_of_another_kind_is_one_line(home: Path, status: int, body: object) -> None:
    with api(status, body) as url:
        done = call(home, "run", env={"TALKS_API_URL": url, "TALKS_TELEGRAM_TOKEN": TOKEN})
    assert done.code == 1
    assert done.err.startswith("talks: What answers is no Bot API server: ")
    assert done.err.count("\n") == 1
    assert TOKEN not in done.err


def test_an_api_that_is_away_is_waited_for(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
    settings = {"TALKS_API_URL": f"http://127.0.0.1:{port}", "TALKS_TELEGRAM_TOKEN": TOKEN}
    with serving(home, "run", **settings) as bot:
        bot.wait_for("getMe: httpx.ConnectError: All connection attempts failed. Next attempt in ")
        done = bot.stop()
    assert done.code == 0
    assert "Traceback" not in done.err
    assert TOKEN not in done.err


def test_an_api_that_fails_is_waited_for_too(home: Path) -> None:
    with (
        api(502, {"ok": False, "error_code": 502, "description": "Bad Gateway"}) as url,
        serving(home, "run", TALKS_API_URL=url, TALKS_TELEGRAM_TOKEN=TOKEN) as bot,
    ):
        bot.wait_for("getMe: Bad Gateway. Next attempt in ")
        assert bot.stop().code == 0


@pytest.mark.parametrize(
    ("settings", "remedy"),
    [
        ({}, f"set TALKS_TELEGRAM_TOKEN (`talks simulator` takes any of Telegram's form, such as {SIMULATOR_TOKEN})"),
        ({"TALKS_MODE": "simulator", "TALKS_TELEGRAM_TOKEN": TOKEN}, "set TALKS_MODE to telegram"),
    ],
)
def test_an_address_that_is_not_used_is_said(home: Path, settings: dict[str, str], remedy: str) -> None:
    with serving(home, "run", TALKS_API_URL="http://127.0.0.1:9", **SIMULATED, **settings) as bot:
        assert bot.wait_for("TALKS_API_URL") == f"talks: TALKS_API_URL is passed over; to use it, {remedy}\n"
        assert bot.stop().code == 0


def test_the_token_that_is_proposed_is_taken(home: Path) -> None:
    with serving(home, "simulator", "--port", "0", name="simulator") as simulator:
        url = simulator.wait_for_chat()
        with serving(home, "run", TALKS_API_URL=url, TALKS_TELEGRAM_TOKEN=SIMULATOR_TOKEN) as bot:
            bot.wait_for("Polling as")
            assert bot.stop().code == 0


def test_a_second_bot_on_the_same_data_is_refused(home: Path, data: Path) -> None:
    with serving(home, "run", **SIMULATED) as bot:
        bot.wait_for("Polling as")
        done = call(home, "run", env=SIMULATED)
        assert done.code == 1
        assert done.err == (
            f"talks: Another bot is serving with the data in {data}; "
            "stop it, or give this one a TALKS_DATA of its own\n"
        )
        assert call(home, "health").code == 0
        bot.stop(signal.SIGKILL)
    with serving(home, "run", **SIMULATED) as bot:
        bot.wait_for("Polling as")
        assert bot.stop().code == 0


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"TALKS_MODE": "telegram"}, "TALKS_MODE is telegram, but TALKS_TELEGRAM_TOKEN is not set"),
        ({"TALKS_TELEGRAM_TOKN": TOKEN}, "There is no setting TALKS_TELEGRAM_TOKN; did you mean TALKS_TELEGRAM_TOKEN?"),
        ({"TALKS_TELEGRAM_TOKEN": "x"}, "TALKS_TELEGRAM_TOKEN: is no Telegram token (digits, a colon, at least 30 "),
        ({"TALKS_ARTICLES": "none"}, "The articles folder none can't be read: No such file or directory"),
    ],
)
def test_a_wrong_setting_is_one_line_and_exit_2(home: Path, settings: dict[str, str], sentence: str) -> None:
    done = call(home, "run", env=settings)
    assert done.code == 2
    assert done.error().startswith(sentence)


def _a_file(data: Path) -> None:
    data.parent.mkdir(parents=True)
    data.write_text("a file where the folder should be", "utf-8")


def _under_a_file(data: Path) -> None:
    _a_file(data.parent)


@pytest.mark.parametrize(("spoil", "reason"), [(_a_file, "it is a file"), (_under_a_file, "Not a directory")])
def test_a_data_folder_that_cannot_be_one_is_a_wrong_setting(
    home: Path, data: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    spoil(data)
    done = call(home, "run", env={**SIMULATED, "TALKS_SEMANTIC": "auto"})
    assert done.code == 2
    assert done.error() == f"The data folder {data} (TALKS_DATA) can't be written: {reason}"


def _of_another_key(data: Path) -> None:
    _with_a_key(data)
    prepare(data / "log.sqlite3")
    adopt_key(data / "log.sqlite3", "another key's")


def _newer(data: Path) -> None:
    _with_a_key(data)
    with closing(connect(data / "log.sqlite3")) as log:
        log.execute("PRAGMA user_version = 999")


def _without_its_key(data: Path) -> None:
    _with_a_key(data)
    (data / "log.sqlite3").touch()
    (data / "pseudonym.key").unlink()


def _with_a_damaged_key(data: Path) -> None:
    _with_a_key(data)
    (data / "pseudonym.key").write_text("short", "ascii")


def _with_a_key(data: Path) -> None:
    data.mkdir(parents=True)
    (data / "pseudonym.key").write_text("ab" * 32, "ascii")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_of_another_key, "was written with another pseudonym key"),
        (_newer, "was written by a newer talks"),
        (_without_its_key, "is missing beside the query log"),
        (_with_a_damaged_key, "is damaged; restore it from a backup or set TALKS_PSEUDONYM_KEY"),
    ],
)
def test_data_that_cannot_be_used_is_one_line_and_exit_1(home: Path, data: Path, spoil: object, sentence: str) -> None:
    assert callable(spoil)
    spoil(data)
    done = call(home, "run", env=SIMULATED)
    assert (done.code, done.out) == (1, f"talks {__version__} · 2 articles · meaning search: off\n")
    assert done.err.startswith("talks: ")
    assert done.err.count("\n") == 1
    assert sentence in done.err


def test_a_journal_that_cannot_be_used_is_one_line(home: Path, data: Path) -> None:
    data.mkdir(parents=True)
    (data / "journal.sqlite3").write_bytes(b"no journal, however long one looks at it " * 100)
    done = call(home, "run", env=SIMULATED)
    assert done.code == 1
    assert "journal.sqlite3 is damaged or no journal at all; move it away" in done.err
    assert done.err.count("\n") == 1


def test_a_log_that_another_program_holds_is_one_line(home: Path, data: Path) -> None:
    _with_a_key(data)
    with closing(sqlite3.connect(data / "log.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        done = call(home, "run", env=SIMULATED)
    assert done.code == 1
    assert "is locked by another program; close that one and try again." in done.err
    assert done.err.count("\n") == 1
