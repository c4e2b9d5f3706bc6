"""What does the program write on stderr, in which form, and what never?"""

from __future__ import annotations

import datetime as dt
import json
import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import Literal

Format = Literal["text", "json"]

TALKATIVE = ("telegram", "aiosqlite")
"""Below a warning these show what passes through them, and that is what readers write."""
CHATTY = ("httpx", "httpcore", *TALKATIVE)

_TOKEN = re.compile(r"\d+(?::|%3A)[\w-]{30,}", re.ASCII | re.IGNORECASE)
_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
update_id: ContextVar[int | None] = ContextVar("update_id", default=None)
"""The update that is being handled, of which whatever is logged speaks."""


def redact(text: str) -> str:
    """The text without tokens: they stand in the addresses of API calls."""
    return _TOKEN.sub("<token>", text)


@contextmanager
def about_update(number: int) -> Iterator[None]:
    """What is logged within the block is about this update."""
    before = update_id.set(number)
    try:
        yield
    finally:
        update_id.reset(before)


class _Redacting(logging.Formatter):
    """Keeps tokens out of every line, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class _JsonLines(logging.Formatter):
    """One object a line, for programs that collect logs."""

    def format(self, record: logging.LogRecord) -> str:
        at = dt.datetime.fromtimestamp(record.created, dt.UTC)
        line: dict[str, object] = {
            "time": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if (number := update_id.get()) is not None:
            line["update_id"] = number
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        if record.stack_info:
            line["stack"] = record.stack_info
        return redact(json.dumps(line))


def _is_harmless(record: logging.LogRecord) -> bool:
    """Whatever levels are set: readers' messages, and our replies, are for the query log alone."""
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] not in TALKATIVE


def set_up_logging(level: int = logging.INFO, form: Format = "text") -> None:
    """All that is written goes through logging: warnings, and the error that ends the program, too."""
    handler = logging.StreamHandler()
    handler.setFormatter(_JsonLines() if form == "json" else _Redacting(_TEXT))
    handler.addFilter(_is_harmless)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    # It writes whole pages of what is no Bot API server; what it raises says enough.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_uncaught


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger(__name__).critical("An error that nobody expected", exc_info=(kind, error, trace))
