"""Are the questions to begin with in words of each language, and is it theirs that find_language tells?"""

from __future__ import annotations

import pytest

from bot.i18n import shipped, words
from bot.render.opening import OpeningPhrases
from retrieval.foreign.language import find_language
from retrieval.opening import MEETINGS


def all_questions(language: str) -> list[str]:
    phrases = OpeningPhrases(words(language))
    meetings = [phrases.when(meeting, "Brussels") for meeting in MEETINGS]
    return [*phrases.shipped(), phrases.said("Blinken"), phrases.who("Wendy Sherman"), *meetings]


@pytest.mark.parametrize("language", shipped())
def test_they_are_in_that_language(language: str) -> None:
    questions = all_questions(language)
    assert {find_language(question, language) for question in questions} == {language}
    assert len(set(questions)) == len(questions)


def test_names_stay_as_they_are_spelled() -> None:
    phrases = OpeningPhrases(words("uk"))
    assert phrases.said("Blinken") == "Що каже Blinken?"
    assert phrases.when("talks", "Geneva") == "Коли відбудуться переговори в Geneva?"
