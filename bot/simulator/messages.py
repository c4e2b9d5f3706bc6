"""How does a bot send? Messages, photos and documents, and what goes with them."""

from __future__ import annotations

from bot.simulator import limits
from bot.simulator.call import Call, Methods
from bot.simulator.chats import Chat
from bot.simulator.content import (
    QUOTE,
    read_caption,
    read_document,
    read_formatted,
    read_photo,
    read_text,
)
from bot.simulator.errors import bad_request, too_many_requests
from bot.simulator.formatted import utf16
from bot.simulator.json_text import Json, is_integer
from bot.simulator.keyboards import read_markup
from bot.simulator.params import Params

_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
_REACTIONS = frozenset(
    (
        "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ "
        "🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 "
        "🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
    ).split()
)


def send_message(call: Call) -> Json:
    chat = call.open_chat()
    return _send(call, chat, read_text(call.params))


def send_photo(call: Call) -> Json:
    chat = call.open_chat()
    caption = read_caption(call.params)
    return _send(call, chat, read_photo(call.params, call.state.files) | caption)


def send_document(call: Call) -> Json:
    chat = call.open_chat()
    caption = read_caption(call.params)
    return _send(call, chat, read_document(call.params, call.state.files) | caption)


def _send(call: Call, chat: Chat, content: Json) -> Json:
    content |= _reply(call, chat)
    if markup := read_markup(call.params):
        content["reply_markup"] = markup
    if thread := call.params.integer("message_thread_id", 0):
        content |= {"message_thread_id": thread, "is_topic_message": True}
    if retry_after := call.state.buckets.take(chat.id, group=chat.is_group):
        raise too_many_requests(retry_after)
    message = chat.add(call.bot.user(), content)
    call.state.changed(chat)
    return message


def _reply(call: Call, chat: Chat) -> Json:
    """The fields of a reply; none when the message doesn't reply, or may go without."""
    reply = call.params.structure("reply_parameters", dict) or _old_reply(call.params)
    if reply is None:
        return {}
    message_id, chat_id = reply.get("message_id"), reply.get("chat_id", chat.id)
    original = chat.find(message_id) if is_integer(message_id) and str(chat_id) == str(chat.id) else None
    if original is None:
        if reply.get("allow_sending_without_reply") is True:
            return {}
        raise bad_request("message to be replied not found")
    fields: Json = {"reply_to_message": without_reply(original)}
    if reply.get("quote"):
        fields["quote"] = _quote(Params(reply), original)
    return fields


def _old_reply(params: Params) -> Json | None:
    """As bots replied before there were reply parameters."""
    if not params.text("reply_to_message_id"):
        return None
    return {
        "message_id": params.integer("reply_to_message_id", 0),
        "allow_sending_without_reply": params.flag("allow_sending_without_reply"),
    }


def without_reply(message: Json) -> Json:
    """A message as others refer to it: one reply deep."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def _quote(reply: Params, original: Json) -> Json:
    """The quoted part, which must stand in the original exactly."""
    quote = read_formatted(reply, QUOTE)
    text: str = original.get("text") or original.get("caption") or ""
    start = text.find(quote.text)
    if not quote.text or start < 0 or utf16(quote.text) > limits.QUOTE:
        raise bad_request("QUOTE_TEXT_INVALID")
    entities = {"entities": list(quote.entities)} if quote.entities else {}
    return {"text": quote.text, **entities, "position": utf16(text[:start]), "is_manual": True}


def delete_message(call: Call) -> bool:
    chat = call.chat()
    message = chat.find(call.params.integer("message_id", 0))
    if message is None:
        raise bad_request("message to delete not found")
    if chat.is_group and message["from"]["id"] != call.bot.id:
        raise bad_request("message can't be deleted")
    chat.delete(message["message_id"])
    call.state.changed(chat)
    return True


def send_chat_action(call: Call) -> bool:
    call.open_chat()
    if call.params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def set_message_reaction(call: Call) -> bool:
    chat = call.open_chat()
    message = chat.find(call.params.integer("message_id", 0))
    if message is None:
        raise bad_request("message to react not found")
    reactions = call.params.structure("reaction", list) or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for reaction in reactions:
        is_emoji = isinstance(reaction, dict) and reaction.get("type") == "emoji"
        if not is_emoji or reaction.get("emoji") not in _REACTIONS:
            raise bad_request("REACTION_INVALID")
    chat.react(message["message_id"], reactions)
    call.state.changed(chat)
    return True


METHODS: Methods = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "deleteMessage": delete_message,
    "sendChatAction": send_chat_action,
    "setMessageReaction": set_message_reaction,
}
