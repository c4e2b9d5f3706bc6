"""Does a text give the same terms however it is written?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis import analyze, find_terms, fold, read_words
from tests.corpus.texts import HOSTILE, texts

TERMS = {
    "": [],
    "  \n\t ": [],
    "?!… – “”": [],
    "🙂 🇺🇦": [],
    "x": ["x"],
    "talks": ["talk"],
    "TALKS": ["talk"],
    "snake_case": ["snake", "case"],
    # how letters are written
    "ﬁnally": ["final"],
    "ＮＡＴＯ": ["nato"],
    "café": ["cafe"],
    "cafe\u0301": ["cafe"],
    "Kyïv": ["kyiv"],
    "Kyi\u0308v": ["kyiv"],
    "Straße": ["strass"],
    "İstanbul": ["istanbul"],
    "nego\u00adtiate": ["negoti"],
    # possessives
    "Ukraine’s": ["ukrain"],
    "Ukraine's": ["ukrain"],
    "Ukraineʼs": ["ukrain"],
    "UKRAINE’S": ["ukrain"],
    "allies’ allies": ["alli", "alli"],
    "Russia’s Russians’": ["russia", "russia"],
    "the US’s": ["us"],
    "2022’s": ["2022"],
    "O’Brien": ["o'brien"],
    # hyphens
    "de-escalation": ["deescal"],
    "de‑escalate": ["deescal"],
    "deescalating": ["deescal"],
    "co-operation": ["cooper"],
    "NATO-Russia": ["nato", "russia"],
    "US-Russia": ["us", "russia"],
    "pro-Russian": ["russia"],
    "non-NATO": ["nato"],
    "non-starter": ["nonstart"],
    "mid-2022": ["2022"],
    "COVID-19": ["covid", "19"],
    "far-reaching": ["farreach", "far", "reach"],
    "100,000-strong": ["100000", "strong"],
    # names
    "Kiev, Kyiv": ["kyiv", "kyiv"],
    "Russian Russians russians": ["russia", "russia", "russia"],
    "Ukrainians": ["ukrain"],
    "Türkiye Turkiye Turkey": ["turkey", "turkey", "turkey"],
    "Polish polish": ["poland", "polish"],
    "UK Britain": ["uk", "uk"],
    "European Union": ["eu"],
    "Soviet Union": ["ussr"],
    "ООН Москва": ["оон", "москва"],
    "北京会谈": ["北京会谈"],
    # numbers
    "100,000": ["100000"],
    "2.5": ["2.5"],
    "1,000.5": ["1000.5"],
    "9th 2022": ["9th", "2022"],
    "②": ["2"],
    # words with irregular forms
    "led leads leading lead": ["lead", "lead", "lead", "lead"],
    "met meeting meets": ["meet", "meet", "meet"],
    "military bases": ["militari", "base"],
    "leaves, left": ["leav", "leav"],
}


@pytest.mark.parametrize(("text", "terms"), TERMS.items())
def test_terms(text: str, terms: list[str]) -> None:
    assert analyze(text) == terms


@pytest.mark.parametrize(
    "name",
    [
        *("US", "USA", "U.S.", "U.S", "U.S.A.", "U.S.A", "u.s.", "America"),
        *("United States", "United\u00a0States", "United  States", "united states", "UNITED STATES"),
        *("the United States of America", "the U.S.’s", "the United States’s"),
    ],
)
def test_the_united_states_are_one_however_written(name: str) -> None:
    assert analyze(name) == ["us"]


@pytest.mark.parametrize(
    "text",
    [
        *("us", "tell us", "Who? What? Why?", "what’s", "WHAT IS IT", "don’t you’ll he's", "How and when is it?"),
        *("ʼ", "ʼs", "ﾞ", "ﹰ"),
    ],
)
def test_no_terms(text: str) -> None:
    assert analyze(text) == []


def test_a_line_does_not_end_within_a_name() -> None:
    assert analyze("United\nStates") == ["unit", "state"]


def test_words_are_read_with_those_that_are_no_terms() -> None:
    assert list(read_words("What’s in the US’s interest?")) == ["what's", "in", "the", "us", "interest"]


def test_spans_of_terms() -> None:
    text = "The NATO–Russia Council, pro-Russian: U.S. 100,000"
    found = [(found.term, found.span.of(text)) for found in find_terms(text)]
    assert found == [
        ("nato", "NATO"),
        ("russia", "Russia"),
        ("council", "Council"),
        ("russia", "pro-Russian"),
        ("us", "U.S."),
        ("100000", "100,000"),
    ]


@settings(deadline=None)
@given(texts | st.text())
def test_any_text_gives_terms_at_their_places(text: str) -> None:
    found = list(find_terms(text))
    assert [found.term for found in found] == analyze(text)
    assert all(found.term.strip() == found.term != "" for found in found)
    assert all(found.span.of(text) for found in found)
    assert all(one.span == two.span or one.span.end <= two.span.start for one, two in pairwise(found))


@settings(deadline=None)
@given(texts | st.text())
def test_every_term_is_read_as_a_word(text: str) -> None:
    first_terms = {found.span: found.term for found in reversed(list(find_terms(text)))}
    assert set(read_words(text)) >= set(first_terms.values())


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_long_repetitions(text: str) -> None:
    """A pattern that tried every way to match would hang here, and below."""
    assert "" not in analyze(text)


@pytest.mark.parametrize("part", ["a", "a.", "1", "1,", "a-", "a'", "ʼ", "United ", "a\u00ad", "a\u0301", "de-"])
def test_a_million_characters(part: str) -> None:
    assert "" not in analyze((part * 1_000_000)[:1_000_000])
