"""What are the words of a time expression, and what stands beside them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.times.tokens import Token

_STEPS = {
    "this": 0,
    "current": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "latest": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_WHICH = (*_STEPS, "that", "same")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a passage that make a time expression."""

    shape: str
    tokens: Sequence[Token]
    """All words of the passage."""
    begin: int
    end: int
    """Which of them are its own; `end` is the one after the last."""

    @property
    def own(self) -> Sequence[Token]:
        return self.tokens[self.begin : self.end]

    @property
    def before(self) -> str:
        """The class of the word before it."""
        return self.tokens[self.begin - 1].kind if self.begin else ""

    @property
    def after(self) -> str:
        """The class of the word after it."""
        return self.tokens[self.end].kind if self.end < len(self.tokens) else ""

    def first(self, *kinds: str) -> Token | None:
        return next((token for token in self.own if token.kind in kinds), None)

    def has(self, *kinds: str) -> bool:
        return self.first(*kinds) is not None

    def number(self, *kinds: str) -> int | None:
        """What the first word of these classes counts, a month's or a weekday's number."""
        token = self.first(*kinds)
        return token.value if token and isinstance(token.value, int) else None

    @property
    def month(self) -> int | None:
        return self.number("month", "abbr", "may")

    @property
    def weekday(self) -> int | None:
        return self.number("weekday", "wabbr", "wdot")

    @property
    def unit(self) -> str:
        """The letter of its unit: see `lexicon.UNITS`."""
        token = self.first("unit", "units", "quarter", "quarters")
        return str(token.value) if token else ""

    @property
    def which(self) -> str | None:
        """This, last or next. Of "this coming Sunday" it is the coming one."""
        return next((token.kind for token in reversed(self.own) if token.kind in _WHICH), None)

    @property
    def step(self) -> int | None:
        """How many units away that is: last is -1."""
        return _STEPS.get(self.which or "")
