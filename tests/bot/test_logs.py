from __future__ import annotations

import datetime as dt
import json
import logging
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from bot.logs import TALKATIVE, Format, about_update, redact, set_up_logging

TOKEN = "123456:AAabc-defghij_klmnopqrstuvwxyz01234"  # noqa: S105 - nobody's


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        (f"POST /bot{TOKEN}/getMe", "POST /bot<token>/getMe"),
        (f"https://a.example/file/bot{TOKEN}/photos/1", "https://a.example/file/bot<token>/photos/1"),
        (f"Bot[token={TOKEN}] and {TOKEN}", "Bot[token=<token>] and <token>"),
        (f"/bot{TOKEN.replace(':', '%3A')}/x", "/bot<token>/x"),
        (f"/bot{TOKEN.replace(':', '%3a')}/x", "/bot<token>/x"),
        ("12:30 to 13:45, id simulator:1:2", "12:30 to 13:45, id simulator:1:2"),
    ],
)
def test_a_token_is_taken_out(text: str, redacted: str) -> None:
    assert redact(text) == redacted


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_line_holds_a_token(capsys: pytest.CaptureFixture[str], form: Format) -> None:
    set_up_logging(logging.DEBUG, form)
    logger = logging.getLogger("somebody's")
    logger.debug("asked %s", f"/bot{TOKEN}/getMe")
    logger.info("with %(token)s", {"token": TOKEN})
    failure = RuntimeError(f"no answer from /bot{TOKEN}/getMe")
    failure.__cause__ = ValueError(TOKEN)
    logger.error("it failed: %r", [TOKEN], exc_info=failure, stack_info=True)
    warnings.showwarning(f"{TOKEN} is old", UserWarning, "here.py", 1)
    sys.excepthook(ValueError, ValueError(TOKEN), None)
    written = capsys.readouterr().err
    assert TOKEN not in written
    assert written.count("<token>") >= 7
    assert "CRITICAL" in written.upper()


def test_only_what_operators_can_use_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging()
    for name in ("httpx", "telegram.ext.Updater", "aiosqlite"):
        logging.getLogger(name).info("chatter")
    logging.getLogger("bot.telegram").debug("detail")
    logging.getLogger("bot.telegram").info("Polling as @%s", "talks_bot")
    assert capsys.readouterr().err.split(maxsplit=2)[2] == "INFO bot.telegram: Polling as @talks_bot\n"


def test_setting_up_twice_does_not_write_twice(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging()
    set_up_logging()
    logging.getLogger("bot").warning("once")
    assert capsys.readouterr().err.count("once") == 1


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("library", TALKATIVE)
def test_what_shows_readers_messages_is_not_written_at_any_level(
    capsys: pytest.CaptureFixture[str], form: Format, library: str
) -> None:
    set_up_logging(logging.DEBUG, form)
    logger = logging.getLogger(f"{library}.somewhere")
    logger.setLevel(logging.DEBUG)
    logger.debug("Calling sendMessage with %s", {"text": "what a reader wrote"})
    logger.info("what a reader wrote")
    logger.warning("what went wrong")
    logging.getLogger(f"bot.{library}").info("what the bot does")
    written = capsys.readouterr().err
    assert "what a reader wrote" not in written
    assert "what went wrong" in written
    assert "what the bot does" in written


def read_lines(written: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.splitlines()]


def test_a_line_can_be_an_object(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(form="json")
    logging.getLogger("bot.telegram").info("Polling as @%s", "talks_bot\n\u2028“”")
    [line] = read_lines(capsys.readouterr().err)
    at = dt.datetime.fromisoformat(line.pop("time"))
    assert abs(dt.datetime.now(dt.UTC) - at) < dt.timedelta(minutes=1)
    assert line == {"level": "info", "logger": "bot.telegram", "message": "Polling as @talks_bot\n\u2028“”"}


def test_an_object_holds_the_exception(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(form="json")
    try:
        int("two\nlines")
    except ValueError:
        logging.getLogger("bot").exception("It failed", stack_info=True)
    sys.excepthook(ValueError, ValueError("the end"), None)
    warnings.showwarning("old", UserWarning, "here.py", 1)
    failed, end, warning = read_lines(capsys.readouterr().err)
    assert (failed["level"], failed["message"]) == ("error", "It failed")
    assert failed["exception"].startswith("Traceback (most recent call last):\n")
    assert failed["exception"].endswith("ValueError: invalid literal for int() with base 10: 'two\\nlines'")
    assert failed["stack"].startswith("Stack (most recent call last):\n")
    assert (end["level"], end["exception"]) == ("critical", "ValueError: the end")
    assert (warning["level"], warning["logger"]) == ("warning", "py.warnings")


def test_an_object_names_the_update_that_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(form="json")
    logger = logging.getLogger("bot")
    logger.info("before")
    with about_update(7):
        logger.info("outer")
        with about_update(8):
            logger.info("inner")
        logger.info("outer again")
    logger.info("after")
    lines = read_lines(capsys.readouterr().err)
    assert [line.get("update_id") for line in lines] == [None, 7, 8, 7, None]
