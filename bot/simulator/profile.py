"""Who is the bot, and whom does it meet? Its commands and descriptions, chats and their members, files."""

from __future__ import annotations

from bot.simulator import limits
from bot.simulator.call import Call, Method, Methods
from bot.simulator.commands import read_commands, read_scope
from bot.simulator.errors import bad_request
from bot.simulator.formatted import utf16
from bot.simulator.json_text import Json


def get_me(call: Call) -> Json:
    return {
        **call.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(call: Call) -> bool:
    commands = read_commands(call.params.structure("commands", list))
    call.state.commands.set(_scope(call), _language(call), commands)
    return True


def get_my_commands(call: Call) -> list[Json]:
    return call.state.commands.get(_scope(call), _language(call))


def delete_my_commands(call: Call) -> bool:
    call.state.commands.delete(_scope(call), _language(call))
    return True


def _scope(call: Call) -> str:
    return read_scope(call.params.structure("scope", dict))


def _language(call: Call) -> str:
    code = call.params.text("language_code")
    if code and not (len(code) == 2 and code.isascii() and code.islower()):
        raise bad_request("invalid language code specified")
    return code


def _setter(field: str, limit: int, too_long: str) -> Method:
    def set_(call: Call) -> bool:
        text, language = call.params.text(field).strip(), _language(call)
        if utf16(text) > limit:
            raise bad_request(too_long)
        call.bot.texts[field, language] = text
        return True

    return set_


def _getter(field: str) -> Method:
    def get(call: Call) -> Json:
        texts = call.bot.texts
        return {field: texts.get((field, _language(call))) or texts.get((field, ""), "")}

    return get


def get_chat(call: Call) -> Json:
    return {
        **call.chat().shape(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }


def get_chat_member(call: Call) -> Json:
    chat, user_id = call.chat(), call.params.integer("user_id", 0)
    user = call.bot.user() if user_id == call.bot.id else chat.members.get(user_id)
    if user is None:
        raise bad_request("member not found")
    gone = user_id == call.bot.id and (chat.left or chat.blocked)
    return {"user": user, "status": "left" if gone else "member"}


def leave_chat(call: Call) -> bool:
    chat = call.open_chat()
    if not chat.is_group:
        raise bad_request("chat member status can't be changed in private chats")
    chat.left = True
    return True


def get_file(call: Call) -> Json:
    stored = call.state.files.get(call.params.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > limits.DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {**stored.shape(), "file_path": stored.path}


METHODS: Methods = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("name", limits.BOT_NAME, "BOT_TITLE_INVALID"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description", limits.BOT_DESCRIPTION, "DESCRIPTION_TOO_LONG"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description", limits.BOT_SHORT_DESCRIPTION, "SHORT_DESCRIPTION_TOO_LONG"),
    "getMyShortDescription": _getter("short_description"),
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "leaveChat": leave_chat,
    "getFile": get_file,
}
