"""Is a question understood, however it is typed?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis import analyze
from retrieval.bm25 import BM25Retriever
from retrieval.question import Question, analyze_question
from retrieval.vocabulary import Vocabulary
from tests.corpus.texts import texts
from tests.retrieval.gold.measure import seeds

CORPUS = seeds()
RETRIEVER = BM25Retriever(CORPUS)
VOCABULARY = Vocabulary(article.text for article in CORPUS.articles)


def understand(text: str) -> Question:
    return analyze_question(text, RETRIEVER.knows, VOCABULARY)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Who leads the Russian side?", ["lead", "russia", "side"]),
        ("who leads the russian side", ["lead", "russia", "side"]),
        ("WHO LEADS THE RUSSIAN SIDE?", ["lead", "russia", "side"]),
        ("Russia, Russia’s, Russian", ["russia"]),
        ("What do the United States want?", ["us"]),
        # frames
        ("How many troops are there?", ["troop"]),
        ("What kind of weapons?", ["weapon"]),
        ("What happened in Geneva?", ["geneva"]),
        ("which city will host the talks", ["host", "talk"]),
        # light words, unless there is nothing else
        ("What did Ryabkov say?", ["ryabkov"]),
        ("Did they say?", ["say"]),
        ("What will happen tomorrow?", ["happen", "tomorrow"]),
        ("What will happen in Geneva tomorrow?", ["geneva"]),
        # slips
        ("what did blinkin say about a breakthru", ["blinken", "breakthrough"]),
        ("NATO-Russia counsel", ["nato", "russia", "council"]),
        ("solders in Ukrain", ["soldier", "ukrain"]),
        # nothing
        ("", []),
        ("?", []),
        ("x", ["x"]),
        ("the and of", []),
        ("Who? What? Why?", []),
        ("🙂🙂", []),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert understand(text).terms == tuple(terms)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("What did Macron say?", ["Macron"]),
        ("What did Emmanuel Macron say to Olaf Scholz?", ["Emmanuel", "Macron", "Olaf", "Scholz"]),
        ("Did Sherman meet Lavrov?", ["Lavrov"]),
        ("Who is Angela Merkel?", ["Angela", "Merkel"]),
        ("And Merkel?", ["Merkel"]),
        ("Did Macron meet Macron?", ["Macron"]),
        ("What about “Macron”?", ["Macron"]),
        ("What about (Macron)?", ["Macron"]),
        ("Is Macron’s plan known?", ["Macron’s"]),
        ("What did the US–France summit decide?", ["France"]),
        # numbers
        ("Did 300,000 soldiers come?", ["300,000"]),
        ("What happened in 1989?", ["1989"]),
        ("100,000 soldiers on January 13, 2022", []),
        # a sentence's first word says nothing by its capital, nor do all in a headline
        ("Macron said what?", []),
        ("Tell me. Macron said what?", []),
        ("What Did Merkel Say?", []),
        ("What Did Merkel Say of the Talks in Minsk", []),
        ("WHAT DID MERKEL SAY", []),
        ("what did macron say", []),
        # known, or a slip
        ("What did Blinken and Ryabkov say in Geneva?", []),
        ("What did Blinkin say?", []),
        ("Are the Americans and the Ukrainians there?", []),
        ("Is it in Kyiv, or in Kiev?", []),
        ("Will I be there?", []),
    ],
)
def test_names_and_numbers_that_the_articles_do_not_hold(text: str, unknown: list[str]) -> None:
    assert understand(text).unknown == tuple(unknown)


def test_names_in_their_hundreds() -> None:
    names = [f"Macr{chr(97 + number % 26)}x{chr(97 + number // 26)}q" for number in range(500)]
    assert understand("and so said " + " ".join(names)).unknown == tuple(names)


@pytest.mark.parametrize(
    "text", ["talks " * 682, "x" * 4096, "What time " * 409, "“" * 4096, "A b " * 1024, "9" * 4096]
)
def test_long_questions(text: str) -> None:
    question = understand(text)
    assert question.text == text
    assert len(question.terms) <= 2


@settings(deadline=None)
@given(texts | st.text(max_size=200))
def test_any_question(text: str) -> None:
    question = understand(text)
    assert len(set(question.terms)) == len(question.terms)
    assert len(set(question.unknown)) == len(question.unknown)
    assert all(question.terms)
    assert all(name in text for name in question.unknown)
    assert not any(RETRIEVER.knows(term) for name in question.unknown for term in analyze(name))
