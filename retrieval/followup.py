"""Does a question lean on the one before it, and what is then asked?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.models import Span
from retrieval.analysis import analyze
from retrieval.answer import Answer
from retrieval.topics import Kind, Topic, has_content

MOST_UNDERSTOOD = 4
"""Topics that a reader is shown: what was understood must be read at a glance."""
SHORT = 3
"""Words of a question that leans by its preposition alone: “In Vienna?”, but not “In Vienna, what is planned?”."""
LONGEST = 30
"""Words of a question that may lean on another: whoever writes more says what it is about."""


MOST_REMEMBERED = 400
"""Characters of a question: enough to lean on, however long it was or however many were joined."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What must be remembered of a question and its answer for the next question to lean on."""

    question: str
    """In full: joined with the one before, where it leaned on that."""
    shown: int | None = None
    """The number of the first passage that was shown."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A question joined with the one that it leans on."""

    text: str
    understood: str
    stands_alone: bool
    """Whether the question means something without the other: “And the soldiers?”, but not “What did he say?”."""


class Topics(Protocol):
    """What `join` asks about texts; `retrieval.topics.TopicFinder` is one."""

    def find(self, text: str) -> list[Topic]: ...

    def find_person(self, passage: int) -> str | None: ...


_COURTESIES = frozenset(analyze("thanks thank hello hi hey ok okay yes great good nice fine cool sorry bye"))
_PEOPLE = frozenset[Kind]({"person", "unknown"})
"""An unknown name may be anything's, but mostly it is a person's."""
_OPENER = re.compile(
    r"^\W*(?:(?:and|but|or|so|then|also|ok|okay|what about|how about|what of)\b[\s,…]*)+", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|am|do|does|did|has|have|had|will|would|can|could"
    r"|should|shall|may|might|must|tell|explain|describe)\b",
    re.IGNORECASE,
)
_ENDS = " ?!.…,"
_ASKS = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
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


def exchange_of(answer: Answer) -> Exchange | None:
    """What to remember of an answer; None where the articles were asked nothing, as by “Thanks!”."""
    if answer.outcome in {"about", "unavailable"} or _COURTESIES.issuperset(answer.terms):
        return None
    question = (answer.joined or answer.question)[:MOST_REMEMBERED]
    return Exchange(question, answer.hits[0].number if answer.hits else None)


def opens_question(text: str) -> bool:
    """Whether it begins as a question does, or as one that leans on another: “And in Vienna”."""
    return bool(_OPENER.match(text) or _CLAUSE.match(text))


def asks_bare(text: str) -> bool:
    """Whether a text without content asks something of what was said before: “And when?”."""
    return bool(_ASKS.search(text) or _OPENER.match(text))


def join(text: str, previous: Exchange | None, topics: Topics) -> Joined | None:
    """The question in full, where it leans on the previous one; None where it stands for itself."""
    if previous is None or not _may_lean(text):
        return None
    own = topics.find(text)
    if pronoun := _unbound(_PERSON, text, own, people=True):
        return _join_person(text, pronoun, previous, topics)
    before = topics.find(previous.question)
    return _join_topics(text, own, previous.question, before) if before else None


def _join_topics(text: str, own: Sequence[Topic], question: str, before: Sequence[Topic]) -> Joined | None:
    if not own:
        return _join_bare(text, before) if asks_bare(text) else None
    if _is_fragment(text):
        return _join_fragment(text, own, question, before)
    if not any(topic.is_name for topic in own) and _unbound(_THING, text, own):
        return _join_thing(text, own, before)
    return None


def _may_lean(text: str) -> bool:
    """A quick look, so that other questions don't wait until their topics are found."""
    words = len(text.split())
    signs = _OPENER.match(text) or _PERSON.search(text) or _THING.search(text)
    return words <= SHORT or (words <= LONGEST and (bool(signs) or not has_content(text)))


def _unbound(pronouns: re.Pattern[str], text: str, own: Sequence[Topic], *, people: bool = False) -> Span | None:
    """The first pronoun that nothing before it in the same question can be meant by."""
    found = pronouns.search(text)
    if found is None:
        return None
    names = (topic for topic in own if topic.kind in _PEOPLE or (not people and topic.is_name))
    return None if any(topic.span.start < found.start() for topic in names) else Span(*found.span())


def _is_fragment(text: str) -> bool:
    """No clause of its own: “And in Vienna?”, “What about NATO?”, “In Brussels?”."""
    if opener := _OPENER.match(text):
        return not _CLAUSE.match(text[opener.end() :])
    return bool(_PREPOSITION.match(text)) and len(text.split()) <= SHORT


