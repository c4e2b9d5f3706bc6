"""How is a filter read that is not in English? Its days and its own words are put in English; names are left."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from retrieval.analysis import fold
from retrieval.filter_days import SHORT_MONTH
from retrieval.foreign.dates import ENGLISH_MONTHS, ENGLISH_WEEKDAYS, MONTHS, english_dates, languages_of_days
from retrieval.foreign.filter_words import FILTER_WORDS, any_of
from retrieval.foreign.language import FOREIGN, Foreign, Language, choose_language, is_foreign, possible_languages

_DAYS = ("today", "yesterday", "tomorrow", "this week", "last week", "next week")
_KINDS = ("planned", "reported", "direct", "mixed", "unclear", "captions")
_WEEKDAYS = "|".join(ENGLISH_WEEKDAYS).lower()
_ALONE = "|".join((*ENGLISH_MONTHS, _WEEKDAYS, *_DAYS)).lower()
_DATE = rf"\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{SHORT_MONTH}|{SHORT_MONTH}\s+\d{{1,2}}"
_FIGURES = r"\d{4}(?:-\d\d?-\d\d?)?|\d\d?\.\d\d?\.\d{4}"
_DAY = rf"(?:\d{{1,2}}\s*(?:to|and|\W{{1,3}})\s*)?(?:{_DATE}|{_ALONE}|{_FIGURES})(?!\w)"
"""As it stands once it is in English; in a range the first day may lack its month."""


class _Step(NamedTuple):
    """What is looked for, case and accents aside, and what is written for it; by None it is left as it was typed."""

    pattern: re.Pattern[str]
    write: Callable[[re.Match[str]], str | None]
    in_capitals: bool = True
    """Whether it is looked for where it was typed with a capital, too."""

    def take(self, text: str) -> str:
        pieces: list[str] = []
        end = 0
        for found in self.pattern.finditer(_plain(text)):
            typed = text[found.start() : found.end()]
            written = self.write(found) if self.in_capitals or typed.islower() else None
            pieces += [text[end : found.start()], typed if written is None else written]
            end = found.end()
        return "".join([*pieces, text[end:]])


def _plain(text: str) -> str:
    """Letter by letter, so that places in it are places in the text."""
    return "".join(folded if len(folded := fold(letter)) == 1 else letter for letter in text)


def _english(found: re.Match[str]) -> str:
    return f"{found.lastgroup} ".replace("_", " ")


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def _article(language: Foreign) -> str:
    return rf"(?:{FILTER_WORDS[language]['the']})(?:\s+|(?<='))"


def _anywhere(language: Foreign) -> tuple[_Step, ...]:
    """Steps that leave other languages alone: a preposition is only one where a day follows. Do, po, bis, a."""
    months, article = MONTHS[language], _article(language)
    before = rf"(?:{any_of(language, ('since', 'after', 'before', 'until', 'between', 'on'))})\s+(?:{article})?"
    between = rf"(?:{any_of(language, ('to', 'and'))})\s+(?:{article})?"
    return (
        _Step(_word(any_of(language, _DAYS)), _english),
        _Step(
            _word(rf"(?P<kept>{before})(?P<month>{'|'.join(months)})"),
            lambda found: found["kept"] + months[found["month"]],
        ),
        _Step(
            re.compile(rf"(?<!\w)(?P<day>\d+|{_ALONE}|{SHORT_MONTH})(?:\.|er|º)?\s+{between}(?={_DAY})"),
            lambda found: f"{found['day']} {_english(found)}",
        ),
        _Step(re.compile(rf"(?<!\w){before}(?={_DAY})"), _english),
    )


def _where_told(language: Foreign) -> tuple[_Step, ...]:
    """Steps for a filter that is known to be in the language; a small word with a capital is part of a name."""
    small = any_of(language, ("the", "or"))
    return (
        _Step(re.compile(rf"(?<!\w)(?:{any_of(language, ('about',))})\s+(?:{_article(language)})*(?=\w)"), _english),
        _Step(re.compile(rf"(?<!\w)(?:{small})(?:(?<=')|(?!\w))"), lambda _: " ", in_capitals=False),
    )


_KIND_WORDS = {language: _word(any_of(language, _KINDS)) for language in FOREIGN}
_ENGLISH = re.compile(
    r"\b(?:since|from|after|before|until|till|between|about|on|regarding|concerning|mentioning"
    rf"|{_WEEKDAYS})\b",
    re.IGNORECASE,
)
_ANYWHERE = {language: _anywhere(language) for language in FOREIGN}
_WHERE_TOLD = {language: _where_told(language) for language in FOREIGN}


def english_filter(text: str, told: Language | None, kinds: Collection[str]) -> str:
    """The text with its days, and the words that say what a filter does with them, in English: since 8 January.

    `kinds` are words that a filter of this sort has: planned, direct. What several languages share is first read in
    the one that is `told`.
    """

    def write_kind(found: re.Match[str]) -> str | None:
        return _english(found) if found.lastgroup in kinds else None

    text = english_dates(unicodedata.normalize("NFC", text))
    for language in sorted(FOREIGN, key=lambda language: language != told):
        for step in (*_ANYWHERE[language], _Step(_KIND_WORDS[language], write_kind)):
            text = step.take(text)
    for step in _WHERE_TOLD[told] if is_foreign(told) else ():
        text = step.take(text)
    return text


def tell_language(text: str, usual: str | None = None) -> Language | None:
    """The language of a filter, by its own words, its days and its small words; among equals it is the usual one.

    English must be told by words of filters: others may be those of the articles, which everybody looks for.
    """
    text = unicodedata.normalize("NFC", text)
    possible = possible_languages(text)
    votes = _vote(text, possible)
    best = [language for language, count in votes.items() if count == max(votes.values()) > 0]
    usually = choose_language(possible, usual)
    told = _choose(best, text, usual, usually) if best else None
    return None if told == "en" and not _ENGLISH.search(text) else told


def _vote(text: str, possible: Iterable[Language]) -> Counter[Language]:
    plain = _plain(english_dates(text))
    votes: Counter[Language] = Counter(possible)
    for languages in languages_of_days(text):
        votes.update(languages)
    for language in FOREIGN:
        votes[language] += _count((_KIND_WORDS[language], *(step.pattern for step in _ANYWHERE[language])), plain)
    return votes


def _choose(best: Sequence[Language], text: str, usual: str | None, usually: Language | None) -> Language | None:
    """Of those that it may be in; the words that only matter once a language is told speak last."""
    for language in best:
        if language == usual or len(best) == 1:
            return language
    if usually == "en" and usually in best:
        return usually
    if not is_foreign(usually):
        return None
    small = {
        language: _count((step.pattern for step in _WHERE_TOLD[language]), _plain(text))
        for language in filter(is_foreign, best)
    }
    return max(small, key=lambda language: (small[language], language == usually))


def _count(patterns: Iterable[re.Pattern[str]], text: str) -> int:
    return sum(1 for pattern in patterns for _ in pattern.finditer(text))
