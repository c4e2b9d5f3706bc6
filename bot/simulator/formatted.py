"""What does formatted text consist of? Text and its entities, with offsets in UTF-16 units."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.simulator.errors import bad_request
from bot.simulator.json_text import Json, is_integer

WHITESPACE = " \t\r\n\0\v\f"

# Control characters become spaces; carriage returns, line separators and bidi overrides vanish (td's
# clean_input_string).
_CLEANED: dict[int, str | None] = {
    **{code: " " for code in range(32) if code != 10},
    13: None,
    **dict.fromkeys(range(0x2028, 0x202F)),
}

_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z0-9_]{3,32}\b)"
    r"|(?P<url>\bhttps?://[^\s<>\"]*[^\s<>\".,;:!?)])"
)

_TYPES = frozenset(
    (
        "mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler "
        "blockquote expandable_blockquote code pre text_link text_mention custom_emoji date_time"
    ).split()
)
_OPAQUE = {"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"}
"""Nothing is found inside these."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text as readers see it; `entities` as the Bot API writes them."""

    text: str
    entities: tuple[Json, ...] = ()


def utf16(text: str) -> int:
    """The length of `text` in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def entity_text(text: str, entity: Json) -> str:
    start, end = entity["offset"], entity["offset"] + entity["length"]
    return text.encode("utf-16-le")[start * 2 : end * 2].decode("utf-16-le")


def clean(text: str) -> str:
    return text.translate(_CLEANED)


def trim(formatted: Formatted) -> Formatted:
    """Without white space around the text, and without the entities that lose all of theirs."""
    text = formatted.text.strip(WHITESPACE)
    cut = utf16(formatted.text) - utf16(formatted.text.lstrip(WHITESPACE))
    end = utf16(text)
    entities = []
    for entity in formatted.entities:
        first = max(entity["offset"] - cut, 0)
        last = min(entity["offset"] + entity["length"] - cut, end)
        if first < last:
            entities.append({**entity, "offset": first, "length": last - first})
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return Formatted(text, tuple(entities))


def check_entities(text: str, entities: object) -> tuple[Json, ...]:
    """The entities that a bot gave itself, once they are known to lie inside `text`."""
    if not isinstance(entities, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    units = text.encode("utf-16-le")
    for entity in entities:
        if not isinstance(entity, dict) or str(entity.get("type")) not in _TYPES:
            raise bad_request("can't parse MessageEntity: unsupported type specified")
        offset, length = entity.get("offset"), entity.get("length")
        if not is_integer(offset) or not is_integer(length) or offset < 0 or length < 0:
            raise bad_request("can't parse MessageEntity: offset and length must be natural numbers")
        _check_bounds(units, offset, offset + length)
    return tuple(entity for entity in entities if entity["length"])


def _check_bounds(units: bytes, start: int, end: int) -> None:
    if end * 2 > len(units):
        raise bad_request(
            f"entity beginning at UTF-16 offset {start} ends after the end of the text at UTF-16 offset {end}"
        )
    for edge in (start, end):
        second_half = units[edge * 2 + 1 : edge * 2 + 2]
        if second_half and 0xDC <= second_half[0] <= 0xDF:
            raise bad_request(f"entity offset {edge} is in the middle of a UTF-16 surrogate pair")


def find_entities(formatted: Formatted) -> Formatted:
    """With the commands, mentions and addresses that Telegram finds in everybody's text by itself."""
    opaque = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in formatted.entities
        if entity["type"] in _OPAQUE
    ]
    found = []
    for match in _FOUND.finditer(formatted.text):
        offset, length = utf16(formatted.text[: match.start()]), utf16(match.group())
        if not any(start < offset + length and offset < end for start, end in opaque):
            found.append({"type": match.lastgroup, "offset": offset, "length": length})
    if not found:
        return formatted
    entities = sorted([*formatted.entities, *found], key=lambda entity: (entity["offset"], -entity["length"]))
    return Formatted(formatted.text, tuple(entities))
