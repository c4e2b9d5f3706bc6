"""Are names in other languages and alphabets known again?"""

from __future__ import annotations

import pytest

from retrieval.foreign.language import Foreign
from retrieval.foreign.names import english_name, english_word, has_capitals, spellings


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


@pytest.mark.parametrize(
    ("language", "words", "english"),
    [
        ("de", "Russlands Russland", "Russia"),
        ("de", "Ukrainer Ukrainern Ukrainerin ukrainische", "Ukrainian"),
        ("de", "Präsident Präsidenten Präsidentin", "President"),
        ("de", "Wiener Wiens", "Vienna"),
        ("fr", "russe Russes russes", "Russian"),
        ("fr", "ukrainienne ukrainiens", "Ukrainian"),
        ("es", "rusas ruso rusos Rusos", "Russian"),
        ("es", "alemana alemanes alemán", "German"),
        ("pl", "Rosjanie Rosjanom rosyjskiego rosyjskimi", "Russian"),
        ("pl", "Niemczech Niemcy Niemiec", "Germany"),
        ("pl", "Kanadzie Kanadą", "Canada"),
        ("pl", "Kijowa Kijowem", "Kyiv"),
        ("ru", "россияне россиян русскими российско", "Russian"),
        ("ru", "Крыму Крыма", "Crimea"),
        ("ru", "Беларуси Беларусью", "Belarus"),
        ("ru", "Зеленского Зеленским", "Zelensky"),
        ("ru", "Київ Києві", "Kyiv"),
        ("uk", "українців українцям українських", "Ukrainian"),
        ("uk", "Києвом Києву", "Kyiv"),
        ("uk", "Львова Львові", "Lviv"),
    ],
)
def test_cases_of_one_language(language: Foreign, words: str, english: str) -> None:
    found = {word: english_name(word, language) for word in words.split()}
    assert found == dict.fromkeys(words.split(), english)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Radio Radar prägen Prägung Krimi Krimis Roman Romane Georg Indiz Polizei deuten Rat Irak Ira Partei"),
        ("fr", "vienne viens viennent indique Indien Georges romain Roman Prag Radio pratique crime paritaire suivre"),
        ("es", "viene Viene vienen indica Indica ruta rumor Roman práctica crimen chile unir consejo Georges"),
        ("pl", "ruszą ruszyły Ruszą roman Roman Radio radca włosy węgiel chin rzymianin krytyka praga kremy Polegać"),
        ("ru", "советник Советник радость рада Криминал криминал Грузовик груз вена вены римляне роман крыть Индекс"),
        ("uk", "радник радість ради Рим'яни кримінал вантаж Індекс прага женева Мінус ритм Відео"),
    ],
)
def test_ordinary_words_are_no_names(language: Foreign, words: str) -> None:
    assert {word: english_name(word, language) for word in words.split() if english_name(word, language)} == {}


def test_names_are_those_of_the_language() -> None:
    assert english_name("Vienne", "fr") == english_name("Vienne") == "Vienna"
    assert english_name("Vienne", "de") is None
    assert english_name("polska", "pl") == "Polish"
    assert english_name("Polska", "pl") == "Poland"


def test_typed_without_capitals_names_are_known_again() -> None:
    assert english_name("женеву", "ru") is None
    assert english_name("женеву", "ru", cased=False) == "Geneva"


@pytest.mark.parametrize(
    ("text", "cased"), [("Кто едет в женеву?", False), ("¿qué dijo?", False), ("wer ist Blinken", True), ("", False)]
)
def test_a_text_has_capitals_behind_its_first_letter(text: str, *, cased: bool) -> None:
    assert has_capitals(text) == cased


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
