"""Do the token and all messages stay out of what is logged, however much that is and whatever goes wrong?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.web.webhook import Keys
from tests.bot.cli.command import call
from tests.bot.cli.serving import Readers, api, by_webhook, serving

SECRET = "AAabc-defghij_klmnopqrstuvwxyz01234"  # noqa: S105 - nobody's
TOKEN = f"123456:{SECRET}"

LOUD = """
import logging
from bot.cli import main, run
from bot.logs import set_up_logging
from bot.telegram.handlers import ask

def set_up_loud_logging(form):
    set_up_logging(logging.DEBUG, form)
    for name in list(logging.Logger.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.NOTSET)

def explode(message, question_in=ask.question_in):
    if message.text.startswith("explode"):
        raise RuntimeError(f"{message.get_bot()!r} at {message.get_bot().base_url}")
    return question_in(message)

run.set_up_logging = set_up_loud_logging
ask.question_in = explode
main(["run"])
"""
LOUD_BOT = (sys.executable, "-c", LOUD)
QUESTION = "Who leads the Russian side?"
ANSWER = "Ryabkov"
EXPLOSIVE = "explode by pomegranate"
FAULTS = (
    ("getUpdates", "502"),
    ("sendMessage", "429"),
    ("sendMessage", "502"),
    ("sendMessage", "reset"),
    ("sendMessage", "lost"),
)


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("way", ["polling", "webhook"])
def test_a_bot_in_all_kinds_of_trouble_does_not_log_them(tmp_path: Path, way: str, form: str) -> None:
    settings = by_webhook() if way == "webhook" else {}
    with serving(tmp_path, "simulator", "--port", "0", name="simulator") as simulator:
        url = simulator.wait_for_chat()
        readers = Readers(url)
        settings |= {"TALKS_API_URL": url, "TALKS_TELEGRAM_TOKEN": TOKEN, "TALKS_LOG_FORMAT": form}
        with serving(tmp_path, program=LOUD_BOT, **settings) as bot:
            bot.wait_for("by webhook" if way == "webhook" else "Polling as")
            for chat, (method, kind) in enumerate(FAULTS[way == "webhook" :], 1):
                readers.post("/faults", method=method, share=1, kind=kind, seconds=1)
                with readers.waiting_for_call(method):
                    readers.write(QUESTION, chat)
                readers.delete("/faults")
                assert ANSWER in readers.reply(chat)
            readers.write(EXPLOSIVE, len(FAULTS) + 1)
            assert readers.reply(len(FAULTS) + 1).startswith("Something went wrong here.")
            done = bot.stop()
    assert done.code == 0
    written = done.out + done.err
    assert "Traceback" in written
    assert "httpcore" in written
    assert "/bot<token>/sendMessage" in written
    keys = Keys.of(TOKEN)
    unspeakable = (SECRET, keys.secret, keys.path, QUESTION, ANSWER, EXPLOSIVE)
    assert [text for text in unspeakable if text in written] == []


@pytest.mark.parametrize("status", [400, 401, 404])
def test_a_server_that_repeats_it_does_not_get_it_logged(tmp_path: Path, status: int) -> None:
    with api(status, {"ok": False, "error_code": status, "description": f"No {TOKEN}"}) as url:
        env = {"TALKS_API_URL": url, "TALKS_TELEGRAM_TOKEN": TOKEN}
        done = call(tmp_path, env=env, program=LOUD_BOT)
    assert done.code > 0
    assert "DEBUG httpcore" in done.err
    assert SECRET not in done.out + done.err
