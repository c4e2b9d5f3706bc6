"""Which language is a question taken to be in?"""

from __future__ import annotations

import pytest

from retrieval.calibration import foreign_questions
from retrieval.foreign.language import FOREIGN, Language, find_language, is_foreign, is_small_word


@pytest.mark.parametrize("language", ["en", *FOREIGN])
def test_nearly_all_stored_questions_are_told(language: Language) -> None:
    questions = foreign_questions(language)
    told = sum(find_language(question) == language for question in questions)
    assert told >= 0.97 * len(questions)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Who leads the Russian side?", "en"),
        ("Was Blinken in Geneva?", "en"),
        ("Wer leitet die russische Delegation?", "de"),
        ("Was sagte Blinken?", "de"),
        ("Qu'a dit Blinken ?", "fr"),
        ("¿Qué dijo Blinken?", "es"),
        ("Co powiedział Blinken?", "pl"),
        ("Сколько солдат на границе?", "ru"),
        ("Хто очолює російську делегацію?", "uk"),
        ("谁领导", "und"),
        ("من يقود", "und"),
        ("ryabkov reuters", None),
        ("de-escalation", None),
        ("", None),
        ("2022", None),
        ("🙂", None),
    ],
)
def test_a_question_is_told_by_its_letters_and_small_words(text: str, language: Language | None) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize(
    ("text", "usual", "language"),
    [
        ("Макрон в Женеве", "ru", "ru"),
        ("Макрон в Брюсселі", "ru", "uk"),
        ("Макрон на НАТО", "uk", "uk"),
        ("Макрон на НАТО", "ru", "ru"),
        ("Blinken in Genf?", "de", "de"),
        ("Blinken in Genf?", "en", "en"),
        ("Blinken in Genf?", "pl", "en"),
        ("Who leads the Russian side?", "de", "en"),
        ("ryabkov reuters", "de", None),
    ],
)
def test_what_several_languages_share_is_in_the_usual_one(text: str, usual: str, language: Language | None) -> None:
    assert find_language(text, usual) == language


@pytest.mark.parametrize(
    ("language", "read"), [("de", True), ("uk", True), ("en", False), ("und", False), (None, False)]
)
def test_some_languages_are_read_beside_english(language: Language | None, read: bool) -> None:  # noqa: FBT001
    assert is_foreign(language) is read


@pytest.mark.parametrize(
    ("word", "small"), [("с", True), ("від", True), ("Рябков", False), ("am", False), ("die", False)]
)
def test_small_words_of_filters(word: str, small: bool) -> None:  # noqa: FBT001
    assert is_small_word(word) is small
