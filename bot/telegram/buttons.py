"""What does a button carry? The version of the form, what to do, the reply's id, and which page of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from telegram import InlineKeyboardButton

_DATA = re.compile(r"1:([a-z]):([\w-]{1,32})(?::(\d{1,6}))?", re.ASCII)
"""At most 44 bytes; Telegram allows 64."""


class Press(NamedTuple):
    verb: str
    name: str
    """The reply's id, in the chat that it was made for."""
    page: int = 0


def write_press(verb: str, name: str, page: int = 0) -> str:
    return f"1:{verb}:{name}" + (f":{page}" if page else "")


def read_press(data: str | None) -> Press | None:
    """None for a button of another version or program."""
    found = _DATA.fullmatch(data or "")
    return Press(found[1], found[2], int(found[3] or 0)) if found else None


def page_row(verb: str, name: str, page: int, count: int) -> list[InlineKeyboardButton]:
    """To the page before and the page after `page`, from 0; empty where there is one page alone."""
    before = InlineKeyboardButton("‹", callback_data=write_press(verb, name, page - 1))
    after = InlineKeyboardButton("›", callback_data=write_press(verb, name, page + 1))
    return [*([before] if page else []), *([after] if page + 1 < count else [])]
