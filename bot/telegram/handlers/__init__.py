"""Who handles which update? The first handler that fits."""

from __future__ import annotations

from collections.abc import Iterator

from bot.telegram.handlers import ask, other, sources, start, wording
from bot.telegram.handlers.message import Handler


def all_handlers() -> Iterator[Handler]:
    for subject in (start, sources, ask, wording, other):
        yield from subject.handlers()
