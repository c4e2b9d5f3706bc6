"""Which language is a question taken to be in?"""

from __future__ import annotations

import pytest

from retrieval.calibration import foreign_questions
from retrieval.foreign.language import (
    FOREIGN,
    Language,
    find_language,
    fold_words,
    is_foreign,
    is_small_word,
    possible_languages,
)
from retrieval.foreign.language_words import ENGLISH_TOO, TELLING, WORDS


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
        ("Was hat Blinken gesagt?", "de"),
        ("Was was said?", "en"),
        ("QUE DIT L'OTAN ?", "fr"),
        ("Was sagte Рябков?", "de"),
        ("What did Рябков say about NATO?", "en"),
        ("Что сказал Blinken in Geneva?", "ru"),
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
        ("Was will Putin?", "de", "de"),
        ("Was will Putin?", "fr", "en"),
        ("War in Ukraine", "de", "de"),
        ("Is there war in Ukraine?", "de", "en"),
        ("ryabkov reuters", "de", None),
    ],
)
def test_what_several_languages_share_is_in_the_usual_one(text: str, usual: str, language: Language | None) -> None:
    assert find_language(text, usual) == language


SHORT: dict[Language, tuple[str, ...]] = {
    "en": (
        "Is Russia attacking?", "Will there be war?", "And Vienna?", "Who lied?", "What's new?", "Why Geneva?",
        "Any news on Ukraine?", "Did Putin lie?", "Any progress?", "Can Biden win?", "So what now?", "Not a war?",
        "A deal or no deal?", "How far is Kyiv?", "Am I right?", "What is Luis Paz y Miño's surname?",
    ),
    "de": (
        "Also wird Russland angreifen?", "Greift Russland an?", "Gibt es Krieg?", "Warum Genf?", "Wieso Genf?",
        "Kommt es zum Krieg?", "Neue Sanktionen?", "Was Neues?", "Will Putin Krieg?", "Was nun?", "Am Montag?",
        "Droht Krieg?", "Liefert Deutschland Waffen?", "So viele Soldaten?", "Und die NATO?", "Wie geht es weiter?",
    ),
    "fr": (
        "Et Vienne ?", "Pourquoi Genève ?", "Qui est Poutine ?", "Poutine et l'OTAN ?", "Quoi de neuf ?",
        "La Russie va-t-elle attaquer ?", "Y aura-t-il la guerre ?", "Y a-t-il un accord ?", "Où ça ?", "Et après ?",
        "Combien de soldats ?", "Que fait Macron ?", "Vienne ou Genève ?", "Blinken à Vienne", "Poutine ment-il ?",
    ),
    "es": (
        "Blinken y Putin", "Y en Viena?", "Y Viena?", "Quien es Putin?", "Por que Ginebra?", "Habra guerra?",
        "Va a atacar Rusia?", "Que dijo Putin?", "Que sanciones?", "Y la OTAN?", "Rusia y la OTAN", "Y despues?",
        "Que pasa en Viena?", "Ucrania y Rusia", "Que quiere Rusia?", "Blinken en Viena",
    ),
    "pl": (
        "A Wiedeń?", "W Wiedniu?", "Kim jest Putin?", "Dlaczego Genewa?", "Będzie wojna?", "Co nowego?",
        "Jakie sankcje?", "Ilu żołnierzy?", "Co dalej?", "Rosja zaatakuje?", "Gdzie rozmowy?", "A co z Polską?",
        "Co chce Putin?", "Kto wygra?", "Po co rozmowy?",
    ),
    "ru": (
        "Россия нападет?", "Санкции против России?", "Война будет?", "Что нового?", "Где переговоры?", "Кто врет?",
        "Чего хочет Путин?", "Сколько солдат?", "Что дальше?", "Зачем переговоры?", "Солдаты на границе",
        "Кто ведет переговоры?", "Будет ли война?", "Переговоры завтра?", "Куда поедет Блинкен?",
    ),
    "uk": (
        "Росія нападе?", "Санкції проти Росії?", "Переговори завтра?", "Що нового?", "Де переговори?", "Хто бреше?",
        "Чого хоче Путін?", "Скільки солдатів?", "Що далі?", "Навіщо переговори?", "Солдати на кордоні",
        "Хто веде переговори?", "Чи буде війна?", "Дякую за новини", "Куди поїде Блінкен?",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", SHORT)
@pytest.mark.parametrize("usual", ["en", "de", "ru"])
def test_short_questions_are_told_whatever_is_usual(language: Language, usual: str) -> None:
    assert [text for text in SHORT[language] if find_language(text, usual) != language] == []


@pytest.mark.parametrize("usual", [None, "en"])
@pytest.mark.parametrize(
    "text",
    [
        "War in Ukraine", "Ukraine war", "Will war start in Ukraine?", "UN on Ukraine", "un on ukraine",
        "Was war averted?", "Man in Geneva", "Did men die?", "No comment", "Who pays?", "A son of Biden",
        "Kim in Geneva", "Ten soldiers", "Russia's demands", "Putin won't attack Kyiv", "O'Brien on NATO",
        "Hay for Ukraine", "EU sanctions", "de-escalation talks", "E-mail from co-chair", "T-72 tanks",
        "George W. Bush in Kyiv", "Los Angeles talks", "A de facto border", "Le Pen on NATO", "Reunion in Geneva",
    ],
)  # fmt: skip
def test_words_that_english_has_too_tell_no_other_language(text: str, usual: str | None) -> None:
    assert find_language(text, usual) in {"en", None}


def test_each_of_the_words_that_english_has_too_stands_in_a_list() -> None:
    lists = [*WORDS.values(), *TELLING.values()]
    words = frozenset[str]().union(*map(fold_words, lists))
    assert fold_words(ENGLISH_TOO) <= words


@pytest.mark.parametrize(
    ("text", "possible"),
    [("Was will Putin?", ["en", "de"]), ("Blinken o NATO", ["es", "pl"]), ("Рябков", ["ru", "uk"]), ("Genf", [])],
)
def test_the_languages_that_a_text_may_be_in(text: str, possible: list[Language]) -> None:
    assert possible_languages(text) == possible


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
