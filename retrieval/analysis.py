"""Which terms does a text hold? The same analysis for the index and for the question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from corpus.models import Span
from retrieval.irregular import BASE_FORMS
from retrieval.names import CAPITALS_ONLY, DEMONYMS, PHRASES, SAME_NAMES

VERSION = 1
"""Raised whenever the same text gives other terms: a saved index of another version is rebuilt."""

HYPHENS = "-\u2010\u2011"
APOSTROPHES = "'\u2019\u02bc\u2018\uff07"
_LETTERS = r"[^\W_\u02bc]+(?:[\u0300-\u036f]+[^\W_\u02bc]*)*"
"""Letters and digits, also those whose accents stand apart. To Unicode, U+02BC is a letter; here an apostrophe."""
_PART = rf"{_LETTERS}(?:[{APOSTROPHES}]{_LETTERS})*"
_PHRASE = "|".join(sorted(PHRASES, reverse=True)).replace(" ", r"[^\S\n]+")
TOKEN = re.compile(
    rf"""
      \b(?i:{_PHRASE})\b                           # United States
    | [^\W\d_](?:\.[^\W\d_])+(?!\w)\.?             # U.S.  e.g.  U.S.A
    | \d+(?:[.,]\d+)+                            # 100,000  2.5
    | {_PART}(?:[{HYPHENS}\u00ad]{_PART})*       # words: Ukraine’s  de-escalation  NATO-Russia
    """,
    re.VERBOSE,
)
_HYPHEN = re.compile(f"[{HYPHENS}]")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]?$")
_PREFIXES = frozenset("anti co de e ex inter mid mis multi non over post pre pro re semi sub super un under".split())
"""Before a lower-case word these make one word with it: de-escalation is deescalation."""

FUNCTION_WORDS = frozenset(
    """
    a about above after again against all along already also although am among an and any are aren't as at be because
    been before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't
    down during each either else ever for from further had hadn't has hasn't have haven't having he he'd he'll he's
    her here here's hers herself him himself his i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself
    just let let's like may me might more most much must my myself neither no nor not now of off on once one only or
    other our ours ourselves out over own per please quite rather really s same shall she she'd she'll she's should
    shouldn't since so some such than that that'd that'll that's the their theirs them themselves then there there's
    these they they'd they'll they're they've this those though through thus to too toward towards under until up upon
    us very via was wasn't we we'd we'll we're we've were weren't while will with within without won't would wouldn't
    yet you you'd you'll you're you've your yours yourself yourselves
    """.split()
)
QUESTION_WORDS = frozenset(
    """
    how how's many what what's whatever when when's where where's which whichever who who'd who'll who's whoever whom
    whose why why's tell explain describe
    """.split()
)
STOP_WORDS = FUNCTION_WORDS | QUESTION_WORDS

_stem = Stemmer.Stemmer("english")


def _fold_names() -> dict[str, str]:
    """The terms of names, as they are written and, where that is no other word, in lower case."""
    terms = SAME_NAMES | {people: _stem.stemWord(country.lower()) for people, country in DEMONYMS.items()}
    return {name.lower(): term for name, term in terms.items() if name not in CAPITALS_ONLY} | terms


_NAMES = _fold_names()


@dataclass(frozen=True, slots=True)
class Term:
    """A term and the span of the text that it stands for."""

    term: str
    span: Span


def analyze(text: str) -> list[str]:
    """The terms of a text, in order."""
    return [term for token in TOKEN.findall(text) for term in _terms(token)]


@lru_cache(maxsize=1 << 12)
def read_words(text: str) -> tuple[str, ...]:
    """Every word in order, function words too: its terms, or the word itself where it has none."""
    return tuple(word for token in TOKEN.findall(text) for word in _terms(token) or (fold(token),))


def find_terms(text: str) -> Iterator[Term]:
    """The terms of a text with the spans that they stand for; a hyphenated word gives several for one span."""
    for match in TOKEN.finditer(text):
        for term in _terms(match[0]):
            yield Term(term, Span(*match.span()))


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """Lower case, compatibility forms and accents folded, apostrophes straight, soft hyphens gone."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    text = _APOSTROPHE.sub("'", text).casefold()
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def split_token(token: str) -> list[str]:
    """The parts of a hyphenated word, possessives dropped."""
    return [_POSSESSIVE.sub("", part) for part in _HYPHEN.split(token)]


@lru_cache(maxsize=1 << 17)
def _terms(token: str) -> tuple[str, ...]:
    parts = _HYPHEN.split(token)
    if len(parts) == 1:
        return _word_terms(token)
    if fold(parts[0]) in _PREFIXES:
        if parts[1].islower():
            return _word_terms("".join(parts))
        parts = parts[1:]
    joined = () if any(part.istitle() or part.isupper() for part in parts) else _word_terms("".join(parts))
    return tuple(dict.fromkeys((*joined, *(term for part in parts for term in _word_terms(part)))))


def _word_terms(word: str) -> tuple[str, ...]:
    word = " ".join(_POSSESSIVE.sub("", word).split())
    if name := _NAMES.get(word):
        return (name,)
    if "." in word and not word[0].isdigit():
        return (fold(word.replace(".", "")),)
    word = _POSSESSIVE.sub("", fold(word)).strip()
    if word[:1].isdigit():
        return (word.replace(",", ""),)
    if not word or word in STOP_WORDS:
        return ()
    if name := _NAMES.get(word):
        return (name,)
    stem = _stem.stemWord(BASE_FORMS.get(word, word))
    return (stem,) if stem not in STOP_WORDS else ()
