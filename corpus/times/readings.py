"""What does a resolver know, and what does it find out?"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from corpus.models import TimeType
from corpus.times.days import Days
from corpus.times.phrases import Phrase
from corpus.times.rules import Rule
from corpus.times.tense import Cue, Side

AGAINST_TENSE = 5
"""How many times nearer a time must be to be taken against the tense: 13 January is four days after the 9th, or 361
before."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means."""

    value: str
    rule: Rule
    type: TimeType = "DATE"
    cue: Cue | None = None
    calendar: bool = True
    """Whether its value may be read as days: a fiscal year's may not."""


def side_of(cue: Cue | None) -> Rule:
    return cue.side if cue else "near"


def distance(ahead: int, side: Side | None) -> int:
    """How far off a day seems that lies so many days ahead, or back: on the other side than is told, it is farther."""
    against = (side == "future" and ahead < 0) or (side == "past" and ahead > 0)
    return abs(ahead) * (AGAINST_TENSE if against else 1)


class AskTense(Protocol):
    """Weak cues are a mere "is" and a "before": they tell something of a weekday, of what is farther away little."""

    def __call__(self, phrase: Phrase, *, weak: bool) -> Cue | None: ...


@dataclass(slots=True)
class Context:
    """What the words before a phrase, and around it, tell about it."""

    reference: dt.date | None
    ask_tense: AskTense
    day: dt.date | None = None
    """The day last spoken of in this sentence or the one before it, in the same paragraph."""
    year: int | None = None
    """The year last spoken of in this paragraph."""
    month: dt.date | None = None
    """The first day of the month last spoken of in this paragraph."""
    last_day: dt.date | None = None
    """The day last spoken of, however long ago."""
    quarter: str | None = None
    """The quarter that the article last reported of, in TIMEX3: one that is over."""
    _age: int = 0
    """How many sentences ago `day` was spoken of."""

    def cue(self, phrase: Phrase, *, weak: bool = False) -> Cue | None:
        """The words that tell past from future; weak ones only where they are asked for."""
        return self.ask_tense(phrase, weak=weak)

    def forget(self) -> None:
        """A paragraph begins: what is said of "the day before" means none of the last one's days."""
        self.day = self.year = self.month = None
        self._age = 0

    def next_sentence(self) -> None:
        self._age += 1
        if self._age > 1:
            self.day = None

    def remember(self, reading: Reading, days: Days | None) -> None:
        if days is None:
            return
        if "-Q" in reading.value:
            if reading.rule != "anaphoric" and (self.reference is None or days[1] < self.reference):
                self.quarter = reading.value
            return
        first, last = days
        if (first.year, first.month) == (last.year, last.month):
            self.month = first.replace(day=1)
        if first == last:
            self.day, self.last_day, self._age = first, first, 0
        else:
            self.year = first.year
