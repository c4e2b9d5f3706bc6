"""Where is a message cut that is longer than Telegram allows?"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from itertools import dropwhile

LIMIT = 4096
"""UTF-16 units of the text as rendered: tags don't count, an entity counts as what it stands for."""

_TAG = re.compile(r"<[^>]*>")
_TOKEN = re.compile(r"<[^>]*>|&[^;]*;|[^<&]", re.DOTALL)


def split(markup: str, limit: int = LIMIT) -> list[str]:
    """The parts, each valid HTML: tags that a cut leaves open are closed, and opened again after it."""
    if _units(markup) <= limit:  # what is rendered is never longer than the markup
        return [markup.rstrip()] if _TAG.sub("", markup).strip() else []
    parts: list[str] = []
    rest: Sequence[str] = _TOKEN.findall(markup)
    while rest:
        end = _fitting(rest, limit)
        if end < len(rest):
            end = _boundary(rest, end)
        head, rest = rest[:end], rest[end:]
        left_open = _open_tags(head)
        if any(_width(token) and not token.isspace() for token in head):
            parts.append("".join(head).rstrip() + "".join(_closing(tag) for tag in reversed(left_open)))
        rest = [*left_open, *dropwhile(str.isspace, rest)] if rest else []
    return parts


def _width(token: str) -> int:
    return 0 if token.startswith("<") else _units(html.unescape(token))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _fitting(tokens: Sequence[str], limit: int) -> int:
    """How many tokens fit."""
    room = limit
    for number, token in enumerate(tokens):
        room -= _width(token)
        if room < 0:
            return number
    return len(tokens)


def _boundary(tokens: Sequence[str], end: int) -> int:
    """After the last paragraph, else line, else word of the second half; else where the room ends."""
    kinds: tuple[Callable[[int], bool], ...] = (
        lambda cut: tokens[cut - 2 : cut] == ["\n", "\n"],
        lambda cut: tokens[cut - 1] == "\n",
        lambda cut: tokens[cut - 1].isspace(),
    )
    # One more than fits, for a space just there goes at the cut.
    cuts = range(end + 1, end // 2, -1)
    end = next((cut for ends_here in kinds for cut in cuts if ends_here(cut)), end)
    while _opens(tokens[end - 1]):
        end -= 1
    return end


def _opens(token: str) -> bool:
    return token.startswith("<") and not token.startswith("</")


def _open_tags(tokens: Sequence[str]) -> list[str]:
    opened: list[str] = []
    for token in tokens:
        if token.startswith("</"):
            opened.pop()
        elif _opens(token):
            opened.append(token)
    return opened


def _closing(tag: str) -> str:
    return f"</{tag[1:-1].split(maxsplit=1)[0]}>"
