"""Does the token stay out of the log, however much is logged and whatever goes wrong?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bot.cli.command import call
from tests.bot.cli.serving import Readers, api, serving

SECRET = "AAabc-defghij_klmnopqrstuvwxyz01234"  # noqa: S105 - nobody's
TOKEN = f"123456:{SECRET}"

LOUD = """
import logging
from bot.cli import main, run
from bot.logs import set_up_logging
from bot.telegram.handlers import ask

def set_up_loud_logging():
    set_up_logging(logging.DEBUG)
    for name in list(logging.Logger.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.NOTSET)

def explode(message, question_in=ask.question_in):
    if message.text == "explode":
        raise RuntimeError(f"{message.get_bot()!r} at {message.get_bot().base_url}")
    return question_in(message)

run.set_up_logging = set_up_loud_logging
ask.question_in = explode
main(["run"])
"""
LOUD_BOT = (sys.executable, "-c", LOUD)
FAULTS = (
    ("getUpdates", "502"),
    ("sendMessage", "429"),
    ("sendMessage", "502"),
    ("sendMessage", "reset"),
    ("sendMessage", "lost"),
)


def test_a_bot_in_all_kinds_of_trouble_does_not_log_it(tmp_path: Path) -> None:
    with serving(tmp_path, "simulator", "--port", "0", name="simulator") as simulator:
        url = simulator.wait_for_chat()
        readers = Readers(url)
        with serving(tmp_path, program=LOUD_BOT, TALKS_API_URL=url, TALKS_TELEGRAM_TOKEN=TOKEN) as bot:
            bot.wait_for("Polling as")
            for chat, (method, kind) in enumerate(FAULTS, 1):
                readers.post("/faults", method=method, share=1, kind=kind, seconds=1)
                with readers.waiting_for_call(method):
                    readers.write("Who leads the Russian side?", chat)
                readers.delete("/faults")
                assert "Ryabkov" in readers.reply(chat)
            readers.write("explode", len(FAULTS) + 1)
            assert readers.reply(len(FAULTS) + 1).startswith("Something went wrong here.")
            done = bot.stop()
    assert done.code == 0
    written = done.out + done.err
    assert "Traceback" in written
    assert "DEBUG httpcore" in written
    assert "/bot<token>/sendMessage" in written
    assert SECRET not in written


@pytest.mark.parametrize("status", [400, 401, 404])
def test_a_server_that_repeats_it_does_not_get_it_logged(tmp_path: Path, status: int) -> None:
    with api(status, {"ok": False, "error_code": status, "description": f"No {TOKEN}"}) as url:
        env = {"TALKS_API_URL": url, "TALKS_TELEGRAM_TOKEN": TOKEN}
        done = call(tmp_path, env=env, program=LOUD_BOT)
    assert done.code > 0
    assert "DEBUG httpcore" in done.err
    assert SECRET not in done.out + done.err
