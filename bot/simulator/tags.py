"""Which tags does Telegram HTML have, and which entities do they make?"""

from __future__ import annotations

import re

from bot.simulator.errors import bad_request
from bot.simulator.json_text import Json

TYPES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
ATTRIBUTES = {
    "a": {"href"},
    "code": {"class"},
    "span": {"class"},
    "blockquote": {"expandable"},
    "tg-emoji": {"emoji-id"},
    "tg-time": {"unix", "format"},
}

_LINK = re.compile(
    r"(?:https?://|tg://|mailto:|tel:)\S+|[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_EMOJI_ID = re.compile(r"[1-9][0-9]{0,18}")
_UNIX_TIME = re.compile(r"[0-9]{1,10}")
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")


def wrong_attributes(tag: str, attributes: dict[str, str]) -> str | None:
    """What is wrong with a start tag's attributes, if anything."""
    match tag:
        case "span" if attributes.get("class") != "tg-spoiler":
            return 'Tag "span" must have class "tg-spoiler"'
        case "a" if "href" not in attributes:
            return 'Tag "a" must have attribute "href"'
        case "tg-time" if not _UNIX_TIME.fullmatch(attributes.get("unix", "")):
            return 'Tag "tg-time" must have a valid attribute "unix"'
        case "tg-time" if not _TIME_FORMAT.fullmatch(attributes.get("format", "")):
            return 'Tag "tg-time" has an invalid attribute "format"'
        case _:
            return None


def read_entity(tag: str, attributes: dict[str, str]) -> Json | None:
    """The entity without its place; None for a link to nowhere, whose text stays as it is."""
    entity: Json = {"type": TYPES[tag]}
    match tag:
        case "a":
            return entity | {"url": attributes["href"]} if _LINK.fullmatch(attributes["href"]) else None
        case "pre" if attributes.get("class", "").startswith("language-"):
            entity["language"] = attributes["class"].removeprefix("language-")
        case "blockquote" if "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        case "tg-emoji":
            if not _EMOJI_ID.fullmatch(attributes.get("emoji-id", "")):
                raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = attributes["emoji-id"]
        case "tg-time":
            entity["unix_time"] = int(attributes["unix"])
            if attributes.get("format"):
                entity["date_time_format"] = attributes["format"]
    return entity
