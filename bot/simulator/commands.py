"""Which commands does a bot offer whom? By scope and language."""

from __future__ import annotations

from bot.simulator import limits
from bot.simulator.errors import bad_request
from bot.simulator.formatted import utf16
from bot.simulator.json_text import Json, is_integer

DEFAULT = "default"
_WITHOUT_CHAT = {DEFAULT, "all_private_chats", "all_group_chats", "all_chat_administrators"}
_WITH_CHAT = {"chat", "chat_administrators", "chat_member"}


def read_scope(scope: Json | None) -> str:
    """One word for a scope, so that equal ones are the same."""
    if scope is None:
        return DEFAULT
    kind = scope.get("type")
    if kind in _WITHOUT_CHAT:
        return str(kind)
    if kind not in _WITH_CHAT:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    parts = [kind, scope.get("chat_id")] + ([scope.get("user_id")] if kind == "chat_member" else [])
    if not all(is_integer(part) for part in parts[1:]):
        raise bad_request("can't parse BotCommandScope: identifiers must be specified")
    return " ".join(str(part) for part in parts)


def read_commands(commands: list[object] | None) -> list[Json]:
    if commands is None:
        raise bad_request('parameter "commands" is required')
    if len(commands) > limits.COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_read_command(command) for command in commands]


def _read_command(command: object) -> Json:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = command.get("command"), command.get("description")
    if not isinstance(name, str) or not isinstance(description, str):
        raise bad_request("can't parse BotCommand: command and description must be of type String")
    name = name.removeprefix("/")
    if not limits.COMMAND_NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16(description.strip()) <= limits.COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description.strip()}


class Commands:
    def __init__(self) -> None:
        self._lists: dict[tuple[str, str], list[Json]] = {}

    def set(self, scope: str, language: str, commands: list[Json]) -> None:
        self._lists[scope, language] = commands

    def delete(self, scope: str, language: str) -> None:
        self._lists.pop((scope, language), None)

    def get(self, scope: str, language: str) -> list[Json]:
        return self._lists.get((scope, language), [])

    def shown(self, chat_id: int, language: str, *, group: bool) -> list[Json]:
        """What a reader sees in a chat: the closest scope wins, in it the reader's language."""
        everybody = "all_group_chats" if group else "all_private_chats"
        for scope in (f"chat {chat_id}", everybody, DEFAULT):
            for key in ((scope, language), (scope, "")):
                if key in self._lists:
                    return self._lists[key]
        return []
