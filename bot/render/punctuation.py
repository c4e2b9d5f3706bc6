"""How does the reader's language quote words, lead to a list and end a sentence?"""

from __future__ import annotations

import re
from gettext import NullTranslations

_MARKS = '“”„«»"'
_QUOTATION = re.compile(rf"[{_MARKS}]([^{_MARKS}]+)[{_MARKS}]|[{_MARKS}]([^{_MARKS}]+…)")
"""Nothing but a quotation, whole or cut off."""


def quoted(text: str, words: NullTranslations) -> str:
    """“text”; ‘the text “and its own marks”’ where two pairs would look alike. A quotation gets no second pair."""
    if found := _QUOTATION.fullmatch(text):
        text = found[1] or found[2]
    outer = words.pgettext("quotation marks", "“{text}”")
    inner = words.pgettext("quotation marks around others", "‘{text}’")
    are_alike = '"' in text or any(mark in text for mark in _MARKS if mark in outer)
    return (inner if are_alike else outer).format(text=text)


def colon(text: str, words: NullTranslations) -> str:
    """text: – in French with a space before it"""
    return words.pgettext("leads to what follows", "{text}:").format(text=text)


def end_sentence(text: str) -> str:
    """With one full stop, also after one that belongs to the last word: 9. Jan., 2022 г."""
    return text if text.endswith(".") else f"{text}."
