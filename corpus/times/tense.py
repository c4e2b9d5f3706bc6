"""Which side of the day of publication does a clause speak of, and which of its words tell?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from corpus.models import Span
from corpus.times import verbs
from corpus.times.forms import forms_of
from corpus.times.notation import Notation, compile_notation
from corpus.times.phrases import Phrase
from corpus.times.tokens import Token

Side = Literal["past", "future"]

_PIECES = {
    "MODAL": "(modal | would | wouldnt | could | couldnt)",
    "BASE": "(base | start | noun_start | set | hope | has | decline)",
    "VERB": "(BASE | starts | noun_starts | ed | past | done | plan | do | tried | ING | other)",
    "SEEN": "(ed | past | done | set | plan | due | tried | report | deferred)",
    "ING": "(ing | event_ing)",
    "TO_DO": "(to adverb? (be adverb? (SEEN | ING)? | BASE))",
    "PLANNED": "(plan | due (?! to) | due (?= TO_DO) | set (?= TO_DO | aim))",
    "VERB_ALONE": "(?<! [determiner article figure hyphen])",
}
_PATTERNS = {
    "future_first": """
          will adverb* has? be? adverb* (VERB | SEEN)? ed?
        | (is | was) adverb* going TO_DO
        | (is | was) adverb* TO_DO
        | (is | was | has adverb* been) adverb* (PLANNED | hope | set) TO_DO?
        | (is | was | has adverb* been) adverb* deferred (?= to | limit)
    """,
    "past_first": """
          (could adverb+ | couldnt) be adverb* (ed | done)
        | ((could | would) adverb+ | couldnt | wouldnt) decline
        | MODAL adverb* has adverb* been? (SEEN | ING)?
        | tried TO_DO
        | had adverb* been? adverb* (SEEN | ING | start | base) TO_DO?
        | has adverb* been? adverb* (SEEN | ING | start)
        | was adverb* being? adverb* (SEEN | ING)?
        | did adverb* VERB?
    """,
    "future": """
          MODAL adverb* be? adverb* (VERB | SEEN)?
        | is adverb* being? adverb* event_ing | is adverb* being adverb* SEEN
        | (?<! as) (?<! as adverb) PLANNED TO_DO? | hope TO_DO | awaits | TO_DO | ahead
        | VERB_ALONE ((?<! determiner other) (?<! adjective) start | starts) (?! hyphen)
        | (?<= [plural names who]) noun_start (?! hyphen)
        | (?<= [name names other who mark]) noun_starts
        | aim
    """,
    "past": "(?<! determiner) (ed | past | done | set | deferred) | had | tried | report | reporting | follow",
    "event_past": "happened (?! plural | other | base)",
    "weak_future": "is adverb* (SEEN | ING)? | limit",
}
"""Of two that begin at the same word the one above wins."""

_BREAK_COST = 4
_MARK_COST = 2
_BEHIND_COST = 2
_WEAK_COST = 4
_REPORT_COST = 4
_PURPOSE_COST = 4
"""Of "to close" in "fell on Friday to close at $20"."""
_REACH = 30
"""Words; a cue farther away tells nothing."""
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Cue:
    side: Side
    span: Span
    beside: bool = False
    """Whether it stands right beside what it tells of."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a passage that may tell."""

    name: str
    begin: int
    end: int


class Tense:
    """What the verbs of a text tell of the phrases in it. A passage is read once, however many it holds."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: Sequence[Token] = ()
        self._words: list[str] = []
        self._forms: list[str] = []
        self._found: list[Found] = []

    def cue(self, phrase: Phrase, *, weak: bool) -> Cue | None:
        """The tense that is nearest to a phrase, in its clause if there is one. A mere "is" is weak."""
        if phrase.tokens is not self._tokens:
            self._read(phrase.tokens)
        costs = [
            (self._cost(phrase, found), found.name, found.begin, found)
            for found in self._found
            if (found.end <= phrase.begin or found.begin >= phrase.end) and (weak or found.name != "weak_future")
        ]
        cost, *_, best = min(costs, default=(_REACH, "", 0, None), key=lambda row: row[:3])
        if best is None or cost >= _REACH:
            return None
        span = Span(phrase.tokens[best.begin].start, phrase.tokens[best.end - 1].end)
        return Cue("past" if "past" in best.name else "future", span, cost <= _BESIDE)

    def _read(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._words, self._forms = forms_of(self._text, tokens)
        notation = _notation()
        self._found = list(_follow_purposes(self._words, notation.find(notation.write(self._forms))))

    def _cost(self, phrase: Phrase, found: Found) -> int:
        """How far a cue is from a phrase, in words; another clause is far."""
        words, begin, end, weak = self._words, found.begin, found.end, found.name == "weak_future"
        before = end <= phrase.begin
        led = phrase.begin - (phrase.begin > 0 and words[phrase.begin - 1] in verbs.LEADS)
        between = range(end, led) if before else range(phrase.end, begin)
        owns = phrase.after == "poss"
        if words[begin] in verbs.GOVERNING:
            governs = end == phrase.begin and (words[begin] != "for" or _is_aimed_at(phrase, owns=owns))
            return _WEAK_COST * weak if governs else _REACH
        if weak and len(between) > 1:
            return _REACH
        if found.name == "event_past":
            return _cost_of_event(len(between), before=before, owns=owns)
        cost = len(between) + _WEAK_COST * weak + _BEHIND_COST * (not before)
        cost += _PURPOSE_COST * (not before and words[begin] == "to")
        cost += sum(self._cost_between(at) for at in between)
        return cost + _REPORT_COST * self._reports_all(found, between, before=before, owns=owns)

    def _cost_between(self, at: int) -> int:
        word = self._words[at]
        if word in verbs.BREAKS:
            listed = word in ("and", "or") and self._forms[at + 1 : at + 2] in (["name"], ["names"])
            return 0 if listed else _BREAK_COST
        return _MARK_COST * (self._forms[at] == "mark")

    def _reports_all(self, found: Found, between: range, *, before: bool, owns: bool) -> bool:
        """ "Said Monday's talks …", "… on Monday, CNN reported": what is told may have another tense."""
        if self._words[found.end - 1] not in verbs.REPORTING:
            return False
        ends = self._forms[found.end : found.end + 1] in ([], ["mark"])
        return owns if before else ends and "," in self._words[between.start : between.stop]


def _cost_of_event(between: int, *, before: bool, owns: bool) -> int:
    if before:
        return between + 1 if between <= _BESIDE else _REACH
    return between if owns and between <= _BESIDE else _REACH


def _is_aimed_at(phrase: Phrase, *, owns: bool) -> bool:
    """Called for Tuesday; neither blamed for Monday's fire nor sales for March."""
    return phrase.shape in ("weekday", "date") and not owns


def _follow_purposes(words: Sequence[str], cues: Iterable[tuple[str, int, int]]) -> Iterator[Found]:
    """Who met to discuss Monday's attack has met; who agreed to meet will."""
    last, last_end = "", 0
    for name, begin, end in cues:
        told = last.startswith("past") and words[last_end - 1] not in verbs.COMMITS
        joined = not any(word in verbs.BREAKS or word == "," for word in words[last_end:begin])
        last, last_end = "past" if words[begin] == "to" and told and joined else name, end
        yield Found(last, begin, end)


@cache
def _notation() -> Notation:
    return compile_notation(_PATTERNS, _PIECES)
