"""Which office or trade does an article give a person, in its own words?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.models import Span
from corpus.speakers.titles import FAMILY, OFFICES, QUALIFIERS

MAX_ROLE_WORDS = 9

_WORD_BEFORE = re.compile(r"([\w.’'-]+)[ \xa0]+\Z")
_ASIDE = re.compile(
    r",[ \xa0](?:\d+,[ \xa0])?(?:(?:the|an?)[ \xa0])?(?!who|whose|which|and\b)([^,.;:()“”\"\n]{3,90})[,.]"
)
_WORD = re.compile(r"[\w’'-]+")
_LEADS = re.compile(r"(?:of|the|so|and|but|in|on|when|while|said|as|for|by|to|with)\s+", re.IGNORECASE)


def find_role(text: str, names: Iterable[Span]) -> str | None:
    """What an article first calls somebody: an office before the name, an aside behind it, a trade before it."""
    names = list(names)
    before = [role for name in names if (role := _before(text, name))]
    offices = (role for role in before if role[0].isupper())
    asides = (role for name in names if (role := _behind(text, name)))
    return next((" ".join(role.split()) for roles in (offices, asides, before) for role in roles), None)


def _before(text: str, name: Span) -> str | None:
    """[US Secretary of State] Antony Blinken."""
    start = name.start
    for _ in range(MAX_ROLE_WORDS):
        match = _WORD_BEFORE.search(text, max(0, start - 40), start)
        if match is None or not _may_belong(match[1]):
            break
        start = match.start()
    words = text[start : name.start].strip()
    while lead := _LEADS.match(words):
        words = words[lead.end() :]
    return words if _names_office(words) else None


def _may_belong(word: str) -> bool:
    lower = word.rstrip(".").lower()
    if lower in FAMILY or (word.endswith(".") and lower not in OFFICES):
        return False
    return word[0].isupper() or lower in OFFICES or lower in QUALIFIERS or lower == "of"


def _behind(text: str, name: Span) -> str | None:
    """Matt Borges, [chairman of the party], said."""
    match = _ASIDE.match(text, name.end)
    return match[1] if match and _names_office(match[1]) else None


def _names_office(words: str) -> bool:
    return any(word.lower() in OFFICES for word in _WORD.findall(words))
