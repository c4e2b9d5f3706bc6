"""What does a reader's request say? Checks its JSON; what is wrong becomes one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starlette.requests import Request

from bot.simulator import limits
from bot.simulator.chats import CHAT_TYPES
from bot.simulator.errors import ReaderError
from bot.simulator.formatted import clean
from bot.simulator.json_text import Json, is_integer, loads

_SECONDS = re.compile(r"[0-9]{1,9}(?:\.[0-9]{0,9})?")


@dataclass(frozen=True, slots=True)
class Order:
    body: Json

    def text(self, name: str) -> str:
        text = self.optional_text(name)
        if text is None:
            raise ReaderError(f"{name} must be a string")
        return text

    def optional_text(self, name: str) -> str | None:
        text = self.body.get(name)
        if text is not None and not isinstance(text, str):
            raise ReaderError(f"{name} must be a string")
        return text

    def integer(self, name: str) -> int:
        number = self.optional_integer(name)
        if number is None:
            raise ReaderError(f"{name} must be a whole number")
        return number

    def optional_integer(self, name: str) -> int | None:
        number = self.body.get(name)
        if number is not None and not is_integer(number):
            raise ReaderError(f"{name} must be a whole number")
        return number

    def identifier(self, name: str) -> int:
        number = self.integer(name)
        if not 0 < abs(number) < limits.IDS:
            raise ReaderError(f"{name} must have at most 52 significant bits, and not be 0")
        return number

    def flag(self, name: str, *, default: bool) -> bool:
        flag = self.body.get(name, default)
        if not isinstance(flag, bool):
            raise ReaderError(f"{name} must be true or false")
        return flag

    def chat_type(self) -> str | None:
        chat_type = self.optional_text("chat_type")
        if chat_type is not None and chat_type not in CHAT_TYPES:
            raise ReaderError(f"chat_type must be one of {', '.join(CHAT_TYPES)}")
        return chat_type

    def callback_data(self) -> str:
        data = self.text("data")
        if not 1 <= len(data.encode()) <= limits.CALLBACK_DATA_BYTES:
            raise ReaderError(f"data must be 1 to {limits.CALLBACK_DATA_BYTES} bytes long")
        return data

    def user(self) -> Json:
        """As the Bot API writes users, with what the request tells."""
        raw = self.body.get("user")
        if not isinstance(raw, dict):
            raise ReaderError("user must be an object")
        given = Order(raw)
        user: Json = {"id": given.identifier("id"), "is_bot": False}
        if user["id"] < 0:
            raise ReaderError("a user's id must be positive")
        for name in ("first_name", "last_name", "username", "language_code"):
            value = clean(given.optional_text(name) or "").strip()
            if value:
                user[name] = value[:64]
        return user


async def read_order(request: Request) -> Order:
    try:
        body = loads(await request.body())
    except ValueError as error:
        raise ReaderError("the request must be JSON in UTF-8") from error
    if not isinstance(body, dict):
        raise ReaderError("the request must be a JSON object")
    return Order(body)


def query_integer(request: Request, name: str, default: int | None = None) -> int:
    value = request.query_params.get(name, "" if default is None else str(default))
    digits = value.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 17):
        raise ReaderError(f"{name} must be a whole number")
    return int(value)


def query_seconds(request: Request, name: str) -> float:
    value = request.query_params.get(name, "0")
    if not _SECONDS.fullmatch(value):
        raise ReaderError(f"{name} must be a number of seconds")
    return float(value)
