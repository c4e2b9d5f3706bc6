"""What does Telegram HTML say? Text and entities, or Telegram's words for what is wrong.

Follows td's parse_html. Stricter than it where Telegram would show something else than was written, and silently:
unknown attributes, anything inside code or pre, a blockquote inside a blockquote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.simulator.errors import ApiError, bad_request
from bot.simulator.formatted import Formatted, utf16
from bot.simulator.json_text import Json
from bot.simulator.tags import ATTRIBUTES, TYPES, read_entity, wrong_attributes

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_TEXT = re.compile(r"[^<]+")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?")
_TAG_NAME = re.compile(r"[^\s>]*")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_CLOSING = re.compile(r"</([^\s>]*)\s*(>?)")


@dataclass(frozen=True, slots=True)
class _Open:
    """A tag not yet closed; `offset` is where its text begins."""

    tag: str
    attributes: dict[str, str]
    offset: int


def parse_html(source: str) -> Formatted:
    return _Parser(source).parse()


def _decode(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    is_character = 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if is_character else match.group()


def decode(text: str) -> str:
    """Text with its character references resolved; other ampersands stand for themselves."""
    return _REFERENCE.sub(_decode, text) if "&" in text else text


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.text: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def parse(self) -> Formatted:
        while self.position < len(self.source):
            if match := _TEXT.match(self.source, self.position):
                self._add(decode(match.group()))
                self.position = match.end()
            elif self.source.startswith("</", self.position):
                self._close()
            else:
                self._start()
        if self.open:
            tag = self.open[-1].tag
            raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\"")
        return Formatted("".join(self.text), tuple(self.entities))

    def _add(self, text: str) -> None:
        self.text.append(text)
        self.offset += utf16(text)

    def _error(self, reason: str, position: int, rest: str = "") -> ApiError:
        offset = len(self.source[:position].encode())
        return bad_request(f"can't parse entities: {reason} at byte offset {offset}{rest}")

    def _take(self, pattern: re.Pattern[str]) -> str:
        """What `pattern`, which may match nothing, finds here."""
        match = pattern.match(self.source, self.position)
        if match is None:
            return ""
        self.position = match.end()
        return match.group()

    def _next(self) -> str:
        return self.source[self.position : self.position + 1]

    def _after_space(self) -> str:
        self._take(_SPACE)
        return self._next()

    def _start(self) -> None:
        begin = self.position
        self.position += 1
        tag = self._take(_TAG_NAME).lower()
        if not self._next():
            raise self._error("Unclosed start tag", begin)
        if tag not in TYPES:
            raise self._error(f'Unsupported start tag "{tag}"', begin)
        attributes: dict[str, str] = {}
        while self._after_space() != ">":
            name, value = self._attribute(tag, begin)
            attributes[name] = value
        self.position += 1
        if reason := wrong_attributes(tag, attributes):
            raise self._error(reason, begin)
        self._check_nesting(tag, begin)
        self.open.append(_Open(tag, attributes, self.offset))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        unclosed = self._error("Unclosed start tag", begin)
        if not self._next():
            raise unclosed
        name = self._take(_ATTRIBUTE_NAME)
        if not name:
            raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
        if name not in ATTRIBUTES.get(tag, ()):
            raise self._error(f'Unsupported attribute "{name}" in the tag "{tag}"', begin)
        if self._after_space() != "=":
            return name, ""
        self.position += 1
        self._after_space()
        value = self._value()
        if not self._next():
            raise unclosed
        return name, value

    def _value(self) -> str:
        quote, begin = self._next(), self.position
        if quote not in {'"', "'"}:
            token = self._take(_TOKEN)
            if not self._next().isspace() and self._next() not in {">", ""}:
                raise self._error("Unexpected end of name token", begin)
            return token.lower()
        end = self.source.find(quote, begin + 1)
        if end < 0:
            end = len(self.source)
        self.position = end + 1
        return decode(self.source[begin + 1 : end])

    def _check_nesting(self, tag: str, begin: int) -> None:
        around = [outer.tag for outer in self.open]
        if tag == "blockquote" and tag in around:
            raise self._error('Tag "blockquote" can\'t be nested', begin)
        if around and around[-1] in {"code", "pre"} and (around[-1], tag) != ("pre", "code"):
            raise self._error(f'Tag "{tag}" can\'t be nested in "{around[-1]}"', begin)

    def _close(self) -> None:
        begin = self.position
        if not self.open:
            raise self._error("Unexpected end tag", begin)
        match = _CLOSING.match(self.source, begin)
        if match is None or not match[2]:
            raise self._error("Unclosed end tag", begin)
        closed, found = self.open.pop(), match[1].lower()
        if found and found != closed.tag:
            rest = f', expected "</{closed.tag}>", found "</{found}>"'
            raise self._error("Unmatched end tag", begin, rest)
        self.position = match.end()
        self._finish(closed)

    def _finish(self, closed: _Open) -> None:
        """Note the entity, unless it is empty or already meant by a tag around it."""
        if closed.tag == "code" and self.open and self.open[-1].tag == "pre":
            self.open[-1].attributes.update(closed.attributes)
            return
        entity = read_entity(closed.tag, closed.attributes)
        nested = any(TYPES[outer.tag] == TYPES[closed.tag] for outer in self.open)
        if entity and self.offset > closed.offset and not nested:
            self.entities.append(entity | {"offset": closed.offset, "length": self.offset - closed.offset})
