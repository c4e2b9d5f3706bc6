"""What kind of name is a word, by how the articles write it?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from retrieval.analysis import TOKEN, analyze, split_token
from retrieval.names import DEMONYMS, SAME_NAMES

Kind = Literal["person", "country", "place", "date", "name", "unknown", "word"]
"""`unknown` is a name that the articles don't hold, by its capital."""

_COUNTRIES = frozenset(term for name in ("American", *SAME_NAMES, *DEMONYMS.values()) for term in analyze(name))
_COUNTRIES -= frozenset(analyze("Kyiv Kharkiv Lviv Odesa Chernobyl Beijing"))
DATES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december weekend week month year
    """.split()
)
TITLES = frozenset(
    """
    ambassador chairman chancellor chief commissioner deputy director dr foreign general judge king minister mr mrs ms
    pope premier president prince prof professor queen secretary senator sir spokesman spokeswoman state
    """.split()
)
_NAME = r"[A-Z][\w’'-]+"
_TITLE = "|".join(title.title() for title in sorted(TITLES - {"deputy", "foreign", "general", "state"}))
_TITLE = rf"(?:{_TITLE})(?: of State| General)?"


def find_forms(term: str, passages: Sequence[str]) -> Counter[str]:
    """How the articles write a term within sentences, possessives dropped; a beginning has a capital anyway."""
    return Counter(
        "-".join(split_token(match[0]))
        for passage in passages
        for match in TOKEN.finditer(passage)
        if term in analyze(match[0]) and _is_within(passage, match.start())
    )


def _is_within(passage: str, start: int) -> bool:
    """Whether a sentence goes on there, so that a capital is a name's."""
    before = passage[max(0, start - 3) : start].rstrip()
    return before[-1:].isalnum() or before[-1:] in {",", ";", ")"}


def is_name(forms: Counter[str], written: str, before: str) -> bool:
    if forms:
        return 2 * sum(times for form, times in forms.items() if form[0].isupper()) > forms.total()
    return written[0].isupper() and (bool(before.strip()) or not written.islower())


def is_country(name: str) -> bool:
    return any(term in _COUNTRIES for term in analyze(name))


def find_kind(term: str, name: str, passages: Sequence[str]) -> Kind:
    if term in _COUNTRIES:
        return "country"
    if name.isupper():
        return "name"
    last = re.escape(name)
    person = re.compile(
        rf"\b{_TITLE} (?:{_NAME} )?{last}\b|\b{_TITLE} {last} {_NAME}|"
        rf"\b{_NAME} {last} (?:said|says|told|warned|added)\b"
    )
    if any(person.search(passage.replace("\xa0", " ")) for passage in passages):
        return "person"
    place = re.compile(rf"\b(?:in|at|near) {last}\b")
    return "place" if any(place.search(passage) for passage in passages) else "name"
