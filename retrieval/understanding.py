"""How is a question understood, in whatever language it is asked?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from retrieval.foreign.language import find_language, is_foreign
from retrieval.foreign.reading import read_foreign, read_names
from retrieval.question import Question, analyze_question
from retrieval.vocabulary import Vocabulary

NOTHING = Vocabulary(())
"""What is to be mended was mended: the words that are left are of another language."""


def understand(text: str, knows: Callable[[str], bool], vocabulary: Vocabulary, *, by_meaning: bool) -> Question:
    """Read a question against what the articles hold; one in another language as far as English words can say it.

    By meaning, the words that they can't say are found otherwise, and need not be searched for.
    """
    language = find_language(text)
    if not is_foreign(language):
        read = read_names(text, knows, vocabulary)
        return replace(analyze_question(read, knows, vocabulary), asked=text, language=language)
    question = analyze_question(read_foreign(text, language, knows, vocabulary), knows, NOTHING)
    terms = tuple(filter(knows, question.terms)) if by_meaning else question.terms
    return replace(question, terms=terms, asked=text, language=language)
