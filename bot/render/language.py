"""How is a reader asked for a language, and told that it is theirs?"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from bot.i18n import ENGLISH, words


def which_language(languages: Sequence[str], words: NullTranslations) -> str:
    if len(languages) == 1:
        return words.gettext("English is the only language that I speak so far. The articles stay as they are written.")
    return words.gettext("In which language shall I speak to you? The articles stay as they are written.")


def chosen(language: str | None, words: NullTranslations) -> str:
    """In the words of that language."""
    if language is None:
        return words.gettext("I go by the language of your Telegram from now on.")
    return words.gettext("I speak {language} to you from now on.").format(language=own_name(language))


def as_telegram(words: NullTranslations) -> str:
    return words.gettext("As in Telegram")


def own_name(language: str) -> str:
    """What its speakers call it; the tag where its catalogue doesn't say."""
    name = words(language).pgettext("this language's own name", "English")
    return language if name == "English" and language != ENGLISH else name
