"""What is asked, where a question leans on the one before it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from retrieval.answer import Answer
from retrieval.courtesy import find_courtesy
from retrieval.foreign.followups import find_followup_language, has_foreign_content, without_courtesy
from retrieval.foreign.language import Foreign, find_language, is_foreign
from retrieval.foreign.leaning import asks_who_foreign, find_foreign_lean, may_lean_foreign
from retrieval.joining import Joined, join_bare, join_fragment, join_person, join_thing, translate
from retrieval.leaning import PEOPLE, Asked, Lean, asks_who, find_lean, may_lean
from retrieval.topics import Topic

MOST_REMEMBERED = 400
"""Characters of a question: enough to lean on, however long it was or however many were joined."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What must be remembered of a question and its answer for the next question to lean on."""

    question: str
    """In full: joined with the one before, where it leaned on that."""
    shown: int | None = None
    """The number of the first passage that was shown."""


class Topics(Protocol):
    """What `join` asks about texts; `retrieval.topics.TopicFinder` is one."""

    def find(self, text: str, language: Foreign | None = None) -> list[Topic]: ...

    def find_person(self, passage: int) -> str | None: ...


def exchange_of(answer: Answer) -> Exchange | None:
    """What to remember of an answer; None where the articles were asked nothing, as by “Thanks!”."""
    question = answer.joined or answer.question
    if answer.outcome in {"about", "unavailable"} or _asks_nothing(question, answer.terms):
        return None
    return Exchange(question[:MOST_REMEMBERED], answer.hits[0].number if answer.hits else None)


def _asks_nothing(question: str, terms: Sequence[str]) -> bool:
    if find_courtesy(question):
        return True
    if language := find_followup_language(question, None):
        return not has_foreign_content(question, language)
    return not terms


def join(text: str, previous: Exchange | None, topics: Topics) -> Joined | None:
    """The question in full, where it leans on the previous one; None where it stands for itself."""
    if previous is None or len(text) > MOST_REMEMBERED:
        return None
    usual = find_language(previous.question)
    language, earlier = find_followup_language(text, usual), usual if is_foreign(usual) else None
    if language:
        text = without_courtesy(text, language)
    if not (may_lean_foreign(text, language) if language else may_lean(text)):
        return None
    asked = Asked(text, topics.find(text, language))
    found = topics.find(previous.question, earlier)
    before = Asked(previous.question, found if language == earlier else translate(found))
    lean = find_foreign_lean(asked, before, language) if language else find_lean(asked)
    if lean and lean.by == "person":
        if person := _find_person(lean, previous, before, topics, earlier):
            full = person.join(lean.gap)
            return join_person(lean, Asked(full, topics.find(full, language)), person, before.topics)
        if lean.means_person:
            return None
    return _join_topics(lean, asked, before, same_language=language == earlier) if lean and before.topics else None


def _join_topics(lean: Lean, asked: Asked, before: Asked, *, same_language: bool) -> Joined:
    if lean.by == "nothing":
        return join_bare(lean, asked, before.topics)
    if lean.by == "fragment":
        return join_fragment(lean, asked, before, same_language=same_language)
    return join_thing(lean, asked, before.topics)


def _find_person(lean: Lean, previous: Exchange, before: Asked, topics: Topics, language: Foreign | None) -> str | None:
    """Whom the question before names, else of whom its answer speaks, where it is a person that is meant."""
    if named := next((topic.text for topic in before.topics if topic.kind in PEOPLE), None):
        return named
    asks = asks_who_foreign(previous.question, language) if language else asks_who(previous.question)
    is_person = lean.means_person or asks
    return topics.find_person(previous.shown) if is_person and previous.shown is not None else None
