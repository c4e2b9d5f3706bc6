"""By which signs is a follow-up known that isn't in English?"""

from __future__ import annotations

import pytest

from retrieval.foreign.followups import (
    content_spans,
    find_followup_language,
    may_be_name,
    without_courtesy,
)
from retrieval.foreign.language import Foreign, Language


@pytest.mark.parametrize(
    ("text", "usual", "language"),
    [
        ("Und wann?", "en", "de"),
        ("Wann?", "en", "de"),
        ("Quand ?", None, "fr"),
        ("¿Cuándo?", None, "es"),
        ("Kiedy?", "uk", "pl"),
        ("А про НАТО?", "uk", "uk"),
        ("А про НАТО?", "en", "ru"),
        ("Que?", "es", "es"),
        ("When?", "de", None),
        ("Blinken?", "de", None),
        ("Geneva", None, None),
    ],
)
def test_a_question_word_tells_the_language(text: str, usual: Language | None, language: Foreign | None) -> None:
    assert find_followup_language(text, usual) == language


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Und wann genau beginnt es in Wien?", ["Wien"]),
        ("fr", "Qu'a-t-il dit de l'OTAN-Russie ?", ["OTAN-Russie"]),
        ("es", "¿A qué hora empiezan las conversaciones?", ["conversaciones"]),
        ("pl", "O której godzinie się zaczynają?", []),
        ("ru", "С каких пор они там?", []),
        ("uk", "Якого дня почнуться переговори?", ["переговори"]),
    ],
)
def test_what_a_question_is_about(language: Foreign, text: str, words: list[str]) -> None:
    assert [span.of(text) for span in content_spans(text, language)] == words


def test_courtesy_is_taken_off() -> None:
    assert without_courtesy("Дякую! А коли?", "uk") == "А коли?"
    assert without_courtesy("Wie lange?", "de") == "Wie lange?"
    assert not without_courtesy("Vielen Dank!", "de")
    assert without_courtesy("Dankbarkeit", "de") == "Dankbarkeit"


def test_a_german_noun_is_no_name() -> None:
    assert may_be_name("Macron", "Und ", frozenset(), "de")
    assert may_be_name("Scholz", "Was sagte ", {"Scholz"}, "de")
    assert not may_be_name("Sanktionen", "Und ", frozenset(), "de")
    assert not may_be_name("Rat", "Und der ", frozenset(), "de")
    assert may_be_name("Макрон", "А ", frozenset(), "ru")
    assert not may_be_name("Чего", "", frozenset(), "ru")
