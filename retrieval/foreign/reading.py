"""How is a question in another language read by an index of English words?

Not translated: its question words, names, days and numbers are put in English, its small words left out. What a
question means is for the search by meaning; what it must find by name is found, or missed, here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Protocol

from retrieval.analysis import TOKEN, analyze, fold
from retrieval.foreign.dates import english_dates
from retrieval.foreign.language import SMALL_WORDS, Foreign
from retrieval.foreign.names import english_name, spellings
from retrieval.foreign.phrases import english_phrases


def _fold_all(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?![\d.,]*\d)")
_ELISION = re.compile(r"\A(?:[ldjnscmt]|qu|lorsqu|jusqu)['’](?=\w)", re.IGNORECASE)
_HYPHEN = re.compile(r"[-‐‑]")
_TITLES = _fold_all(
    """
    herr frau bundeskanzler kanzler kanzlerin bundeskanzlerin präsident präsidentin minister ministerin außenminister
    außenministerin könig königin papst general staatschef regierungschef
    """
)
_NAMES_FOLLOW = _TITLES | _fold_all(
    "did hat haben hatte will wollte ist war kann soll wird muss sagt sagte meint traf trifft kommt fordert plant warnt"
)
"""Words after which German, without an article, has a name rather than a noun, whose capital tells nothing."""
_UNITED_STATES = re.compile(
    r"""
      \bVereinigten?\ Staaten\b | \b[ÉE]tats[- ]Unis\b | \bEstados\ Unidos\b | \bEE\.?\ ?UU\b\.?
    | \bStan(?:y|ów|ach|ami|om)\ Zjednoczon\w+ | \bСоедин[её]нн\w+\ Штат\w* | \bСполучен\w+\ Штат\w*
    """,
    re.VERBOSE | re.IGNORECASE,
)
LEAST_MENDED = 7
"""Shorter words of another language are too easily taken for a misspelt English one: backt is not back."""


class Mending(Protocol):
    def mend(self, word: str) -> str | None: ...


def read_foreign(text: str, language: Foreign, knows: Callable[[str], bool], vocabulary: Mending) -> str:
    """The question as far as English words can say it; other words stay, those that are no names in lower case."""
    text = _THOUSANDS.sub(lambda number: re.sub(r"\D", "", number[0]), text)
    text = english_phrases(english_dates(_UNITED_STATES.sub("USA", text)), language)
    pieces: list[str] = []
    end, before = 0, ""
    for match in TOKEN.finditer(text):
        said = " ".join(_say(match[0], before, language, knows, vocabulary))
        pieces += [text[end : match.start()], said]
        end, before = match.end(), match[0]
    return "".join([*pieces, text[end:]])


def _say(
    token: str, before: str, language: Foreign, knows: Callable[[str], bool], vocabulary: Mending
) -> Iterator[str]:
    """The words of the articles that a word stands for, else the word."""
    for word in _HYPHEN.split(_ELISION.sub("", token) if language == "fr" else token):
        if fold(word) in SMALL_WORDS[language]:
            continue
        name = english_name(word)
        if name and any(map(knows, analyze(name))):
            yield name
        elif any(map(knows, analyze(word))):
            yield word
        elif mended := _mend(word, knows, vocabulary):
            yield mended
        else:
            is_noun = language == "de" and (fold(word) in _TITLES or fold(before) not in _NAMES_FOLLOW)
            yield word.lower() if is_noun else word


def _mend(word: str, knows: Callable[[str], bool], vocabulary: Mending) -> str | None:
    written = spellings(word)
    known = (spelling for spelling in written if any(map(knows, analyze(spelling))))
    if found := next(known, None):
        return found
    may_be_misspelt = word[0].isupper() or len(word) >= LEAST_MENDED
    return next(filter(None, map(vocabulary.mend, written)), None) if may_be_misspelt else None
