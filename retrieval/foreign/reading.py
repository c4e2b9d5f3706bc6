"""How is a question in another language read by an index of English words?

Not translated: its question words, names, days and numbers are put in English, its small words left out. What a
question means is for the search by meaning; what it must find by name is found, or missed, here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from retrieval.analysis import TOKEN, analyze, fold
from retrieval.foreign.dates import english_dates
from retrieval.foreign.language import SMALL_WORDS, Foreign, fold_words
from retrieval.foreign.names import english_name, english_word, has_capitals, spellings
from retrieval.foreign.phrases import english_phrases

_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[. \u00a0\u202f]\d{3}){1,6}(?![\d.,]*\d)")
_ELISION = re.compile(r"\A(?:[ldjnscmt]|qu|lorsqu|jusqu)['’](?=\w)", re.IGNORECASE)
_HYPHEN = re.compile(r"[-‐‑]")
_TITLES = fold_words(
    """
    herr frau bundeskanzler kanzler kanzlerin bundeskanzlerin präsident präsidentin minister ministerin außenminister
    außenministerin könig königin papst general staatschef regierungschef
    """
)
_NAMES_FOLLOW = _TITLES | fold_words(
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
_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w+")
_CYRILLIC_WORD = re.compile(r"[Ѐ-ӿ][\w'’-]*")
LEAST_MENDED = 7
"""Shorter words of another language are too easily taken for a misspelt English one: backt is not back."""


class Mending(Protocol):
    def mend(self, word: str) -> str | None: ...


class _Reader(NamedTuple):
    language: Foreign
    knows: Callable[[str], bool]
    vocabulary: Mending
    cased: bool

    def say(self, token: str, before: str) -> Iterator[str]:
        """The words of the articles that a word stands for, else the word."""
        for word in _HYPHEN.split(_ELISION.sub("", token) if self.language == "fr" else token):
            if fold(word) in SMALL_WORDS[self.language]:
                continue
            name = english_name(word, self.language, cased=self.cased)
            if name and self._knows_any(name):
                yield name
            elif self._knows_any(word):
                yield word
            elif mended := self._mend(word):
                yield mended
            else:
                is_noun = self.language == "de" and (fold(word) in _TITLES or fold(before) not in _NAMES_FOLLOW)
                yield word.lower() if is_noun else word

    def _mend(self, word: str) -> str | None:
        written = spellings(word)
        if found := next(filter(self._knows_any, written), None):
            return found
        may_be_misspelt = word[0].isupper() or len(word) >= LEAST_MENDED
        return next(filter(None, map(self.vocabulary.mend, written)), None) if may_be_misspelt else None

    def _knows_any(self, word: str) -> bool:
        return any(map(self.knows, analyze(word)))


def read_foreign(text: str, language: Foreign, knows: Callable[[str], bool], vocabulary: Mending) -> str:
    """The question as far as English words can say it; other words stay, those that are no names in lower case."""
    reader = _Reader(language, knows, vocabulary, has_capitals(text))
    text = _THOUSANDS.sub(lambda number: re.sub(r"\D", "", number[0]), text)
    text = english_phrases(english_dates(_UNITED_STATES.sub("USA", text)), language)
    pieces: list[str] = []
    end, before = 0, ""
    for match in TOKEN.finditer(text):
        pieces += [text[end : match.start()], " ".join(reader.say(match[0], before))]
        end, before = match.end(), match[0]
    return "".join([*pieces, text[end:]])


def read_names(text: str, knows: Callable[[str], bool], vocabulary: Mending) -> str:
    """A question in English with foreign names as English has them: What did Рябков say? What does Russland want?"""
    reader = _Reader("ru", knows, vocabulary, cased=False)
    text = _CYRILLIC_WORD.sub(lambda word: " ".join(reader.say(word[0], "")), text)
    return _CAPITALISED.sub(lambda word: _known_name(word[0], knows), text)


def _known_name(word: str, knows: Callable[[str], bool]) -> str:
    """A word that the articles have stays what it is."""
    name = word if any(map(knows, analyze(word))) else english_word(word)
    return name if any(map(knows, analyze(name))) else word