def _join_person(text: str, pronoun: Span, previous: Exchange, topics: Topics) -> Joined | None:
    """“What did he say about NATO?”: he is whom the question before names, else of whom its answer speaks."""
    before = topics.find(previous.question)
    person = next((topic.text for topic in before if topic.kind in _PEOPLE), None)
    if person is None and previous.shown is not None:
        person = topics.find_person(previous.shown)
    if person is None:
        return None
    full = f"{text[: pronoun.start]}{person}{text[pronoun.end :]}"
    own = [topic for topic in topics.find(full) if topic.is_name]
    if _THING.search(text):
        rest = [topic for topic in before if topic.text != person]
        return Joined(_append(full, rest), _list([*own, *rest]), stands_alone=False)
    return Joined(full, _list(own), stands_alone=False)


def _join_bare(text: str, before: Sequence[Topic]) -> Joined:
    """“When?”: all that the question before asks about."""
    # The day that was asked about is no answer to “when?”.
    asks_when = re.search(r"\bwhen\b", text, re.IGNORECASE)
    kept = [topic for topic in before if not (asks_when and topic.kind == "date")] or before
    return Joined(_append(text, kept), _list(_names(kept)), stands_alone=False)


def _join_thing(text: str, own: Sequence[Topic], before: Sequence[Topic]) -> Joined:
    """“When do they start?”, “Who will be there?”: what was named before, else what was said of it."""
    places = [topic for topic in before if topic.kind == "place"]
    there = re.search(r"\bthere\b", text, re.IGNORECASE)
    kept = places if there and places else _names(before)
    kept = [topic for topic in kept if topic.text not in {one.text for one in own}]
    return Joined(_append(text, kept), _list(kept), stands_alone=False)


def _join_fragment(text: str, own: Sequence[Topic], question: str, before: Sequence[Topic]) -> Joined:
    """“And in Vienna?”: the new takes the place of what is of its kind, or has its preposition; else it is added."""
    opener = _OPENER.match(text)
    fragment = text[opener.end() :] if opener else text
    places = {new: next((old for old in reversed(before) if _gives_way(old, new)), None) for new in own}
    gone = {old for old in places.values() if old}
    kept = [topic for topic in before if topic not in gone]
    if all(places.values()):
        full = _replace(question, {old: new for new, old in places.items() if old})
    elif own[0].preposition == "about" or not any(topic.is_name for topic in own):
        kept = _names(kept)  # another matter: only who it is about stays
        full = _append(fragment, kept)
    else:
        full = " ".join((question.rstrip(_ENDS), fragment))
    return Joined(full, _list(_in_order(before, kept, places)), stands_alone=not gone)


def _in_order(before: Sequence[Topic], kept: Sequence[Topic], places: Mapping[Topic, Topic | None]) -> list[Topic]:
    """What was kept and what is new, each where it now stands; old words only where no old name was kept."""
    came = {old: new for new, old in places.items() if old}
    now = [came.get(old, old) for old in before if old in kept or old in came]
    now += [new for new, old in places.items() if old is None]
    if any(old.is_name for old in kept):
        now = [topic for topic in now if topic.is_name or topic in places]
    return sorted(now, key=lambda topic: not topic.is_name)


def _replace(question: str, places: Mapping[Topic, Topic]) -> str:
    for old in sorted(places, key=lambda topic: topic.span, reverse=True):
        question = f"{question[: old.span.start]}{places[old].text}{question[old.span.end :]}"
    return question


def _gives_way(old: Topic, new: Topic) -> bool:
    if new.is_name and (old.kind == new.kind or {old.kind, new.kind} == _PEOPLE):
        return True
    same_slot = new.preposition in {"in", "at", "about"} and old.preposition == new.preposition
    return same_slot or old.text.lower() == new.text.lower()


def _names(topics: Sequence[Topic]) -> list[Topic]:
    """The names, else the words."""
    return [topic for topic in topics if topic.is_name] or list(topics)


def _append(text: str, topics: Iterable[Topic]) -> str:
    # Prepositions stay, should the next question lean on this one by its preposition.
    added = (f"{topic.preposition} {topic.text}".strip() for topic in topics)
    return " ".join((text.rstrip(_ENDS), *added))


def _list(topics: Iterable[Topic]) -> str:
    return ", ".join(list(dict.fromkeys(topic.name for topic in topics))[:MOST_UNDERSTOOD])
