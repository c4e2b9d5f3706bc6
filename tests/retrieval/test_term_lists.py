"""Are the texts found that hold a term?"""

from __future__ import annotations

import pytest

from retrieval.term_lists import TermLists

LISTS = TermLists(["Talks in Geneva", "Talks, then talks in Vienna", "Of the"])


@pytest.mark.parametrize(
    ("terms", "numbers"),
    [
        ([], [0, 1, 2]),
        (["talk"], [0, 1]),
        (["talk", "vienna"], [1]),
        (["vienna", "talk"], [1]),
        (["geneva", "vienna"], []),
        (["talk", "macron"], []),
    ],
)
def test_all_terms_are_held(terms: list[str], numbers: list[int]) -> None:
    assert list(LISTS.with_all(terms)) == numbers


def test_terms_are_counted_once_each() -> None:
    assert LISTS.count(["talk", "vienna", "talk", "macron"]) == {0: 1, 1: 2}


def test_to_look_for_a_term_does_not_make_it_known() -> None:
    LISTS.with_all(["macron"])
    LISTS.count(["macron"])
    assert "macron" not in LISTS
    assert "vienna" in LISTS
