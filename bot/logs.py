"""What does the program write on stderr, and what never?"""

from __future__ import annotations

import logging
import re
import sys
from types import TracebackType

_TOKEN = re.compile(r"\d+(?::|%3A)[\w-]{30,}", re.ASCII | re.IGNORECASE)


def redact(text: str) -> str:
    """The text without tokens: they stand in the addresses of API calls."""
    return _TOKEN.sub("<token>", text)


class _Redacting(logging.Formatter):
    """Keeps tokens out of every line, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def set_up_logging(level: int = logging.INFO) -> None:
    """All that is written goes through logging: warnings, and the error that ends the program, too."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in ("httpx", "httpcore", "telegram", "aiosqlite"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # It writes whole pages of what is no Bot API server; what it raises says enough.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_uncaught


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger(__name__).critical("An error that nobody expected", exc_info=(kind, error, trace))
