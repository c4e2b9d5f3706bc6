"""What does the index hear of a question in another language?"""

from __future__ import annotations

import pytest

from retrieval.bm25 import BM25Retriever
from retrieval.foreign.language import find_language, is_foreign
from retrieval.foreign.reading import read_foreign, read_names
from retrieval.understanding import understand
from retrieval.vocabulary import Vocabulary
from tests.retrieval.gold.measure import seeds

SEEDS = seeds()
RETRIEVER = BM25Retriever(SEEDS)
WORDS = Vocabulary(article.text for article in SEEDS.articles)


def read(text: str) -> str:
    language = find_language(text)
    assert is_foreign(language)
    return " ".join(read_foreign(text, language, RETRIEVER.knows, WORDS).split())


@pytest.mark.parametrize(
    ("asked", "heard"),
    [
        ("Wer leitet die russische Delegation?", "who leitet Russian delegation?"),
        ("Was sagte Blinken über einen Durchbruch?", "what did Blinken say durchbruch?"),
        ("Was will Macron von den Vereinigten Staaten?", "Macron USA?"),
        ("Wie viele der 100.000 Soldaten?", "how many 100000 soldaten?"),
        ("Combien de soldats à la frontière de l'Ukraine ?", "how many soldats frontière Ukraine ?"),
        ("¿Cuándo se reúne el Consejo OTAN-Rusia en Bruselas?", "¿when reúne Council NATO Russia Brussels?"),
        ("Co powiedział Ławrow o Stanach Zjednoczonych?", "what did Ławrow say USA?"),
        ("Что сказал Рябков 12 января в Женеве?", "what did Ryabkov say 12 January Geneva?"),
        ("¿Cuándo viene Blinken?", "¿when viene Blinken?"),
        ("Kiedy ruszą rozmowy w Genewie?", "when ruszą rozmowy Geneva?"),
        ("кто едет в женеву?", "who едет Geneva?"),
        ("О котрій зустріч у понеділок?", "what time зустріч Monday?"),
    ],
)
def test_question_words_names_and_days_are_heard(asked: str, heard: str) -> None:
    assert read(asked) == heard


@pytest.mark.parametrize(
    ("asked", "heard"),
    [
        ("What did Рябков say in Женеве about NATO?", "What did Ryabkov say in Geneva about NATO?"),
        ("Was will Russland?", "Was will Russia?"),
        ("What does Blinken want in Paris?", "What does Blinken want in Paris?"),
    ],
)
def test_foreign_names_in_an_english_question_are_heard(asked: str, heard: str) -> None:
    assert read_names(asked, RETRIEVER.knows, WORDS) == heard


@pytest.mark.parametrize(
    ("asked", "unknown"),
    [
        ("Що сказав Макрон?", ["Макрон"]),
        ("Was sagte Bundeskanzler Scholz zu den Verhandlungen?", ["Scholz"]),
        ("Wer leitet die russische Delegation?", []),
        ("Wem hat Russland seine Forderungen übergeben?", []),
        ("Qu'a déclaré Macron au sujet de l'Ukraine ?", ["Macron"]),
        ("Что сказал Рябков?", []),
    ],
)
def test_names_that_the_articles_do_not_hold_are_said_as_typed(asked: str, unknown: list[str]) -> None:
    question = understand(asked, RETRIEVER.knows, WORDS, by_meaning=True)
    assert list(question.unknown) == unknown
    assert question.asked == asked


def test_words_that_english_cannot_say_are_searched_for_by_words_alone() -> None:
    asked = "Wer leitet die russische Delegation?"
    assert understand(asked, RETRIEVER.knows, WORDS, by_meaning=True).terms == ("russia",)
    assert len(understand(asked, RETRIEVER.knows, WORDS, by_meaning=False).terms) == 3
