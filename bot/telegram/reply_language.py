"""In which language is a reader answered? In the one that they chose, else in that of what they typed, else in that
of their Telegram."""

from __future__ import annotations

from collections.abc import Callable
from gettext import NullTranslations

from telegram import User

from bot.i18n import ENGLISH, language_of, words
from bot.service import TalksService
from retrieval.courtesy import courtesy_language
from retrieval.filters import language_of_filter
from retrieval.foreign.language import Language, find_language, is_foreign

Tell = Callable[[str, str | None], Language | None]


def words_for_question(asker: User | None, question: str, talks: TalksService) -> NullTranslations:
    return _words_for(asker, question, talks, _language_of_question)


def words_for_filter(asker: User | None, typed: str, talks: TalksService) -> NullTranslations:
    """As for a question; the words of filters and their days tell, too."""
    return _words_for(asker, typed, talks, language_of_filter)


def _language_of_question(question: str, usual: str | None) -> Language | None:
    return courtesy_language(question, usual) or find_language(question, usual)


def _words_for(asker: User | None, typed: str, talks: TalksService, tell: Tell) -> NullTranslations:
    """What several languages share is in that of Telegram."""
    usual = words(asker.language_code if asker else None)
    if asker and talks.language_of(asker.id):
        return usual
    language = tell(typed, language_of(usual))
    return words(language) if language == ENGLISH or is_foreign(language) else usual
