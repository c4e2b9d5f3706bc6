"""Who handles which update? The first handler that fits."""

from __future__ import annotations

from collections.abc import Iterator

from bot.telegram.handlers import (
    ask,
    buttons,
    inline,
    language,
    operators,
    other,
    own_data,
    quotes,
    sources,
    start,
    timeline,
    welcome,
)
from bot.telegram.handlers.message import Handler


def all_handlers() -> Iterator[Handler]:
    # Some links to /start are answered ahead of it.
    subjects = (own_data, language, start, sources, quotes, timeline, operators, ask, buttons, inline, welcome, other)
    for subject in subjects:
        yield from subject.handlers()
