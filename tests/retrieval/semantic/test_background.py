"""Is it known how near a question comes to foreign ones, itself left out?"""

from __future__ import annotations

import numpy as np
import pytest

from retrieval.calibration import foreign_questions
from retrieval.semantic.background import NEIGHBOURS, learn_background, nearness
from retrieval.semantic.book import Book, digest
from retrieval.semantic.vectors import DIMENSIONS, Vectors
from tests.retrieval.semantic.encoders import Letters

NOTHING = Book(Letters.name, digest("question", []), Vectors.empty(0))


def test_only_questions_that_are_not_known_are_encoded() -> None:
    first, *others = foreign_questions()
    encoder = Letters()
    known = Book(encoder.name, digest("question", [first]), Vectors.compress(encoder.encode_question(first)[None]))
    encoder.questions.clear()
    background = learn_background(encoder, known)
    assert encoder.questions == others
    assert np.array_equal(background.exact(0), known.vectors.exact(0))


def test_the_nearest_count() -> None:
    cosines = np.linspace(0, 0.9, 3 * NEIGHBOURS)
    rows = np.zeros((len(cosines), DIMENSIONS), np.float32)
    rows[:, 0], rows[:, 1] = cosines, np.sqrt(1 - cosines**2)
    assert nearness(Vectors.compress(rows), _axis()) == pytest.approx(cosines[-NEIGHBOURS:].mean(), abs=0.01)


def test_but_not_the_question_itself() -> None:
    encoder = Letters()
    background = learn_background(encoder, NOTHING)
    others = background.take(np.arange(len(background)) != 7)
    vector = encoder.encode_question(foreign_questions()[7])
    assert nearness(background, vector) == nearness(others, vector)


def _axis() -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    axis = np.zeros(DIMENSIONS, np.float32)
    axis[0] = 1
    return axis
