"""What are the names of countries, cities and institutions in English, and what do other alphabets spell?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, reduce
from typing import NamedTuple

from anyascii import anyascii

from retrieval.analysis import fold
from retrieval.foreign.language import FOREIGN, Foreign
from retrieval.foreign.name_cases import inflect
from retrieval.foreign.name_table import NAMES

_RESPELT = (("tsch", "ch"), ("sch", "sh"), ("sz", "sh"), ("cz", "ch"), ("w", "v"), ("j", "y"))
"""As German and Polish spell what English spells otherwise: Rjabkow, Lawrow, Szerman."""
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


class _Forms(NamedTuple):
    """English names by the forms of others, folded."""

    capital: dict[str, str]
    """Those that have a capital: the Russian Вена is Vienna, and вена a vein."""
    small: dict[str, str]
    """Those that need none: russische."""

    def find(self, word: str) -> str | None:
        folded = fold(word)
        return (self.capital.get(folded) if word[:1].isupper() else None) or self.small.get(folded)

    def with_others(self, others: _Forms) -> _Forms:
        return _Forms(others.capital | self.capital, others.small | self.small)


def _read_names() -> Iterator[tuple[str, Foreign, str]]:
    """The English name, a language, and the nominative in it."""
    for line in re.sub(r"\n {8}", " ", NAMES).strip().splitlines():
        english, *columns = line.split(" / ")
        for language, names in zip(FOREIGN, columns, strict=True):
            yield from ((english.strip(), language, name) for name in names.split() if name != "-")


_NAMES = tuple(_read_names())


def _read_forms(language: Foreign) -> _Forms:
    forms = _Forms({}, {})
    for english, own, name in _NAMES:
        if own == language:
            group = forms.capital if name[0].isupper() else forms.small
            group.update(dict.fromkeys(map(fold, inflect(name, language)), english))
    return forms


_OWN_FORMS: dict[Foreign | None, _Forms] = {language: _read_forms(language) for language in FOREIGN}
_FORMS = {
    **_OWN_FORMS,
    "ru": _OWN_FORMS["ru"].with_others(_OWN_FORMS["uk"]),
    "uk": _OWN_FORMS["uk"].with_others(_OWN_FORMS["ru"]),
    None: reduce(_Forms.with_others, _OWN_FORMS.values()),
}
"""A short question in Russian or Ukrainian may be taken for the other; by None any language is meant."""
_NOMINATIVES = {fold(name).strip("-"): english for english, _, name in _NAMES}


def has_capitals(text: str) -> bool:
    """Whether names can be told by their capitals: where none follows the first letter, they were left out."""
    return any(map(str.isupper, re.sub(r"\A[\W\d_]*\w", "", text)))


@lru_cache(maxsize=1 << 12)
def english_name(word: str, language: Foreign | None = None, *, cased: bool = True) -> str | None:
    """The English name of a country, a city or the like, in any of its cases: Genf, Женеві, russischen.

    Without a language it may be in any. A name has its capital, unless the whole text was typed without (not cased).
    """
    return _FORMS[language].find(word if cased else word.capitalize())


def spellings(word: str) -> list[str]:
    """How English may spell a name that stands in another alphabet, or in German or Polish spelling."""
    latin = anyascii(word).replace("'", "")
    respelt = fold(latin)
    for foreign, english in _RESPELT:
        respelt = respelt.replace(foreign, english)
    return list(dict.fromkeys(filter(str.isalpha, (latin, respelt))))


def english_word(word: str) -> str:
    """A word typed alone, in English where it is a name, else as it is: Genf, Рябков. In Latin letters it must be the
    name's very form: a parish is not Paris."""
    if _LATIN.match(word):
        return _NOMINATIVES.get(fold(word), word)
    return english_name(word, cased=False) or next(iter(spellings(word)), word)
