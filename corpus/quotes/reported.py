"""What is somebody reported to have said, where no marks stand?

Only a clause that a verb of saying, or "according to", hands over is reported speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import Span
from corpus.quotes.claims import Claim
from corpus.quotes.cues import DEMANDS, REPORTING, REPORTING_BARE, TELLING
from corpus.quotes.frames import Frame, Token
from corpus.quotes.grammar import (
    BE,
    CONJUNCTIONS,
    DAYS,
    LEADS,
    OUTSIDE_PHRASES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)
from corpus.quotes.phrases import Phrase, is_word, phrase_right
from corpus.quotes.subjects import skip_dateline, subject_left
from corpus.quotes.verbs import is_participle, is_passive, outermost, subject_of, weight

MIN_WORDS, MIN_OBJECT = 4, 2
"""Shorter clauses say nothing worth finding: "he said so"; a verb's object may be short: "aggressive intentions"."""
MAX_TO_THAT = 12
"""Tokens between a verb and its "that": "told reporters in Geneva on Sunday that"."""
MAX_TAIL = 14
"""Tokens that an attribution behind its clause may have: ", a spokesman for the ministry said on Sunday."."""
MAX_SENTENCE = 400
"""Tokens; what is longer is a table or a list."""

_NOT_SAID = frozenset("let can not n't never would could may might must should if whether to cannot".split())
_NOBODYS = frozenset("i we you who".split())
_MARKS = frozenset("'\"’‘”")
_BEHIND_CLAUSE = (PREPOSITIONS - {"to"}) | DAYS | {","}
_BEFORE_THAT = PREPOSITIONS | DAYS | {"that"}
_NO_CLAUSE = (LEADS - {"from"}) | {"according"}
_NO_OBJECT = CONJUNCTIONS | (PREPOSITIONS - {"to"})
_WORDS_TO_LOOK_FOR = frozenset(
    word + mark for word in REPORTING | DEMANDS | {"according", "According"} for mark in ("", ",", ".")
)


@dataclass(frozen=True, slots=True)
class Report:
    """A clause, and who is said to have said it."""

    said: Span
    claim: Claim


def may_report(text: str, sentence: Span) -> bool:
    """Whether a sentence is worth reading word by word. A typewriter's marks say that part of it is quoted."""
    words = text[sentence.start : sentence.end]
    return not _WORDS_TO_LOOK_FOR.isdisjoint(words.split()) and "''" not in words


def find_report(frame: Frame) -> Report | None:
    """The first clause of a sentence without quotations that is handed over as somebody's words."""
    tokens = frame.tokens
    end = _end(tokens)
    if end > MAX_SENTENCE:
        return None
    found = (_by_verb(frame, at, end) for at in range(end) if _may_hand_over(tokens, at))
    return next(filter(None, found), None) or _according(frame, end)


def _end(tokens: Sequence[Token]) -> int:
    end = len(tokens)
    while end and not is_word(tokens[end - 1]) and tokens[end - 1].text != "%":
        end -= 1
    return end


def _may_hand_over(tokens: Sequence[Token], cue: int) -> bool:
    """A verb of saying; not: he didn't say, if they say, was told, it means saying."""
    verb = tokens[cue].lower
    if (verb not in REPORTING and verb not in DEMANDS) or weight(tokens, cue) is None:
        return False
    before = [token.lower for token in tokens[max(0, cue - 3) : cue]]
    if any(word in _NOT_SAID or word.endswith(("n't", "n’t")) for word in before) or is_passive(tokens, cue):
        return False
    return not before or not (before[-1] in _MARKS or (is_participle(tokens, cue) and before[-1] != ","))


def _by_verb(frame: Frame, cue: int, end: int) -> Report | None:
    if frame.tokens[cue].lower in DEMANDS:
        return _demand(frame, cue, end)
    return _tail(frame, cue, end) or _complement(frame, cue, end)


def _complement(frame: Frame, cue: int, end: int) -> Report | None:
    """What a verb hands over: said that …, said …, told reporters that …"""
    tokens = frame.tokens
    at = _behind_listener(tokens, cue, end)
    that = _find_that(tokens, at, end)
    if that is None:
        while at + 1 < end and (tokens[at].lower in DAYS or tokens[at + 1].lower in DAYS):
            at += 1
        if at >= end or not _opens_clause(tokens, cue, at):
            return None
    subject, _ = subject_of(tokens, cue, end)
    start, rule = (at, "reported-clause") if that is None else (that, "reported-that")
    if subject is None or subject.first >= start:  # "Said Blinken on Monday" hands nothing over
        return None
    outer, subject = outermost(tokens, cue, subject)
    return _report(frame, Phrase(start, end - 1), subject, Phrase(outer, outer), rule)


