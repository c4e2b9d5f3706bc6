"""A Bot API that records what it is asked, and the updates it might send."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.simulator.formatted import Formatted, find_entities

Json = dict[str, Any]

TOKEN = "123456:AAabcdefghijklmnopqrstuvwxyz0123456"  # noqa: S105 - nobody's
BOT = {"id": 123456, "is_bot": True, "first_name": "talks", "username": "talks_bot"}
READER = {"id": 7, "is_bot": False, "first_name": "Reader", "language_code": "en"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Reader"}
GROUP = {"id": -100, "type": "supergroup", "title": "Readers"}

FIRST_NUMBER = 900
"""The bot's messages are numbered from the one after this."""

SENDING = frozenset({"sendMessage", "sendPhoto", "sendDocument"})

Reply = tuple[int, Json]


def refusal(code: int, description: str, **parameters: float) -> Reply:
    return code, {"ok": False, "error_code": code, "description": description, "parameters": parameters}


class FakeRequest(BaseRequest):
    """Answers every call, first with the replies put into `replies[method]`."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Json]] = []
        self.uploads: list[tuple[str, bytes]] = []
        self.replies: dict[str, list[Reply | Exception]] = defaultdict(list)
        self.on_call: Callable[[str, Json], None] = lambda _, __: None
        self.gate = asyncio.Event()
        """Cleared, it keeps every call waiting."""
        self.gate.set()

    def sent(self, method: str = "sendMessage") -> list[Json]:
        return [parameters for called, parameters in self.calls if called == method]

    def files(self, method: str) -> list[bytes]:
        """What was uploaded by calls of that method."""
        return [content for called, content in self.uploads if called == method]

    @property
    def texts(self) -> list[str]:
        return [parameters["text"] for parameters in self.sent()]

    @property
    def read_timeout(self) -> float:
        return 1

    def _result(self, name: str, parameters: Json) -> Json | bool:
        match name:
            case "getMe":
                return BOT
            case _ if name in SENDING:
                chat = {"id": parameters["chat_id"], "type": "private"}
                number = FIRST_NUMBER + sum(called in SENDING for called, _ in self.calls)
                return {"message_id": number, "date": 0, "chat": chat, "text": parameters.get("text")}
            case _:
                return True

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: object, **__: object
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[-1]
        parameters = dict(request_data.parameters) if request_data else {}
        assert method == "POST"
        self.calls.append((name, parameters))
        if request_data and request_data.multipart_data:
            files = (content for _, content, _ in request_data.multipart_data.values())
            self.uploads += ((name, content) for content in files if isinstance(content, bytes))
        self.on_call(name, parameters)
        await self.gate.wait()
        if self.replies[name]:
            reply = self.replies[name].pop(0)
            if isinstance(reply, Exception):
                raise reply
            return reply[0], json.dumps(reply[1]).encode()
        return HTTPStatus.OK, json.dumps({"ok": True, "result": self._result(name, parameters)}).encode()


def press(data: str, message_id: int = 901, chat: Json = PRIVATE, **fields: Any) -> Json:
    """An update with a button of the bot's message that the reader pressed."""
    message = {"message_id": message_id, "date": 1, "chat": chat, "from": BOT, "text": "…"}
    query = {"id": "1", "from": READER, "chat_instance": "1", "message": message, "data": data, **fields}
    return {"update_id": 1, "callback_query": query}


def update(text: str | None = None, number: int = 1, chat: Json = PRIVATE, **fields: Any) -> Json:
    """An update with a new message of the reader's."""
    message = {"message_id": 50 + number, "date": 0, "chat": chat, "from": READER, **fields}
    if text is not None:
        message |= {"text": text, "entities": list(find_entities(Formatted(text)).entities)}
    return {"update_id": number, "message": message}
