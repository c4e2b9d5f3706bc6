"""Is the threshold what the foreign questions ask for, and confidence what its parts say?"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.calibration import (
    FEW,
    LEAST,
    MANY,
    NEXT_BEST,
    REFUSED_SHARE,
    calibrate,
    confidence,
    foreign_questions,
    refused_by_meaning,
    refused_by_words,
)
from retrieval.retriever import Hit


def hits(*scores: float) -> list[Hit]:
    return [Hit(number, score) for number, score in enumerate(sorted(scores, reverse=True))]


def test_the_foreign_questions_are_many_and_each_stands_once() -> None:
    questions = foreign_questions()
    assert len(questions) >= 190
    assert len({" ".join(question.casefold().split()) for question in questions}) == len(questions)
    assert all(question == question.strip() != "" for question in questions)


def test_the_foreign_questions_are_foreign() -> None:
    news = re.compile(
        r"ukrain|russia|nato\b|kremlin|putin|kyiv|kiev|geneva|blinken|ryabkov|donetsk|donbas|crimea", re.IGNORECASE
    )
    assert [question for question in foreign_questions() if news.search(question)] == []


def test_the_threshold_refuses_its_share_of_the_foreign_questions() -> None:
    scores = {question: 0.2 + number / 1000 for number, question in enumerate(foreign_questions())}
    threshold = calibrate(scores.__getitem__)
    refused = sum(score < threshold for score in scores.values()) / len(scores)
    assert refused == pytest.approx(REFUSED_SHARE, abs=1 / len(scores))


@given(st.floats(0.2, 1), st.floats(0.2, 1))
def test_the_threshold_rises_with_the_likeness_of_the_foreign_questions(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert calibrate(lambda _: low) == low <= high == calibrate(lambda _: high)


def test_few_passages_refuse_more_by_meaning_and_less_by_words() -> None:
    assert refused_by_meaning(FEW) > refused_by_meaning(300) > refused_by_meaning(MANY) == refused_by_meaning(10 * MANY)
    assert REFUSED_SHARE == refused_by_words(FEW) < refused_by_words(300) < refused_by_words(MANY) == 1


def test_all_foreign_questions_but_the_surest_can_be_refused() -> None:
    scores = {question: 0.2 + number / 1000 for number, question in enumerate(foreign_questions())}
    assert calibrate(scores.__getitem__, 1.0) == max(scores.values())


def test_the_threshold_has_a_floor() -> None:
    assert calibrate(lambda _: 0.0) == LEAST


def test_without_passages_or_terms_there_is_no_confidence() -> None:
    assert confidence([], 3, 3, fits=True) == 0
    assert confidence(hits(0.9, 0.3), 0, 0, fits=True) == 0


scores = st.lists(st.floats(0.01, 2), min_size=1, max_size=15)


@given(scores, st.integers(1, 20), st.floats(0.01, 1))
def test_a_better_best_passage_raises_confidence(others: list[float], terms: int, more: float) -> None:
    better = [max(others) + more, *sorted(others, reverse=True)[1:]]
    assert confidence(hits(*better), terms, terms, fits=True) > confidence(hits(*others), terms, terms, fits=True)


@given(scores, st.integers(1, 20), st.data())
def test_unknown_terms_and_passages_that_do_not_fit_lower_it(
    others: list[float], terms: int, data: st.DataObject
) -> None:
    held = data.draw(st.integers(0, terms - 1))
    found = hits(*others)
    assert confidence(found, terms, held, fits=True) < confidence(found, terms, held + 1, fits=True)
    assert confidence(found, terms, held, fits=False) < confidence(found, terms, held, fits=True)


@given(scores, st.integers(1, 20))
def test_a_longer_question_may_reach_less(others: list[float], terms: int) -> None:
    found = hits(*others)
    assert confidence(found, terms, terms, fits=True) < confidence(found, terms + 1, terms + 1, fits=True)


def test_a_passage_that_leads_was_meant() -> None:
    alone, amid = hits(0.9, 0.3), hits(0.9, 0.8)
    assert confidence(alone, 2, 2, fits=True) > confidence(amid, 2, 2, fits=True)


def test_what_stands_far_down_does_not_count() -> None:
    found = hits(*(0.9 for _ in range(NEXT_BEST)))
    assert confidence([*found, Hit(99, 0.1)], 2, 2, fits=True) == confidence(found, 2, 2, fits=True)
