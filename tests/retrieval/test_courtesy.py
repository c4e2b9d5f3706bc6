from __future__ import annotations

import pytest

from retrieval.calibration import foreign_questions
from retrieval.courtesy import Courtesy, courtesy_language, find_courtesy
from retrieval.foreign.language import FOREIGN, Language


@pytest.mark.parametrize(
    ("text", "courtesy", "language"),
    [
        ("Thanks!", "thanks", "en"),
        ("Thank you very much", "thanks", "en"),
        ("ok great, thanks for your help", "thanks", "en"),
        ("Hello", "greeting", "en"),
        ("hi there", "greeting", "en"),
        ("How are you?", "greeting", "en"),
        ("Never mind, bye", "other", "en"),
        ("Danke 🙏", "thanks", "de"),
        ("Vielen Dank für die schnelle Antwort!", "thanks", "de"),
        ("Hallo, wie geht's?", "greeting", "de"),
        ("Merci !", "thanks", "fr"),
        ("Merci beaucoup pour votre aide", "thanks", "fr"),
        ("Bonjour", "greeting", "fr"),
        ("¡Muchas gracias!", "thanks", "es"),
        ("buenos dias", "greeting", "es"),
        ("Dziękuję bardzo", "thanks", "pl"),
        ("Dziekuje", "thanks", "pl"),
        ("Cześć!", "greeting", "pl"),
        ("Спасибо", "thanks", "ru"),
        ("Спасибо большое за ответ!", "thanks", "ru"),
        ("Привет", "greeting", "ru"),
        ("Дякую", "thanks", "uk"),
        ("Дуже дякую!", "thanks", "uk"),
        ("Привіт", "greeting", "uk"),
    ],
)
def test_thanks_and_greetings(text: str, courtesy: Courtesy, language: Language) -> None:
    assert find_courtesy(text) == courtesy
    assert courtesy_language(text, None) == language


@pytest.mark.parametrize(("usual", "language"), [("de", "de"), ("pl", "pl"), ("uk", None), (None, None)])
def test_what_several_languages_say_is_in_the_usual_one(usual: str | None, language: Language | None) -> None:
    assert find_courtesy("Ok, super") == "other"
    assert courtesy_language("Ok, super", usual) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "🙂",
        "there",
        "Thanks! And when?",
        "Danke! Und wann?",
        "Hi Blinken",
        "Good news?",
        "No war?",
        "Dank Putin",
        "thanks " * 100,
    ],
)
def test_what_says_more_is_none(text: str) -> None:
    assert find_courtesy(text) is None
    assert courtesy_language(text, "en") is None


@pytest.mark.parametrize("language", ["en", *FOREIGN])
def test_no_stored_question_is_one(language: Language) -> None:
    assert [text for text in foreign_questions(language) if find_courtesy(text)] == []
