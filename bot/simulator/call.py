"""Who calls, and on which chat? What every Bot API method is given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.simulator.bots import Bot
from bot.simulator.chats import Chat
from bot.simulator.errors import ApiError, bad_request
from bot.simulator.params import Params
from bot.simulator.state import State


@dataclass(frozen=True, slots=True)
class Call:
    state: State
    bot: Bot
    params: Params

    def chat(self) -> Chat:
        """The chat that the call names."""
        name = self.params.text("chat_id")
        if not name:
            raise bad_request("chat_id is empty")
        chat = self.state.chats.get(int(name)) if _is_id(name) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def open_chat(self) -> Chat:
        """The chat that the call names, where the bot may write."""
        chat = self.chat()
        if chat.blocked and not chat.is_group:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if chat.blocked:
            raise ApiError(403, f"Forbidden: bot was kicked from the {chat.type} chat")
        if chat.left:
            raise ApiError(403, f"Forbidden: bot is not a member of the {chat.type} chat")
        return chat


def _is_id(name: str) -> bool:
    digits = name.removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) < 19


Method = Callable[[Call], object | Awaitable[object]]
Methods = Mapping[str, Method]
