"""Are spellings of one name taken for one, and different names not?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.spellings import PersonName, fold_name, read_person, sound_of


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Kremlin", "kremlin"),
        ("the U.S.  State Department", "us state department"),
        ("a senior administration official", "senior administration official"),
        ("Ján Kubiš", "jan kubis"),
        ("O’Brien", "obrien"),
        ("The", "the"),
        ("Theresa May", "theresa may"),
    ],
)
def test_a_name_is_folded(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@pytest.mark.parametrize(
    "spellings",
    [
        "Ryabkov Rjabkow Riabkov Rjabkov RYABKOV",
        "Sergei Sergey Sergej",
        "Zelensky Zelenskyy Zelenskiy Zelenskyj Zelens’kyy",
        "Lavrov Lawrow",
        "Antony Anthony",
        "Dmitry Dmitri Dmitrij Dmitriy",
        "Assad al-Assad Al-Assad",
        "Jean-Yves Jean‑Yves",
    ],
)
def test_spellings_sound_the_same(spellings: str) -> None:
    assert len({sound_of(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize("names", ["Lee Li", "Blinken Blinkin", "Bush Bash", "Carter Charter", "Wood Wod"])
def test_other_names_sound_different(names: str) -> None:
    assert len({sound_of(name) for name in names.split()}) == 2


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Blinken", PersonName("blinken")),
        ("Mr. Blinken", PersonName("blinken")),
        ("Antony Blinken", PersonName("blinken", "antoni")),
        ("Antony J. Blinken", PersonName("blinken", "antoni", "i")),
        ("A. Blinken", PersonName("blinken", "a")),
        ("J.K. Rowling", PersonName("rovling", "i", "k")),
        ("Ursula von der Leyen", PersonName("vonderleien", "ursula")),
        ("von der Leyen", PersonName("vonderleien")),
        ("Donald Trump Jr.", PersonName("trump jr", "donald")),
        ("Jr.", PersonName("ir")),
        ("Mr.", PersonName("mr")),
        ("", PersonName("")),
    ],
)
def test_a_person_is_read(name: str, read: PersonName) -> None:
    assert read_person(name) == read


@given(st.text())
def test_any_name_is_read(name: str) -> None:
    assert read_person(name).surname == read_person(name).surname.strip()
    assert fold_name(fold_name(name).removeprefix("the ")) == fold_name(name).removeprefix("the ")
