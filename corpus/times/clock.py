"""What time of the day does a phrase name?"""

from __future__ import annotations

import re

from corpus.times.phrases import Phrase
from corpus.times.tokens import Token

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?")
_AFTER_NOON = ("TAF", "TEV", "TNI")


def time_of(phrase: Phrase) -> str | None:
    """T17:17, TEV; None where there is no such hour."""
    part = phrase.first("part", "noon")
    for token, after in zip(phrase.own, [*phrase.own[1:], None], strict=True):
        counts = after is not None and after.kind in ("ampm", "oclock")
        if token.kind in ("clock", "dotted") or (counts and token.kind in ("day", "word")):
            return _hour(str(token.value), phrase.first("ampm"), part)
        if token.kind in ("year", "figure") and after is not None and after.kind == "zone":
            return _hour(f"{token.value:04}"[:2] + ":" + f"{token.value:04}"[2:], None, None)
    return str(part.value) if part else None


def time_of_iso(text: str) -> str | None:
    """Of 2022-01-09T17:17Z, T17:17."""
    return _hour(text[11:].rstrip("Zz").partition("+")[0].partition("-")[0], None, None) if len(text) > 11 else None


def _hour(text: str, half: Token | None, part: Token | None) -> str | None:
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2] or 0), match[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * str(half.value).lower().startswith("p")
    elif part and part.value in _AFTER_NOON and hour < 12:
        hour += 12
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return None
    return f"T{hour:02}:{minute:02}" + (f":{second}" if second else "")
