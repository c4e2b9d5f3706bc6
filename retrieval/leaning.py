"""Does a question lean on the one before it, and how?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.models import Span
from retrieval.name_kinds import Kind
from retrieval.topics import Topic, has_content

SHORT = 3
"""Words of a question that leans by its preposition alone: “In Vienna?”, but not “In Vienna, what is planned?”."""
LONGEST = 30
"""Words of a question that may lean on another: whoever writes more says what it is about."""
PEOPLE = frozenset[Kind]({"person", "unknown"})
"""An unknown name may be anything's, but mostly it is a person's."""

_OPENER = re.compile(
    r"^\W*(?:(?:and|but|or|so|then|also|ok|okay|what about|how about|what of)\b[\s,…]*)+", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|am|do|does|did|has|have|had|will|would|can|could"
    r"|should|shall|may|might|must|tell|explain|describe)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_WHO = re.compile(r"\bwhom?\b", re.IGNORECASE)
_WHEN = re.compile(r"\bwhen\b", re.IGNORECASE)
_THERE = re.compile(r"\bthere\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"\W*(?:in|at|on|about|from|to|with|by|for|after|before|near|against)\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers)\b(?:'s|’s)?", re.IGNORECASE)
_THING = re.compile(
    r"""
      \b(?:they|them|their|theirs|its)\b
    | \b(?<!time\ is\ )it\b(?!\ \w+ing\b)(?!.{0,40}\b(?:that|to|like)\b)
    | (?<!\bis\ )(?<!are\ )(?<!was\ )(?<!were\ )(?<!will\ )\bthere\b(?!\ (?:is|are|was|were|will|any|an?|be)\b)
    | \b(?:is|was|are|were|does|did|do|will|would|about|after|before|of|at|in|on|for|by)\ (?:that|this|these|those)\b
    | \b(?:that|this|these|those)(?=\W*$)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lean:
    """By what a question leans on the one before it."""

    by: Literal["person", "thing", "nothing", "fragment"]
    """“What did he say?”, “When do they start?”, “When?”, “And in Vienna?”."""
    rest: str
    """The question without its “and”."""
    gap: tuple[str, str] = ("", "")
    """What stands before and behind the name of whom “he” means."""
    means_person: bool = True
    """Whether “he” is surely a person; in other languages than English things are he and she, too."""
    means_thing: bool = False
    means_place: bool = False
    asks_when: bool = False
    in_pieces: bool = False
    """Whether each part of a fragment goes where it can, and the rest behind: in languages other than English."""
    asks: bool = False
    """Whether a fragment has a question word of its own: “А хто від США?”."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what it is about."""

    text: str
    topics: Sequence[Topic]


def opens_question(text: str) -> bool:
    """Whether it begins as a question does, or as one that leans on another: “And in Vienna”."""
    return bool(_OPENER.match(text) or _CLAUSE.match(text))


def asks_bare(text: str) -> bool:
    """Whether a text without content asks something of what was said before: “And when?”."""
    return bool(_ASKS.search(text) or _OPENER.match(text))


def asks_who(text: str) -> bool:
    return bool(_WHO.search(text))


def may_lean(text: str) -> bool:
    """A quick look, so that other questions don't wait until their topics are found."""
    words = len(text.split())
    signs = _OPENER.match(text) or _PERSON.search(text) or _THING.search(text)
    return words <= SHORT or (words <= LONGEST and (bool(signs) or not has_content(text)))


def find_lean(asked: Asked) -> Lean | None:
    """How a question leans on another; None where it stands for itself."""
    text, own = asked.text, asked.topics
    if pronoun := _unbound(_PERSON, text, own, people=True):
        gap = text[: pronoun.start], text[pronoun.end :]
        return Lean("person", text, gap, means_thing=bool(_THING.search(text)))
    if not own:
        return Lean("nothing", text, asks_when=bool(_WHEN.search(text))) if asks_bare(text) else None
    if _is_fragment(text):
        return Lean("fragment", _OPENER.sub("", text))
    if not any(topic.is_name for topic in own) and _unbound(_THING, text, own):
        return Lean("thing", text, means_place=bool(_THERE.search(text)))
    return None


def _unbound(pronouns: re.Pattern[str], text: str, own: Sequence[Topic], *, people: bool = False) -> Span | None:
    """The first pronoun that nothing before it in the same question can be meant by."""
    found = pronouns.search(text)
    if found is None:
        return None
    names = (topic for topic in own if topic.kind in PEOPLE or (not people and topic.is_name))
    return None if any(topic.span.start < found.start() for topic in names) else Span(*found.span())


def _is_fragment(text: str) -> bool:
    """No clause of its own: “And in Vienna?”, “What about NATO?”, “In Brussels?”."""
    if opener := _OPENER.match(text):
        return not _CLAUSE.match(text[opener.end() :])
    return bool(_PREPOSITION.match(text)) and len(text.split()) <= SHORT
