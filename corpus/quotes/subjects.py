"""Who is the subject of a verb? Found among the tokens before it, without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.quotes.frames import Token
from corpus.quotes.grammar import (
    BREAKS,
    CONJUNCTIONS,
    DAYS,
    GOING,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIMES,
    is_adverb,
)
from corpus.quotes.phrases import MAX_REACH, Phrase, is_name_word, is_nominal, is_word, phrase_ending, phrase_right

MAX_LEAD = 60
"""How many tokens may lead into a sentence; it keeps endless sentences linear."""


def subject_left(tokens: Sequence[Token], cue: int, begin: int = 0) -> Phrase | None:
    """The noun phrase that the verb at `cue` belongs to, where it stands before the verb in the same clause."""
    begin = max(begin, cue - MAX_REACH)
    at = _skip_adverbs(tokens, cue - 1, begin)
    if at - 1 > begin and tokens[at].lower == "on" and tokens[at - 1].lower in GOING:
        at = _skip_adverbs(tokens, at - 2, begin)
    if at < begin or tokens[at].quote >= 0:
        return None
    if tokens[at].text == ",":
        return _before_asides(tokens, at, begin)
    if tokens[at].lower in CONJUNCTIONS:
        return None
    found = phrase_ending(tokens, at, begin)
    return found if found and is_nominal(tokens, found) else None


def _skip_adverbs(tokens: Sequence[Token], at: int, begin: int) -> int:
    while at >= begin and (is_adverb(tokens[at].text) or tokens[at].lower in DAYS):
        at -= 1
        if at >= begin and tokens[at].lower == "on" and tokens[at + 1].lower in DAYS:
            at -= 1
    return at


def _before_asides(tokens: Sequence[Token], comma: int, begin: int) -> Phrase | None:
    """The subject before asides in commas: "[Blinken], speaking on CNN, said"; or "In Geneva, [Blinken], said"."""
    end = comma
    while True:
        first = end
        while first > begin and tokens[first - 1].text not in BREAKS and tokens[first - 1].quote < 0:
            first -= 1
        if first == end:
            return None
        opened = first > begin and tokens[first - 1].text == ","
        if not opened:
            return subject_first(tokens, first, end)
        if not _is_aside(tokens, first):
            return phrase_right(tokens, first, end)
        found = phrase_ending(tokens, first - 2, begin)
        if found and _heads_clause(tokens, found.first, begin) and is_nominal(tokens, found):
            return found
        end = first - 1


def _heads_clause(tokens: Sequence[Token], first: int, begin: int) -> bool:
    if first == begin or tokens[first].lower == "who":
        return True
    before = tokens[first - 1]
    return before.lower not in PREPOSITIONS and not (before.text == "," and _is_aside(tokens, first))


def _is_aside(tokens: Sequence[Token], first: int) -> bool:
    """Whether what begins behind a comma says more of the name before it: ", a Democrat", ", 42", ", Ohio"."""
    if tokens[first].lower in PRONOUNS:
        return tokens[first].lower == "who"
    after_name = first > 1 and is_name_word(tokens[first - 2]) and not _follows_lead(tokens, first - 2)
    return after_name or not is_name_word(tokens[first])


def _follows_lead(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name belongs to what leads into the sentence: "Of Carson, Levine said"."""
    begin = max(0, at - MAX_REACH)
    while at > begin and tokens[at - 1].text not in BREAKS and tokens[at].lower not in PREPOSITIONS:
        at -= 1
    return at == begin and tokens[at].lower in PREPOSITIONS


def subject_first(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """The first noun phrase of a sentence or a clause, behind what leads into it: "In Geneva, [Blinken] met"."""
    end = min(end, begin + MAX_LEAD)
    at = skip_dateline(tokens, begin, end)
    while at < end:
        word = tokens[at].lower
        if word in PREPOSITIONS or word in SUBORDINATORS or _is_participle(tokens, at, begin):
            comma = next((n for n in range(at, min(end, at + MAX_REACH)) if tokens[n].text == ","), None)
            if comma is None and word not in SUBORDINATORS:
                return None
            at = at + 1 if comma is None else comma + 1
        elif not is_word(tokens[at]) or word in CONJUNCTIONS or word in DAYS or _is_opener(tokens, at, begin):
            at += 1
        else:
            found = phrase_right(tokens, at, end)
            if found and (found.last + 1 >= end or not _is_time(tokens, found)):
                return found
            at = found.last + 1 if found else at + 1
    return None


def _is_participle(tokens: Sequence[Token], at: int, begin: int) -> bool:
    return tokens[at].lower.endswith(("ing", "ked")) and (at == begin or not is_name_word(tokens[at]))


def _is_opener(tokens: Sequence[Token], at: int, begin: int) -> bool:
    """Indeed, here, recently: what may begin a sentence before its subject."""
    if tokens[at].lower in OPENERS or is_adverb(tokens[at].text):
        return True
    return at == begin and tokens[at].lower.endswith("ly") and not is_name_word(tokens[min(at + 1, len(tokens) - 1)])


def _is_time(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Hours later, two weeks ago."""
    return tokens[phrase.last + 1].lower in TIMES or tokens[phrase.last].lower in TIMES


def skip_dateline(tokens: Sequence[Token], begin: int, end: int) -> int:
    """PHILADELPHIA, July 25 —"""
    if begin < end and tokens[begin].text.isupper() and len(tokens[begin].text) > 2:
        for at in range(begin, min(end, begin + 12)):
            if tokens[at].text in ("—", "–", "-", "--"):
                return at + 1
    return begin
