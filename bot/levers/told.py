"""What was changed, in words that its operator understands?"""

from __future__ import annotations

import re

from bot.levers.files import PINS
from bot.levers.history import Change
from retrieval.pins import parse_pins


def tell(change: Change) -> str:
    """A question by its words, where they were not forgotten: its key tells nobody anything."""
    if change.file != PINS:
        return change.what
    before, after = (set(parse_pins(text or "")) for text in (change.before, change.after))
    asked = next((pin.question for pin in before ^ after if pin.question), None)
    named = f"“{asked}”" if asked else "a forgotten question"
    return re.sub(r"\bquestion [0-9a-f]+", lambda _: named, change.what)
