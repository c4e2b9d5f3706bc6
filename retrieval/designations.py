"""Who is meant by an office, or by what stands for a name: minister, US official?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus.models import Speaker
from retrieval.analysis import analyze
from retrieval.term_lists import TermLists

_HEAD = re.compile(r".+?(?=,|\s(?:of|for|to|at|in|on|and)\s|\Z)", re.IGNORECASE | re.DOTALL)
"""The office itself: Secretary of State, spokesman for the ministry."""


class Designations:
    """Any word of an unnamed speaker's designation means them; of a role, only what holds its last word does.

    A foreign minister is a minister, and not all that is foreign.
    """

    def __init__(self, speakers: Iterable[Speaker]) -> None:
        ids: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for speaker in speakers:
            for name in speaker.spellings if speaker.kind == "anonymous" else ():
                ids[name, ""][speaker.id] = None
            for _, role in speaker.roles:
                if head := _head(role):
                    ids[role, head][speaker.id] = None
        self._ids = [(head, tuple(same)) for (_, head), same in ids.items()]
        self._terms = TermLists([text for text, _ in ids])

    def find(self, words: Sequence[str]) -> list[str]:
        """The ids of those whom the words mean together; function words around them do not belong to it."""
        terms = [term for word in words for term in analyze(word)]
        if not words or not analyze(words[0]) or not analyze(words[-1]):
            return []
        held = (self._ids[number] for number in self._terms.with_all(terms))
        return [name for head, ids in held if not head or head in terms for name in ids]


def _head(role: str) -> str:
    found = _HEAD.match(role)
    terms = analyze(found[0]) if found else []
    return terms[-1] if terms else ""
