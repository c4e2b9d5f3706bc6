"""Is it past, present or future, where no calendar tells?"""

from __future__ import annotations

from corpus.times.phrases import Phrase
from corpus.times.readings import Context, Reading

_VALUES = {
    "present": "PRESENT_REF",
    "these": "PRESENT_REF",
    "past_ref": "PAST_REF",
    "past": "PAST_REF",
    "recent": "PAST_REF",
}


def vague(phrase: Phrase, context: Context) -> Reading | None:
    """Now, recently, the near future, recent years."""
    del context
    token = phrase.first(*_VALUES)
    return Reading(_VALUES[token.kind] if token else "FUTURE_REF", "vague")
