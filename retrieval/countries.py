"""Which countries does a text speak of?"""

from __future__ import annotations

from retrieval.analysis import analyze
from retrieval.names import DEMONYMS

_SPOKEN_FOR = """
    Washington us, Moscow Russia, Kremlin Russia, Kyiv Ukraine, Beijing China, Berlin Germany, Paris France,
    London uk, Tehran Iran, Ankara Turkey, Minsk Belarus, Warsaw Poland, Pyongyang Korea
"""
"""What stands for a country in the news; who asks may mean the city."""


def _term(word: str) -> str:
    return next(iter(analyze(word)), word)


_COUNTRIES = {country: country for country in (*map(_term, DEMONYMS.values()), "us", "uk", "eu")}
_COUNTRIES[_term("American")] = "us"
"""The index keeps Americans apart from America: one term for both cost answers on the shipped articles."""
_STAND_INS = {
    _term(word): _term(country)
    for word, country in (pair.split() for pair in " ".join(_SPOKEN_FOR.split()).split(", "))
}


def find_countries(text: str) -> set[str]:
    """The terms of the countries that a text names, by themselves or by their people."""
    return {_COUNTRIES[term] for term in analyze(text) if term in _COUNTRIES}


def speaks_of_others(passage: str, question: str) -> bool:
    """Whether a passage speaks of countries, but of none of those that the question names."""
    asked = find_countries(question)
    if not asked:
        return False
    held = find_countries(passage) | {_STAND_INS[term] for term in analyze(passage) if term in _STAND_INS}
    return bool(held) and held.isdisjoint(asked)
