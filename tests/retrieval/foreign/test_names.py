"""Are names in other languages and alphabets known again?"""

from __future__ import annotations

import pytest

from retrieval.foreign.names import english_name, english_word, spellings


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("Genf Genève Ginebra Genewa Genewie Женева Женеві Женевою", "Geneva"),
        ("Wien Vienne Viena Wiedeń Wiedniu Вена Вене Відень Відні", "Vienna"),
        ("Brüssel Bruxelles Bruselas Brukseli Брюсселе Брюсселі", "Brussels"),
        ("Russland Rosji России Росією", "Russia"),
        ("russische russischen rosyjskiej российскую російською", "Russian"),
        ("Kiew Kijowie Киеве Києва", "Kyiv"),
        ("OTAN НАТО", "NATO"),
        ("OSZE OBWE ОБСЕ ОБСЄ", "OSCE"),
    ],
)
def test_names_of_places_in_any_case(words: str, english: str) -> None:
    assert {word: english_name(word) for word in words.split()} == dict.fromkeys(words.split(), english)


@pytest.mark.parametrize("word", ["Delegation", "солдат", "Макрон", "frontera", "x", ""])
def test_other_words_are_no_names(word: str) -> None:
    assert english_name(word) is None


@pytest.mark.parametrize(
    ("word", "spelt"),
    [("Рябков", "ryabkov"), ("Rjabkow", "ryabkov"), ("Lawrow", "lavrov"), ("Szerman", "sherman"), ("Путіна", "putina")],
)
def test_names_of_people_are_spelt_as_english_does(word: str, spelt: str) -> None:
    assert spelt in [spelling.lower() for spelling in spellings(word)]


@pytest.mark.parametrize(
    ("typed", "word"),
    [("Женева", "Geneva"), ("Genf", "Geneva"), ("Рябков", "Ryabkov"), ("parish", "parish"), ("Ryabkov", "Ryabkov")],
)
def test_a_word_typed_alone(typed: str, word: str) -> None:
    assert english_word(typed) == word
