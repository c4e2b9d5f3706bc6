"""How does a reader's choice of a language reach every handler? In the place of what Telegram says of them."""

from __future__ import annotations

from collections.abc import Callable

from bot.journal.writer import Json

LanguageOf = Callable[[int], str | None]


def in_chosen_language(update: Json, language_of: LanguageOf) -> Json:
    """The update, its sender's `language_code` being the language that they chose, if they did."""
    return {name: _chosen(part, language_of) if isinstance(part, dict) else part for name, part in update.items()}


def _chosen(part: Json, language_of: LanguageOf) -> Json:
    sender = part.get("from")
    language = language_of(sender["id"]) if sender else None
    return {**part, "from": {**sender, "language_code": language}} if sender and language else part
