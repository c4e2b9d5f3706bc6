"""How does a bot change what it sent? Text, caption, media and buttons of its own messages."""

from __future__ import annotations

from bot.simulator.call import Call, Methods
from bot.simulator.chats import Chat
from bot.simulator.content import read_caption, read_document, read_photo, read_text
from bot.simulator.errors import bad_request
from bot.simulator.json_text import Json
from bot.simulator.keyboards import read_markup
from bot.simulator.params import Params

_TEXT = {"text", "entities", "link_preview_options"}
_CAPTION = {"caption", "caption_entities", "show_caption_above_media"}
_MEDIA = {"photo", "document"}


def edit_message_text(call: Call) -> object:
    chat, message = _target(call)
    content = read_text(call.params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _edit(call, chat, message, _TEXT, content)


def edit_message_caption(call: Call) -> object:
    chat, message = _target(call)
    content = read_caption(call.params)
    if not _MEDIA & message.keys():
        raise bad_request("there is no caption in the message to edit")
    return _edit(call, chat, message, _CAPTION, content)


def edit_message_media(call: Call) -> object:
    chat, message = _target(call)
    media: Json | None = call.params.structure("media", dict)
    if media is None:
        raise bad_request('parameter "media" is required')
    described = Params(media, call.params.uploads)
    readers = {"photo": read_photo, "document": read_document}
    reader = readers.get(described.text("type"))
    if reader is None:
        raise bad_request("can't parse InputMedia: media type must be photo or document")
    content = reader(described, call.state.files, "media") | read_caption(described)
    return _edit(call, chat, message, _MEDIA | _CAPTION | _TEXT, content)


def edit_message_reply_markup(call: Call) -> object:
    chat, message = _target(call)
    return _edit(call, chat, message, set(), {})


def _target(call: Call) -> tuple[Chat, Json]:
    """The chat and the message to edit, which must be the bot's."""
    if inline_id := call.params.text("inline_message_id"):
        if inline_id not in call.state.inline_messages:
            raise bad_request("MESSAGE_ID_INVALID")
        chat_id, message_id = call.state.inline_messages[inline_id]
        chat = call.state.chats[chat_id]
    else:
        chat, message_id = call.open_chat(), call.params.integer("message_id", 0)
    message = chat.find(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if call.bot.id not in {message["from"]["id"], message.get("via_bot", {}).get("id")}:
        raise bad_request("message can't be edited")
    return chat, message


def _edit(call: Call, chat: Chat, message: Json, replaced: set[str], content: Json) -> object:
    """Put `content` in the place of the fields `replaced`. Buttons that aren't sent again go."""
    markup = read_markup(call.params)
    gone = replaced | {"reply_markup", "edit_date"}
    kept = {name: value for name, value in message.items() if name not in gone}
    edited = kept | content | ({"reply_markup": markup} if markup else {})
    if edited == {name: value for name, value in message.items() if name != "edit_date"}:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    edited = chat.edit(edited)
    call.state.changed(chat)
    return True if call.params.text("inline_message_id") else edited


METHODS: Methods = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
