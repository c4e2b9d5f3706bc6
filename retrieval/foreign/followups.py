"""Which signs of leaning on another question does one bear that isn't in English?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Self

from corpus.models import Span
from retrieval.analysis import TOKEN, fold
from retrieval.foreign.followup_words import TABLES
from retrieval.foreign.language import FOREIGN, SMALL_WORDS, Foreign, Language, find_language, is_foreign

_BEGINS, _ENDS = r"(?<!\w)", r"(?!(?<!['’])\w)"
"""An elided word ends with its apostrophe: d'Ukraine."""
_EMPTY = ("opener", "asks", "preposition", "article", "there", "verb", "person", "thing", "reader", "light")
_GERMAN_NOUN = re.compile(r"\w+(?:en|er|se|ung|ion|heit|keit|ät)")
_PIECE = re.compile(r"[^-‐‑]+")
_FRENCH_PIECE = re.compile(r"[^-‐‑'’]+")


@dataclass(frozen=True, slots=True)
class Signs:
    """Patterns; followup_words.py says what they tell."""

    opener: re.Pattern[str]
    asks: re.Pattern[str]
    who: re.Pattern[str]
    when: re.Pattern[str]
    there: re.Pattern[str]
    preposition: re.Pattern[str]
    article: re.Pattern[str]
    """At the end of a text."""
    about: re.Pattern[str]
    verb: re.Pattern[str]
    person: re.Pattern[str]
    thing: re.Pattern[str]
    reader: re.Pattern[str]
    light: re.Pattern[str]
    courtesy: re.Pattern[str]
    before: re.Pattern[str]
    """The preposition that a text ends with, an article behind it or not."""
    empty: re.Pattern[str]
    """A word that says nothing of what a question is about."""

    @classmethod
    def read(cls, table: str) -> Self:
        entries = re.sub(r"\n {12}", "", table).strip().splitlines()
        words = dict(entry.strip().split(": ", 1) for entry in entries)
        forms = {name: f"(?:{form})" for name, form in words.items()}
        patterns = {name: f"{_BEGINS}{form}{_ENDS}" for name, form in forms.items()}
        patterns |= {
            "opener": rf"^\W*(?:{forms['opener']}{_ENDS}[\s,…]*)+",
            "courtesy": rf"^\W*(?:{forms['courtesy']}{_ENDS}\W*)+",
            "preposition": rf"\W*{forms['preposition']}{_ENDS}",
            "article": rf"{_BEGINS}{forms['article']}[\s«„“]*$",
            "before": rf"{_BEGINS}({forms['preposition']})[\s«„“]*(?:{forms['article']}[\s«„“]*)?$",
            "empty": "|".join(forms[name] for name in _EMPTY),
        }
        return cls(**{name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()})


@cache
def signs_of(language: Foreign) -> Signs:
    # Made when first asked for: a question asked from a command line leans on none.
    return Signs.read(TABLES[language])


def find_followup_language(text: str, usual: Language | None) -> Foreign | None:
    """The language that a question leans in, unless it is English; a question word alone tells it, too: “Wann?”."""
    found = find_language(text, usual)
    if is_foreign(found):
        return found
    if found is not None:
        return None
    asked = [one for one in FOREIGN if signs_of(one).asks.search(text) and not has_foreign_content(text, one)]
    return max(asked, key=lambda language: language == usual, default=None)


def without_courtesy(text: str, language: Foreign) -> str:
    """The text without what it thanks or greets with: “Danke! Und wann?”."""
    return signs_of(language).courtesy.sub("", text)


def has_foreign_content(text: str, language: Foreign) -> bool:
    """Whether a question says what it is about: “Wann?” doesn't."""
    return next(content_spans(text, language), None) is not None


def content_spans(text: str, language: Foreign) -> Iterator[Span]:
    """The words that say what a question is about, without what is elided or hyphened to them: (l')OTAN."""
    for token in TOKEN.finditer(text):
        if _is_empty(token[0], language):
            continue
        pieces = (_FRENCH_PIECE if language == "fr" else _PIECE).finditer(token[0])
        spans = [piece.span() for piece in pieces if not _is_empty(piece[0], language)]
        if spans:
            yield Span(token.start() + spans[0][0], token.start() + spans[-1][1])


def may_be_name(word: str, before: str, capitals: AbstractSet[str], language: Foreign) -> bool:
    """Whether a word is a name by its capital, given the text before it and, for German, the words that keep theirs
    when it is read: a noun has one, too, but a noun alone has an article or an ending: “Und Macron?”, “Und Panzer?”.
    """
    if not word[0].isupper() or not re.search(r"\w", before):
        return False
    alone = bool(signs_of(language).opener.fullmatch(before)) and not _GERMAN_NOUN.fullmatch(word)
    return language != "de" or word in capitals or alone


def _is_empty(word: str, language: Foreign) -> bool:
    return fold(word) in SMALL_WORDS[language] or signs_of(language).empty.fullmatch(word) is not None
