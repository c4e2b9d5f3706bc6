"""What may reach a terminal? Text that can't steer it or disguise what stands there."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_TROUBLE = re.compile(f"{_STEERING.pattern}|[\u2028\u2029]")


def harmless(text: str) -> str:
    """The text without control and bidi characters and lone surrogates; tabs and line feeds stay."""
    return _STEERING.sub("", text)


def escape(json: str) -> str:
    """The JSON with such characters, and all that some programs end a line at, written as \\uXXXX."""
    return _TROUBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


def one_line(text: str) -> str:
    return " ".join(harmless(text).split())
