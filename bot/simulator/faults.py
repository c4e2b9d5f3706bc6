"""What goes wrong on purpose? Faults that hit a share of the Bot API calls."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Literal, get_args

from bot.simulator.errors import ReaderError
from bot.simulator.json_text import Json, is_integer

Kind = Literal["429", "502", "reset", "lost", "slow"]
KINDS: tuple[str, ...] = get_args(Kind)
LONGEST = 3600


@dataclass(frozen=True, slots=True)
class Fault:
    """`reset` drops the connection before the call is carried out, `lost` afterwards."""

    kind: str
    share: float
    method: str | None = None
    seconds: float = 1.0
    chance: random.Random = field(default_factory=random.Random, compare=False)

    def hits(self, method: str) -> bool:
        return self.method in {None, method} and self.chance.random() < self.share


def _number(body: Json, name: str, most: float, default: float | None = None) -> float:
    value = body.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise ReaderError(f"{name} must be a number from 0 to {most:g}")
    return float(value)


def read_fault(body: Json, methods: frozenset[str]) -> Fault:
    """The fault that somebody ordered; ReaderError when the order makes no sense."""
    kind, method, seed = body.get("kind"), body.get("method"), body.get("seed")
    if kind not in KINDS:
        raise ReaderError(f"kind must be one of {', '.join(KINDS)}")
    if method is not None and method not in methods:
        raise ReaderError("method must be the name of a Bot API method that the simulator knows")
    if seed is not None and not is_integer(seed):
        raise ReaderError("seed must be a whole number")
    return Fault(
        kind=kind,
        share=_number(body, "share", 1),
        method=method,
        seconds=_number(body, "seconds", LONGEST, 1.0),
        chance=random.Random(seed),  # noqa: S311 - chance, not secrecy
    )
