"""How does the reader's language quote words, lead to a list and end a sentence?"""

from __future__ import annotations

from gettext import NullTranslations


def quoted(text: str, words: NullTranslations) -> str:
    """“text”"""
    return words.pgettext("quotation marks", "“{text}”").format(text=text)


def colon(text: str, words: NullTranslations) -> str:
    """text: – in French with a space before it"""
    return words.pgettext("leads to what follows", "{text}:").format(text=text)


def end_sentence(text: str) -> str:
    """With one full stop, also after one that belongs to the last word: 9. Jan., 2022 г."""
    return text if text.endswith(".") else f"{text}."
