"""How near does a question come to questions that have nothing to do with the articles?

Some questions come near everything, in some languages more than in others. What they come near anyway is taken off,
as in cross-domain similarity local scaling (Conneau et al., Word translation without parallel data, 2018).
"""

from __future__ import annotations

import numpy as np

from retrieval.calibration import foreign_questions
from retrieval.semantic.book import Book, digest, join_books
from retrieval.semantic.encoder import Encoder, Floats
from retrieval.semantic.vectors import Vectors

NEIGHBOURS = 10
ITSELF = 0.999
"""From this cosine on it is the same question."""


def learn_background(encoder: Encoder, known: Book) -> Vectors:
    """The vectors of questions on everything but the news."""
    questions = foreign_questions()
    vectors, is_known = join_books([known], encoder.name, digest("question", questions))
    for number in np.flatnonzero(~is_known).tolist():
        vectors.put(np.asarray([number]), Vectors.compress(encoder.encode_question(questions[number])[None]))
    return vectors


def nearness(background: Vectors, vector: Floats) -> float:
    """The mean cosine of the nearest ones."""
    cosines = background.cosines(vector)
    others = np.sort(cosines[cosines < ITSELF])
    return float(others[-NEIGHBOURS:].mean())
