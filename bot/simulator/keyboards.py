"""Which buttons may a message have? Checks `reply_markup`."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from bot.simulator import limits
from bot.simulator.bots import USERNAME
from bot.simulator.errors import bad_request
from bot.simulator.json_text import Json
from bot.simulator.params import Params

_ACTIONS = {
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
}
_SCHEMES = {"http", "https", "tg"}
_OTHER_MARKUP = {"force_reply", "remove_keyboard", "keyboard"}


def read_markup(params: Params) -> Json | None:
    """The inline keyboard; None when there is none, or markup that Telegram keeps to itself."""
    markup: Json | None = params.structure("reply_markup", dict)
    if not markup:
        return None
    if "inline_keyboard" not in markup:
        if not _OTHER_MARKUP & markup.keys():
            raise bad_request("object expected as reply markup")
        return None
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    if any(len(row) > limits.KEYBOARD_ROW for row in rows) or sum(map(len, rows)) > limits.KEYBOARD_BUTTONS:
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)
    kept = [row for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def _check_button(button: object) -> None:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    text = button.get("text")
    if not isinstance(text, str) or not text.strip():
        raise bad_request('can\'t parse inline keyboard button: field "text" must be a non-empty String')
    actions = _ACTIONS & button.keys()
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action must be given")
    action = actions.pop()
    value = button[action]
    match action:
        case "callback_data":
            _check_callback_data(value)
        case "url":
            _check_address(value)
        case "copy_text":
            copied = value.get("text") if isinstance(value, dict) else None
            if not isinstance(copied, str) or not 1 <= len(copied) <= limits.COPY_TEXT:
                raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_callback_data(data: object) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= limits.CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_address(address: object) -> None:
    if not isinstance(address, str):
        raise bad_request("BUTTON_URL_INVALID")
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise bad_request("BUTTON_URL_INVALID") from error
    if parts.scheme not in _SCHEMES or not parts.netloc or any(letter.isspace() for letter in address):
        raise bad_request(f"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")
    check_deep_link(address)


def check_deep_link(address: str) -> None:
    """Telegram drops a wrong payload without a word; here it is refused."""
    if f"t.me/{USERNAME}?" not in address.lower():
        return
    query = parse_qs(address.partition("?")[2].partition("#")[0], keep_blank_values=True)
    for name in ("start", "startgroup"):
        for payload in query.get(name, []):
            if not limits.DEEP_LINK.fullmatch(payload) and not (name == "startgroup" and not payload):
                raise bad_request("START_PARAM_INVALID")
