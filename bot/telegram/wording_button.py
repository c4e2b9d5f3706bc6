"""Which button shows, and hides again, what other articles say in other words?"""

from __future__ import annotations

import re
from gettext import NullTranslations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

MORE, LESS = "w", "l"
_DATA = re.compile(r"1:([wl]):([\w-]{1,32})")
"""The version of the form, what to do, the reply's id: Telegram allows 64 bytes."""


def wording_button(name: str, wordings: int, words: NullTranslations, *, unfolded: bool) -> InlineKeyboardMarkup:
    """Under the reply called `name`, which holds so many other wordings."""
    label = words.gettext("Less") if unfolded else words.ngettext("Other wording", "Other wordings", wordings)
    return InlineKeyboardMarkup.from_button(
        InlineKeyboardButton(label, callback_data=f"1:{LESS if unfolded else MORE}:{name}")
    )


def read_button(data: str | None) -> tuple[str, bool] | None:
    """The reply's id and whether to unfold it; None for a button of another kind."""
    found = _DATA.fullmatch(data or "")
    return (found[2], found[1] == MORE) if found else None
