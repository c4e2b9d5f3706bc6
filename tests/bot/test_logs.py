from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Iterator

import pytest

from bot.logs import redact, set_up_logging

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


def test_no_line_holds_a_token(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(logging.DEBUG)
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
    assert "CRITICAL" in written


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