def _behind_listener(tokens: Sequence[Token], cue: int, end: int) -> int:
    whom = phrase_right(tokens, cue + 1, end) if tokens[cue].lower in TELLING else None
    return whom.last + 1 if whom else cue + 1


def _find_that(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Where the clause behind a "that" begins; a "that" which is itself the subject belongs to it."""
    if at >= end or not (tokens[at].lower in _BEFORE_THAT or is_adverb(tokens[at].text)):
        return None
    for that in range(at, min(end, at + MAX_TO_THAT)):
        if tokens[that].lower == "that":
            is_subject = that + 1 < end and tokens[that + 1].lower in BE
            return that + (not is_subject)
        if tokens[that].text in ",;:" or weight(tokens, that) == 0:
            break
    return None


def _opens_clause(tokens: Sequence[Token], cue: int, at: int) -> bool:
    token = tokens[at]
    if token.lower in PRONOUNS:
        return True
    plain = is_word(token) and token.lower not in LEADS and not is_adverb(token.text)
    return plain and tokens[cue].lower in REPORTING_BARE


def _tail(frame: Frame, cue: int, end: int) -> Report | None:
    """An attribution behind its clause, or within it: "…, Blinken said."; "…, Blinken said, and …"."""
    tokens = frame.tokens
    subject = subject_left(tokens, cue)
    if subject is None or subject.first < 2 or tokens[subject.first - 1].text != ",":
        return None
    if tokens[0].lower in _NO_CLAUSE:
        return None
    behind = _behind_listener(tokens, cue, end)
    if behind < end and tokens[behind].lower not in _BEHIND_CLAUSE:
        return None
    goes_on = behind < end and tokens[behind].text == ","
    if not goes_on and end - subject.first > MAX_TAIL:
        return None
    said = Phrase(skip_dateline(tokens, 0, end), end - 1 if goes_on else subject.first - 2)
    return _report(frame, said, subject, Phrase(cue, cue), "reported-tail")


def _demand(frame: Frame, cue: int, end: int) -> Report | None:
    """Urged Russia to withdraw; denies aggressive intentions; is demanding that."""
    tokens = frame.tokens
    subject = None if is_participle(tokens, cue) else subject_left(tokens, cue)
    if subject is None or tokens[subject.first].text[0].isdigit():
        return None
    if cue + 1 >= end or not is_word(tokens[cue + 1]) or tokens[cue + 1].lower in _NO_OBJECT:
        return None
    start = cue + 2 if tokens[cue + 1].lower == "that" else cue + 1
    stop = next((n for n in range(start, end) if tokens[n].lower == "but" or tokens[n].text == ";"), end)
    return _report(frame, Phrase(start, stop - 1), subject, Phrase(cue, cue), "reported-demand")


def _according(frame: Frame, end: int) -> Report | None:
    """According to Reuters, …; …, according to Reuters."""
    tokens = frame.tokens
    at = next((n for n in range(end - 1) if tokens[n].lower == "according" and tokens[n + 1].lower == "to"), None)
    subject = phrase_right(tokens, at + 2, end) if at is not None else None
    if at is None or subject is None:
        return None
    comma = next((n for n in range(subject.last + 1, end) if tokens[n].text == ","), end)
    said = Phrase(comma + 1, end - 1) if at < 2 else Phrase(0, end - 1 if comma < end else at - 1)
    return _report(frame, said, subject, Phrase(at, at + 1), "reported-according")


def _report(frame: Frame, said: Phrase, who: Phrase, cue: Phrase, rule: str) -> Report | None:
    tokens = frame.tokens
    first, last = said.first, said.last
    while last > first and not is_word(tokens[last]):
        last -= 1
    while last > first and not is_word(tokens[first]):
        first += 1
    least = MIN_OBJECT if rule == "reported-demand" else MIN_WORDS
    if last - first + 1 < least or tokens[who.first].lower in _NOBODYS or _is_aside(tokens, who.first):
        return None
    claim = Claim(0, who.span(tokens), cue.span(tokens), rule, frame)
    return Report(Phrase(first, last).span(tokens), claim)


def _is_aside(tokens: Sequence[Token], first: int) -> bool:
    """The money [it] pledged to pay; though [she] said: the sentence says something else."""
    if first == 0:
        return False
    before = tokens[first - 1]
    if before.lower in SUBORDINATORS:
        return True
    follows_noun = before.text.islower() and before.lower not in OUTSIDE_PHRASES and not is_adverb(before.text)
    return follows_noun and tokens[first].lower in PRONOUNS
