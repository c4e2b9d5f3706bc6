"""Are the words of a filter, in other languages, put in English, and is its language told?"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.foreign.filter_reading import english_filter, tell_language
from retrieval.foreign.filter_words import FILTER_WORDS
from retrieval.foreign.language import FOREIGN, Language

KINDS = "planned reported direct mixed unclear captions".split()


def read(text: str) -> str:
    return " ".join(english_filter(text, tell_language(text), KINDS).split())


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Blinken seit 8. Januar", "Blinken since 8 January"),
        ("seit dem 8. Jan NATO", "since 8 Jan NATO"),
        ("nach Mittwoch, vor dem 12. Januar", "after Wednesday, before 12 January"),
        ("bis 08.01.2022", "until 08.01.2022"),
        ("vom 10. bis zum 13. Januar", "on 10 to 13 January"),
        ("zwischen dem 10. und 13. Januar", "between 10 and 13 January"),
        ("im Januar", "on January"),
        ("seit gestern", "since yesterday"),
        ("diese Woche", "this week"),
        ("Blinken über die NATO", "Blinken about NATO"),
        ("Blinken und Rjabkow", "Blinken Rjabkow"),
        ("geplante Genf", "planned Genf"),
        ("wörtlich", "direct"),
        ("SEIT 8. JANUAR", "since 8 January"),
    ],
)
def test_german(text: str, english: str) -> None:
    assert read(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Blinken depuis le 8 janvier", "Blinken since 8 January"),
        ("à partir du 10 janvier", "since 10 January"),
        ("apres le 1er fevr.", "after 1 February."),
        ("jusqu’à mercredi", "until Wednesday"),
        ("du 10 au 13 janvier", "on 10 to 13 January"),
        ("entre le 10 et le 13 janvier", "between 10 and 13 January"),
        ("en mars", "on March"),
        ("Blinken sur l'OTAN", "Blinken about OTAN"),
        ("à propos de l’OTAN", "about OTAN"),
        ("Blinken et Le Drian", "Blinken Le Drian"),
        ("prévus à Genève", "planned Genève"),
        ("mars", "mars"),
    ],
)
def test_french(text: str, english: str) -> None:
    assert read(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Blinken desde el 8 de enero", "Blinken since 8 January"),
        ("después del 10 de enero", "after 10 January"),
        ("antes del miércoles", "before Wednesday"),
        ("próxima semana", "next week"),
        ("entre el 10 y el 13 de enero", "between 10 and 13 January"),
        ("del 10 al 13 de enero de 2022", "on 10 to 13 January 2022"),
        ("Blinken sobre la OTAN", "Blinken about OTAN"),
        ("Blinken o Lavrov", "Blinken Lavrov"),
        ("previstas en Los Angeles", "planned Los Angeles"),
    ],
)
def test_spanish(text: str, english: str) -> None:
    assert read(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("od 10 do 13 stycznia", "since 10 to 13 January"),
        ("po 10 stycznia", "after 10 January"),
        ("przed środą", "before Wednesday"),
        ("do środy", "until Wednesday"),
        ("między 10 a 13 stycznia", "between 10 and 13 January"),
        ("w styczniu", "on January"),
        ("Blinken na temat NATO", "Blinken about NATO"),
        ("Blinken o wojnie w środę", "Blinken about wojnie on Wednesday"),
        ("w mowie zależnej", "reported"),
    ],
)
def test_polish(text: str, english: str) -> None:
    assert read(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Лавров после 8 января", "Лавров after 8 January"),
        ("с 10 по 13 января", "since 10 to 13 January"),
        ("между 10 и 13 января", "between 10 and 13 January"),
        ("10–13 января", "10–13 January"),
        ("по 12 янв", "until 12 January"),
        ("перед средой", "before Wednesday"),
        ("на этой неделе", "on this week"),
        ("Блинкен о НАТО", "Блинкен about НАТО"),
        ("запланированные", "planned"),
        ("з 10 по 13 січня", "since 10 to 13 January"),
        ("від 10 до 13 січня", "since 10 to 13 January"),
        ("після 8-го січня", "after 8 January"),
        ("у січні", "on January"),
        ("Блінкен щодо НАТО", "Блінкен about НАТО"),
        ("нез’ясовані", "unclear"),
    ],
)
def test_russian_and_ukrainian(text: str, english: str) -> None:
    assert read(text) == english


@pytest.mark.parametrize(
    "text",
    [
        "Blinken since 8 January",
        "Blinken on NATO",
        "8 am Monday",
        "between Monday and Wednesday",
        "Theresa May may march",
        "direct Ryabkov",
        "no illusions",
        "Los Angeles",
        "",
    ],
)
def test_english_stays(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize("text", ["bis", "Blinken po do od", "desde Rusia", "après Blinken", "до Києва"])
def test_a_preposition_without_a_day_is_none(text: str) -> None:
    assert not {"since", "after", "before", "until", "on"} & set(read(text).split())


def test_accents_may_stand_apart() -> None:
    assert read(unicodedata.normalize("NFD", "après le 8 février")) == "after 8 February"


def test_kinds_are_read_that_such_a_filter_has() -> None:
    assert english_filter("geplant wörtlich", "de", ["direct"]).split() == ["geplant", "direct"]


@pytest.mark.parametrize("language", FOREIGN)
def test_every_language_has_the_same_words(language: Language) -> None:
    assert all(list(words) == list(FILTER_WORDS["de"]) for words in FILTER_WORDS.values())
    assert {tell_language(text) for text in SAME[language]} == {language}


SAME: dict[Language, list[str]] = {
    "de": ["geplant", "Blinken seit 8. Januar", "bis Mittwoch", "über NATO", "NATO 8. Januar", "gestern"],
    "fr": ["prévu", "Blinken depuis le 8 janvier", "mercredi", "sur l'OTAN", "8 janvier", "hier"],
    "es": ["previsto", "Blinken desde el 8 de enero", "miércoles", "sobre la OTAN", "8 de enero", "ayer"],
    "pl": ["planowane", "Blinken od 8 stycznia", "do środy", "na temat NATO", "8 stycznia", "wczoraj"],
    "ru": ["запланировано", "Лавров после 8 января", "до среды", "8 января", "вчера", "Рябков"],
    "uk": ["заплановано", "Лавров після 8 січня", "до середи", "8 січня", "учора", "щодо НАТО"],
}


@pytest.mark.parametrize(
    ("text", "usual", "language"),
    [
        ("Рябков", "uk", "uk"),
        ("Рябков", "ru", "ru"),
        ("НАТО 8 січня", "ru", "uk"),
        ("Blinken 12 mai", "fr", "fr"),
        ("Blinken 12 mai", "de", "de"),
        ("Blinken 12 mai", "en", None),
        ("Blinken since 8. Januar", "de", "de"),
        ("Blinken since 8. Januar", "fr", "en"),
        ("Blinken since 8 Jan", "de", "en"),
        ("Blinken in Genf", "de", "de"),
        ("Blinken in Genf", "pl", None),
        ("Blinken y Riabkov", "en", "es"),
        ("Blinken o NATO", "pl", "pl"),
        ("Blinken o NATO", "es", "es"),
        ("Blinken on NATO", "de", "en"),
        ("on Monday", "de", "en"),
        ("ryabkov no illusions", "de", None),
        ("Sherman in Geneva", "fr", None),
        ("Ryabkov", "de", None),
        ("direct", "de", None),
        ("谁", "de", "und"),
        ("", "de", None),
    ],
)
def test_what_several_languages_share_is_in_the_usual_one(text: str, usual: str, language: Language | None) -> None:
    assert tell_language(text, usual) == language


PARTS = "bis 10 13. Januar січня do 10 де от l' sur l'OTAN и a 31 mars .. – środę this ß İ é".split()


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=4), max_size=10).map(" ".join))
def test_whatever_is_typed_is_read(text: str) -> None:
    english_filter(text, tell_language(text), KINDS)
