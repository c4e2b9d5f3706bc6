"""Which replies still have working buttons, and who may turn their pages?"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from bot.chats.memory import Clock, Memory
from bot.i18n import ENGLISH
from retrieval.answer import Answer

MOST = 2_000
"""Replies; one to questions holds its passages and their articles."""
IDLE = 7 * 24 * 3600.0
"""Seconds: whoever comes back to an answer does so within days."""
ID_BYTES = 9
"""Nobody guesses the id of another chat's reply; as text it has twelve characters."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered to the questions of one message."""

    answers: tuple[Answer, ...]
    more: tuple[int, ...] = ()
    """The numbers of the next passages, below those that answer."""
    uids: tuple[str, ...] = ()
    """The log rows that a vote is about."""
    language: str = ENGLISH
    """Of what stands around the passages, whoever presses its buttons."""
    is_titled: bool = False
    """Whether the question stands above its answer: no message of the reader's asks it."""
    is_cut: bool = False
    """Whether the message asked more questions than are answered."""
    is_whole: bool = True
    """Whether it is in one message; of several, Telegram edits each by itself."""

    @classmethod
    def shown(
        cls,
        answers: tuple[Answer, ...],
        uids: tuple[str, ...] = (),
        language: str = ENGLISH,
        *,
        is_titled: bool = False,
        is_cut: bool = False,
    ) -> Self:
        """Without what nobody is shown; the next passages by number, which costs nothing to keep."""
        only = answers[0] if len(answers) == 1 and answers[0].outcome == "answered" else None
        more = tuple(cited.number for cited in only.candidates) if only else ()
        lean = tuple(replace(answer, nearest=(), candidates=()) for answer in answers)
        return cls(lean, more, uids, language, is_titled, is_cut)


@dataclass(frozen=True, slots=True)
class Quotations:
    """A list of quotes, by the filter as typed; without one, the list of speakers."""

    typed: str
    back: str | None = None
    """The id of the list of speakers in which one was chosen."""
    language: str = ENGLISH
    """Of what stands around the quotes, whoever turns the pages."""
    sizes: bytes = b""
    """How many statements each page holds: a list may have thousands of pages, and takes long to measure."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A list of events, by the filter as typed, and the message that holds its picture."""

    typed: str
    picture: int | None = None
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions to begin with, a button each."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleList:
    """All articles, the newest first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article to read, and the list in which it was chosen."""

    article_id: str
    place: int
    """In the list, from 0."""
    back: str


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Whether all that is kept of the reader is to be deleted."""


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """The languages to choose from, as IETF tags."""

    languages: tuple[str, ...]


Reply = Answers | Quotations | Timeline | Questions | ArticleList | Reading | Forgetting | LanguageChoice


class Kept(NamedTuple):
    reply: Reply
    reader: int | None
    """Who turns its pages; None where anyone may."""


class Replies:
    """Kept for the chat that they were made for, under an id that a button can carry."""

    def __init__(self, clock: Clock = time.monotonic, most: int = MOST) -> None:
        self._kept: Memory[tuple[int, str], Kept] = Memory(clock, most, IDLE)

    def keep(self, chat: int, reply: Reply, reader: int | None = None) -> str:
        """The id."""
        name = secrets.token_urlsafe(ID_BYTES)
        self._kept.put((chat, name), Kept(reply, reader))
        return name

    def find(self, chat: int, name: str) -> Kept | None:
        return self._kept.get((chat, name))

    def forget(self, reader: int) -> None:
        self._kept.drop(lambda key, kept: reader in {key[0], kept.reader})
