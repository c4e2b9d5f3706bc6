"""Where does a noun phrase begin and end among the tokens of a sentence?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import Span
from corpus.quotes.cues import STRONG
from corpus.quotes.frames import Token
from corpus.quotes.grammar import (
    ANYBODY,
    CONNECTORS,
    DAYS,
    DETERMINERS,
    HANGING,
    OUTSIDE_PHRASES,
    PRONOUNS,
    is_adverb,
)
from corpus.speakers.titles import OFFICES, QUALIFIERS

MAX_REACH = 40
"""How many tokens a phrase, or the way to it, may have; it keeps endless sentences linear."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last`, both included."""

    first: int
    last: int

    def span(self, tokens: Sequence[Token]) -> Span:
        return Span(tokens[self.first].start, tokens[self.last].end)


def is_name_word(token: Token) -> bool:
    return token.quote < 0 and token.text[0].isupper() and token.lower not in DAYS


def is_word(token: Token) -> bool:
    return token.quote < 0 and (token.text[0].isalnum() or token.text[0] in "$£€")


def phrase_right(tokens: Sequence[Token], at: int, end: int) -> Phrase | None:
    """The noun phrase that begins at token `at`: "said [Sergei Ryabkov], who"."""
    if at >= end or not is_word(tokens[at]):
        return None
    if tokens[at].lower in PRONOUNS:
        return Phrase(at, at)
    if ends_phrase(tokens[at]):
        return None
    last, named = at, is_name_word(tokens[at])
    while last + 1 < end and last - at < MAX_REACH and _goes_on(tokens, last + 1, end, named=named):
        last += 1
        named = named or is_name_word(tokens[last])
    return Phrase(at, last)


def _goes_on(tokens: Sequence[Token], at: int, end: int, *, named: bool) -> bool:
    token = tokens[at]
    if token.lower in CONNECTORS:
        return at + 1 < end and (is_name_word(tokens[at + 1]) or not named) and is_word(tokens[at + 1])
    if token.lower in DETERMINERS:
        return tokens[at - 1].lower in ("of", "for") and not named
    if not is_word(token) or ends_phrase(token):
        return False
    return is_name_word(token) or not named or token.lower in OFFICES or token.lower in QUALIFIERS


def phrase_ending(tokens: Sequence[Token], at: int, begin: int) -> Phrase | None:
    """The noun phrase, with what hangs on it by "of" or "for", whose last token is `at`."""
    last = at
    if at < begin or not is_word(tokens[at]):
        return None
    while True:
        if tokens[at].lower in PRONOUNS:
            return Phrase(at, at)
        first = at
        while first - 1 >= begin and is_word(tokens[first - 1]) and not ends_phrase(tokens[first - 1]):
            first -= 1
        if ends_phrase(tokens[first]):
            return None
        before = tokens[first - 1].lower if first > begin else ""
        at = first - 2
        hangs = before in HANGING or (before == "and" and is_name_word(tokens[first]))
        if hangs and at >= begin and is_word(tokens[at]) and not ends_phrase(tokens[at]):
            continue
        return None if hangs and not is_name_word(tokens[last]) else Phrase(first, last)


def is_nominal(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase can name somebody: not "played up his" or "took"."""
    first, last = tokens[phrase.first], tokens[phrase.last]
    if is_name_word(first) or first.lower in DETERMINERS or first.lower in PRONOUNS or first.text[0].isdigit():
        return True
    words = [token.lower.rstrip("s") for token in tokens[phrase.first : phrase.last + 1]]
    if any(word in OFFICES for word in words):
        return True
    if first.lower.endswith(("ed", "ing")):
        return False
    return is_name_word(last) or last.lower.endswith("s") or last.lower in ANYBODY


def ends_phrase(token: Token) -> bool:
    word = token.lower
    return (
        word in OUTSIDE_PHRASES
        or (word in STRONG and token.text.islower())
        or (is_adverb(token.text) and word != "first")
    )
