"""Which language is a question in? Told by its letters and by its small words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Literal, TypeGuard, get_args

from retrieval.analysis import STOP_WORDS, TOKEN, fold
from retrieval.foreign import language_words
from retrieval.foreign.language_words import ENGLISH_TOO, LETTERS, NO_WORDS, TELLING, WORDS

Foreign = language_words.Foreign
Language = Literal["en", "de", "fr", "es", "pl", "ru", "uk", "und"]
"""BCP 47; `und` is one that we can't tell, in letters that English doesn't have."""
FOREIGN: tuple[Foreign, ...] = get_args(Foreign)


def fold_words(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


SMALL_WORDS: Mapping[Foreign, AbstractSet[str]] = MappingProxyType(
    {language: fold_words(words) for language, words in WORDS.items()}
)
"""The function words of each language, folded."""
_ENGLISH = STOP_WORDS | fold_words(ENGLISH_TOO)
_KNOWN: dict[Foreign, AbstractSet[str]] = {
    language: SMALL_WORDS[language] | fold_words(words) for language, words in TELLING.items()
}
_LATIN_ONES: tuple[Foreign, ...] = ("de", "es", "fr", "pl")
"""Among equals the first: “y” is a word of French, too, but hardly ever alone."""
_CYRILLIC_ONES: tuple[Foreign, ...] = ("ru", "uk")
_NO_WORDS = re.compile(NO_WORDS, re.VERBOSE)
_PARTS = re.compile(r"(?:(?<=\b[cdjlmnst])|(?<=qu))['’]|[\s-]", re.IGNORECASE)
"""Of an English word the apostrophe is a part: don't, O'Brien."""
_CYRILLIC = re.compile(r"[Ѐ-ӿ]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LETTER = re.compile(r"[^\W\d_]")


def find_language(text: str, usual: str | None = None) -> Language | None:
    """The language of a question; None where nothing tells, as in a name alone. Among equals it is the usual one."""
    return choose_language(possible_languages(text), usual)


def choose_language(possible: Sequence[Language], usual: str | None) -> Language | None:
    return next((language for language in possible if language == usual), next(iter(possible), None))


def possible_languages(text: str) -> Sequence[Language]:
    """Those that a text may be in, the likeliest first: another one is meant only by who usually writes in it."""
    if not _CYRILLIC.search(text):
        return ["und"] if _LETTER.search(text) and not _LATIN.search(text) else _latin_ones(text)
    words = _words_of(text)
    around = _latin_ones(_CYRILLIC.sub(" ", text))
    said = max(_count(words, _KNOWN[language]) for language in _CYRILLIC_ONES)
    if around and _count(words, _KNOWN[around[0]] if is_foreign(around[0]) else _ENGLISH) > said:
        return around  # What did Рябков say?
    return _likeliest(text, words, _CYRILLIC_ONES)


def is_foreign(language: Language | None) -> TypeGuard[Foreign]:
    """Whether it is one that questions are read in, beside English."""
    return language in FOREIGN


def is_small_word(word: str) -> bool:
    """Whether it says nothing in a filter: с, від. In Latin letters that can't be told without the words beside it."""
    return bool(_CYRILLIC.match(word)) and any(fold(word) in SMALL_WORDS[language] for language in _CYRILLIC_ONES)


def _latin_ones(text: str) -> list[Language]:
    """A language is told by what English hasn't: words that both have may be either's, and tell neither."""
    words = _words_of(text)
    is_sentence = len(TOKEN.findall(text)) > 1
    told: list[Language] = []
    tied: list[Language] = []
    for language in _likeliest(text, words, _LATIN_ONES):
        own = _count(words, _KNOWN[language] - _ENGLISH) + _has_letters(text, language)
        english = _count(words, _ENGLISH - _KNOWN[language])
        told += [language] if own > english and is_sentence else []
        tied += [language] if own == english else []
    if told or not _count(words, _ENGLISH):
        return told
    return ["en", *tied]


def _likeliest(text: str, words: Sequence[str], languages: Sequence[Foreign]) -> list[Foreign]:
    weights = [_count(words, _KNOWN[language]) + _has_letters(text, language) for language in languages]
    return [language for language, weight in zip(languages, weights, strict=True) if weight == max(weights)]


def _words_of(text: str) -> list[str]:
    text = text if text.isupper() else _NO_WORDS.sub(" ", text)
    return [fold(word) for token in TOKEN.findall(text) for word in _PARTS.split(token)]


def _has_letters(text: str, language: Foreign) -> bool:
    return re.search(LETTERS[language], text.casefold()) is not None


def _count(words: Sequence[str], small: AbstractSet[str]) -> int:
    return sum(word in small for word in words)
