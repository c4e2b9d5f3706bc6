"""What does a question ask for, in the terms of the index?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from retrieval.analysis import TOKEN, analyze
from retrieval.foreign.language import Language
from retrieval.said import asked_speaker
from retrieval.vocabulary import Vocabulary

_FRAMES = re.compile(
    r"""
      \bhow\ (?:long|big|large|far|old|deep|high|wide|much|many|often|soon|come)\b
    | \b(?:what|which)\ (?:time|day|date|year|month|place|city|country|person|people|kind\ of|happen(?:s|ed)?)\b
    | \bgoing\ to\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Phrases that say what kind of answer is wanted; no answer repeats them."""


LIGHT_TERMS = frozenset(
    analyze("say tell make go get give put see know come want need take happen work today tomorrow yesterday now")
)
"""Verbs of questions on anything, and days that were others when the articles were written. MRR@10 on the
tuning questions .776 without these verbs, .775 with them."""
_SMALL = frozenset("a an and as at but by for from in nor of off on or per so the to up via vs with".split())
"""Words that have no capital in a headline either."""
_BEFORE = re.compile(r"""([^\s"'“‘«(\[])[\s"'“‘«(\[]*$""")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the index understands it."""

    text: str
    terms: tuple[str, ...]
    """What to search for, each term once, misspellings mended."""
    unknown: tuple[str, ...] = ()
    """Names and numbers, as typed, that the articles don't hold."""
    speaker: frozenset[str] = frozenset()
    """The terms of whoever's words are asked for, if anybody's are."""
    asked: str = ""
    """What was typed, where `text` is its reading in English."""
    language: Language | None = None
    """The one that it was asked in, where anything tells."""


def blank_frames(text: str) -> str:
    """The text with blanks for what only says which kind of answer is wanted; offsets stay."""
    return _FRAMES.sub(lambda frame: " " * len(frame[0]), text)


def analyze_question(text: str, knows: Callable[[str], bool], vocabulary: Vocabulary) -> Question:
    """Read a question against what the articles hold."""
    terms: list[str] = []
    unknown: list[str] = []
    meant: dict[str, list[str]] = {}
    capitals_mean_names = _mixes_cases(text)
    for match in TOKEN.finditer(blank_frames(text)):
        found = analyze(match[0])
        known = [term for term in found if knows(term)]
        mended = None if known or not found else vocabulary.mend(match[0])
        if mended:
            meant |= dict.fromkeys(found, analyze(mended))
        terms += known or (analyze(mended) if mended else found)
        is_name = match[0][0].isdigit() or (capitals_mean_names and _is_capitalised_within(match, text))
        if found and not known and not mended and is_name:
            unknown.append(match[0])
    heavy = [term for term in terms if term not in LIGHT_TERMS]
    speaker = frozenset(right for term in asked_speaker(text) for right in meant.get(term, [term]))
    return Question(text, tuple(dict.fromkeys(heavy or terms)), tuple(dict.fromkeys(unknown)), speaker)


def _mixes_cases(text: str) -> bool:
    """Whether capitals mean names. In a headline they don't, nor where all is written so: What Did Merkel Say?"""
    words: list[str] = re.findall(r"[^\W\d_]+", text)
    few = sum(word[0].isupper() for word in words) <= 2
    return few or any(word.islower() and word not in _SMALL for word in words)


def _is_capitalised_within(match: re.Match[str], text: str) -> bool:
    """A capital that no sentence begins with."""
    before = _BEFORE.search(text, max(0, match.start() - 20), match.start())
    return text[match.start()].isupper() and before is not None and str(before[1]) not in ".!?:…¿¡"
