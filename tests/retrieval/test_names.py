"""Are the tables of names sound?"""

from __future__ import annotations

import pytest

from retrieval.analysis import analyze
from retrieval.names import CAPITALS_ONLY, DEMONYMS, PHRASES, SAME_NAMES


@pytest.mark.parametrize(("name", "term"), SAME_NAMES.items())
def test_a_name_gives_its_term(name: str, term: str) -> None:
    assert analyze(name) == [term]


@pytest.mark.parametrize(("people", "country"), DEMONYMS.items())
def test_a_people_gives_its_country(people: str, country: str) -> None:
    assert analyze(people) == analyze(country)


def test_phrases_are_those_of_several_words() -> None:
    assert set(PHRASES) == {name for name in SAME_NAMES if len(name.split()) > 1} != set()


def test_every_exception_is_a_name() -> None:
    assert set(SAME_NAMES) | set(DEMONYMS) >= CAPITALS_ONLY


@pytest.mark.parametrize("name", sorted(CAPITALS_ONLY))
def test_in_lower_case_an_exception_is_no_name(name: str) -> None:
    assert analyze(name.lower()) != analyze(name) or name.lower() in SAME_NAMES.values()
