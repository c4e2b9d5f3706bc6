"""With what is a reader offered to begin? In their language only what is answered in it, else in English."""

from __future__ import annotations

from gettext import NullTranslations

from bot.i18n import ENGLISH, language_of, words
from bot.render.opening import OpeningPhrases
from bot.service import TalksService
from retrieval.opening import Opening


async def find_opening_for(own: NullTranslations, talks: TalksService) -> Opening:
    """By words alone few questions are answered that aren't in the language of the articles: these are in English."""
    if talks.by_meaning:
        opening = await talks.opening(language_of(own), OpeningPhrases(own))
        if opening.questions:
            return opening
    return await talks.opening(ENGLISH, OpeningPhrases(words(ENGLISH)))
