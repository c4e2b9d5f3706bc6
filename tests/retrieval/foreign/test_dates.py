"""Are days in other languages read?"""

from __future__ import annotations

import pytest

from retrieval.foreign.dates import english_dates, languages_of_days, typed_day


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("12 січня", "12 January"),
        ("12 января 2022 г.", "12 January 2022"),
        ("12. Januar 2022", "12 January 2022"),
        ("12 janvier", "12 January"),
        ("1er mars", "1 March"),
        ("12 de enero de 2022", "12 January 2022"),
        ("12 stycznia", "12 January"),
        ("в понедельник", "в Monday"),
        ("у п’ятницю", "у Friday"),
        ("13-го января 2022", "13 January 2022"),
        ("8 janv. 2022", "8 January 2022"),
        ("3 paź", "3 October"),
        ("między środą a piątkiem", "między Wednesday a Friday"),
        ("Women of mars", "Women of mars"),
        ("12 soldiers", "12 soldiers"),
        ("12 Jan", "12 Jan"),
    ],
)
def test_days_are_said_in_english(text: str, english: str) -> None:
    assert english_dates(text) == english


def test_a_day_is_found_again_as_it_was_typed() -> None:
    assert typed_day("31 February 2022", "nach dem 31. Februar 2022") == "31. Februar 2022"
    assert typed_day("31 Feb", "after 31 Feb") == "31 Feb"


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("12 mai", [{"de", "fr"}]),
        ("8 janv. et lundi", [{"fr"}, {"fr"}]),
        ("8 листопада", [{"uk"}]),
        ("8 Jan, 8 April, 8. September", []),
        ("mars", []),
    ],
)
def test_days_tell_a_language(text: str, languages: list[set[str]]) -> None:
    assert list(languages_of_days(text)) == languages
