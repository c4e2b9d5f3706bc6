"""What do readers do in their chats? They write, edit, press buttons and use the bot inline."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from bot.simulator import limits
from bot.simulator.answers import result_message
from bot.simulator.bots import USERNAME
from bot.simulator.chats import Chat
from bot.simulator.content import text_content
from bot.simulator.errors import ReaderError
from bot.simulator.formatted import Formatted, clean, entity_text, trim, utf16
from bot.simulator.json_text import Json
from bot.simulator.messages import without_reply
from bot.simulator.state import State


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader is about to send; `thread` is a group's topic."""

    content: Json
    reply_to: int | None = None
    thread: int | None = None


def meet(state: State, user: Json) -> Json:
    """The user with all that is known of them."""
    known = state.users.get(user["id"], {"is_bot": False, "first_name": "Reader"})
    state.users[user["id"]] = met = {**known, **user}
    return met


def enter(state: State, chat_id: int, chat_type: str | None, title: str | None, user: Json) -> Chat:
    """The chat, opened when it is new; without a type its id tells, as on Telegram."""
    chat = state.chats.get(chat_id)
    kind = chat_type or (chat.type if chat else _usual_type(chat_id))
    if (kind == "private") != (chat_id > 0):
        raise ReaderError("a private chat's id is positive, a group's is negative")
    if chat is None:
        chat = state.chats[chat_id] = Chat(chat_id, kind, "")
    if chat.type not in {kind, "group"}:
        raise ReaderError(f"a {chat.type} stays one")
    chat.type = kind
    if not chat.is_group:
        chat.title = user["first_name"]
    else:
        chat.title = title or chat.title or "Group"
    chat.members[user["id"]] = user
    return chat


def invite(state: State, chat: Chat, user: Json) -> None:
    """Add the bots to a group, which each of them hears of."""
    if not chat.is_group:
        raise ReaderError("a bot is added to groups only")
    chat.left = chat.blocked = False
    state.changed(chat)
    for bot in state.bots.values():
        was, is_now = ({"user": bot.user(), "status": status} for status in ("left", "member"))
        change = {"chat": chat.shape(), "from": user, "date": int(time.time())}
        state.publish("my_chat_member", change | {"old_chat_member": was, "new_chat_member": is_now}, bot.id)


def _usual_type(chat_id: int) -> str:
    if chat_id > 0:
        return "private"
    return "supergroup" if str(chat_id).startswith("-100") else "group"


def read_text(text: str) -> Json:
    """The content of a message that says `text`, as a reader typed it."""
    formatted = trim(Formatted(clean(text)))
    if not formatted.text.strip():
        raise ReaderError("text must be non-empty")
    if utf16(formatted.text) > limits.TEXT:
        raise ReaderError(f"text must be at most {limits.TEXT} long")
    return text_content(formatted)


def write(state: State, chat: Chat, user: Json, draft: Draft) -> Json:
    content = dict(draft.content)
    if draft.reply_to is not None:
        content["reply_to_message"] = without_reply(_find(chat, draft.reply_to))
    if draft.thread is not None:
        content |= {"message_thread_id": draft.thread, "is_topic_message": True}
    message = chat.add(user, content)
    _tell(state, chat, "message", message)
    return message


def rewrite(state: State, chat: Chat, user: Json, content: Json, message_id: int) -> Json:
    message = _find(chat, message_id)
    if message["from"]["id"] != user["id"] or "text" not in message or "via_bot" in message:
        raise ReaderError("only one's own text messages can be edited")
    kept = {name: value for name, value in message.items() if name not in {"text", "entities"}}
    edited = chat.edit(kept | content)
    _tell(state, chat, "edited_message", edited)
    return edited


def _find(chat: Chat, message_id: int) -> Json:
    message = chat.find(message_id)
    if message is None:
        raise ReaderError("there is no such message")
    return message


def _tell(state: State, chat: Chat, kind: str, message: Json) -> None:
    state.changed(chat)
    if not (chat.blocked or chat.left) and (not chat.is_group or is_for_bot(message)):
        state.publish(kind, message)


def is_for_bot(message: Json) -> bool:
    """Whether a bot in privacy mode sees this message of a group."""
    for entity in message.get("entities", ()):
        text = entity_text(message["text"], entity)
        _, at, name = text.partition("@")
        if entity["type"] == "bot_command" and entity["offset"] == 0 and not at:
            return True
        if entity["type"] in {"bot_command", "mention"} and name.lower() == USERNAME:
            return True
    original = message.get("reply_to_message", {})
    return "via_bot" in original or "via_bot" in message or original.get("from", {}).get("is_bot", False)


async def press(state: State, chat: Chat, user: Json, message_id: int, data: str) -> Json | None:
    """The bot's answer to the pressed button; None when it didn't come."""
    message = _find(chat, message_id)
    author = message["via_bot"] if "via_bot" in message else message["from"]
    if not author["is_bot"] or ("via_bot" in message and "reply_markup" not in message):
        raise ReaderError("only a bot's messages have buttons")
    query_id = state.queries.ask()
    query = {"id": query_id, "from": user, **_pressed(state, message), "chat_instance": str(chat.id), "data": data}
    state.publish("callback_query", query, author["id"])
    return await state.queries.result(query_id)


def _pressed(state: State, message: Json) -> Json:
    """How the bot is told of a message: one that a reader sent through it has its own kind of id."""
    if "via_bot" not in message:
        return {"message": message}
    place = (message["chat"]["id"], message["message_id"])
    return {"inline_message_id": next(name for name, known in state.inline_messages.items() if known == place)}


async def ask_inline(state: State, user: Json, query: str) -> list[Json]:
    if utf16(query) > limits.INLINE_QUERY:
        raise ReaderError(f"query must be at most {limits.INLINE_QUERY} long")
    query_id = state.queries.ask()
    asked = {"id": query_id, "from": user, "query": query, "offset": "", "chat_type": "sender"}
    state.publish("inline_query", asked)
    answer = await state.queries.result(query_id)
    results: list[Json] = answer["results"] if answer else []
    state.offered[user["id"]] = (query, results)
    return results


def choose(state: State, chat: Chat, user: Json, result_id: str) -> Json:
    """Send the result of the reader's last inline query that has this id."""
    query, results = state.offered.get(user["id"], ("", []))
    result = next((result for result in results if result["id"] == result_id), None)
    if result is None:
        raise ReaderError("the reader's last inline query had no such result")
    bot = next(iter(state.bots.values()))
    message = chat.add(user, result_message(result) | {"via_bot": bot.user()})
    chosen: Json = {"result_id": result_id, "from": user, "query": query}
    if "reply_markup" in message:
        chosen["inline_message_id"] = secrets.token_urlsafe(16)
        state.inline_messages[chosen["inline_message_id"]] = (chat.id, message["message_id"])
    state.publish("chosen_inline_result", chosen, bot.id)
    _tell(state, chat, "message", message)
    return message
