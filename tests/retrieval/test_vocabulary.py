"""Are slips mended, and words left alone that merely look like others?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis import TOKEN, analyze, split_token
from retrieval.vocabulary import Vocabulary
from tests.corpus.texts import texts
from tests.retrieval.gold.measure import seeds


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(article.text for article in seeds().articles)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("blinkin", "blinken"),
        ("Blinkin", "blinken"),
        ("BLINKIN", "blinken"),
        ("breakthru", "breakthroughs"),
        ("Ukranian", "ukrainian"),
        ("counsel", "council"),
        ("rusia", "russia"),
        ("demnad", "demand"),
        ("wepons", "weapons"),
        ("genva", "geneva"),
        ("Sherma", "sherman"),
        ("Ryabkow", "ryabkov"),
        ("solders", "soldiers"),
        ("negotiaton", "negotiation"),
    ],
)
def test_a_slip_is_mended(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    assert vocabulary.mend(typed) == meant


@pytest.mark.parametrize(
    "word",
    [
        *("tanks", "general", "start", "Turkey", "Poland", "Germany", "Georgia", "Macron", "Merkel", "Lavrov", "Biden"),
        *("Obama", "nuclear", "peace", "chess", "x", "", "123456", "covid-19", "a" * 4096, "🙂", "переговоры"),
    ],
)
def test_another_word_is_left_alone(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.mend(word) is None


@pytest.mark.parametrize(
    ("held", "typed", "meant"),
    [
        ("optimism", "optimistic", "optimism"),
        ("a photo", "photographer", "photo"),
        ("negotiations", "negotiators", "negotiations"),
        ("a general", "generator", "general"),
        ("an interlocutor", "interest", None),
        ("Russians", "Rusia", "russia"),
        ("", "talks", None),
    ],
)
def test_a_relative_stands_in(held: str, typed: str, meant: str | None) -> None:
    assert Vocabulary([held]).mend(typed) == meant


def test_the_words_are_those_of_the_articles_and_their_names() -> None:
    assert len(Vocabulary(["Talks, talks and TALKS", "100,000 talks"])) == len({"talks", "talk", "and"})


@pytest.mark.parametrize("slip", ["conversatoin", "expansiom", "atmosphare", "guarantes", "invasoin"])
def test_a_mended_word_means_what_the_articles_hold(vocabulary: Vocabulary, slip: str) -> None:
    """A stem need not be its own stem (convers, conver): words are mended to words."""
    held = {term for article in seeds().articles for term in analyze(article.text)}
    assert set(analyze(vocabulary.mend(slip) or "")) & held


@settings(deadline=None)
@given(st.lists(texts, max_size=3), texts | st.text())
def test_any_word_is_mended_to_one_of_the_articles(held: list[str], word: str) -> None:
    mended = Vocabulary(held).mend(word)
    assert mended is None or set(analyze(mended)) <= {
        term for text in held for token in TOKEN.findall(text) for part in split_token(token) for term in analyze(part)
    }


def test_nothing_is_mended_that_is_no_stem_of_a_word() -> None:
    """“converse” is a letter more than the stem of “conversation”, which as a word gives another term."""
    assert Vocabulary(["conversation"]).mend("converse") in {None, "conversation"}
