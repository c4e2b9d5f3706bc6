"""Is a statement that several outlets carry one group, and are different ones kept apart?"""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from retrieval.quote_variants import group_statements, quote_terms
from retrieval.variants import same_statement
from tests.retrieval.quoted import book_of_lines, book_of_seeds

LONG = "We have to see de-escalation, Russia pulling back from the threat that it currently poses."


def groups(*lines: str) -> list[tuple[int, ...]]:
    book = book_of_lines(*lines)
    return group_statements((said.speaker and said.speaker.id, quote_terms(said.citation.text)) for said in book.said)


def test_the_pairs_of_the_shipped_articles_are_found_and_no_other() -> None:
    book = book_of_seeds()
    pairs = {
        (said.citation.text[:20], other.citation.text[:20])
        for said in book.said
        for other in book.also(said)
        if said.number < other.number
    }
    assert pairs == {
        ("“in an atmosphere of", "“It’s hard to see ma"),
        ("“So if we really wan", "“It’s hard to see ma"),
        ("“I don’t think we wi", "“I don’t think we’re"),
        ("“We will be able to ", "“We’re going to be a"),
    }


def test_the_longest_leads() -> None:
    assert groups("A: Russia is pulling back from the threat.", f"A: {LONG}") == [(1, 0)]


def test_nobody_else_says_the_same() -> None:
    assert groups(f"A: {LONG}", f"B: {LONG}") == [(0,), (1,)]


def test_a_reported_statement_is_the_direct_one() -> None:
    direct = "“I fear that diplomacy could end abruptly after one meeting,”"
    assert groups(f"A: {direct}", "A: that diplomacy could end abruptly after a single meeting") == [(0, 1)]


def test_few_words_are_one_statement_only_if_they_are_the_same() -> None:
    assert groups("A: Diplomacy must prevail.", "A: Must diplomacy prevail?", "A: Diplomacy must wait.") == [
        (0, 1),
        (2,),
    ]
    assert groups("A: Terrible.", "A: Terrible!", "A: It is.", "A: It is.") == [(0,), (1,), (2,), (3,)]


def test_many_reprints_are_one_group() -> None:
    (group,) = groups(*[f"A: {LONG}"] * 300)
    assert len(group) == 300


def test_a_word_in_every_statement_hides_no_pair() -> None:
    lines = [f"A: talks Geneva alpha{number} beta{number} gamma{number} delta{number}" for number in range(300)]
    found = groups(*lines, "A: delta299 gamma299 beta299 alpha299 talks")
    assert [group for group in found if len(group) > 1] == [(299, 300)]


WORDS = st.frozensets(st.sampled_from("abcdefghijkl"), max_size=10)


@given(st.lists(st.tuples(st.sampled_from([None, "x", "y"]), WORDS), max_size=15))
def test_every_quote_is_in_one_group_and_like_its_leader(said: list[tuple[str | None, frozenset[str]]]) -> None:
    found = group_statements(said)
    assert sorted(number for group in found for number in group) == list(range(len(said)))
    for leader, *others in found:
        assert all(said[leader][0] == said[other][0] for other in others)
        assert all(same_statement(said[leader][1], said[other][1]) for other in others)
    leaders = [group[0] for group in found if said[group[0]][0] and len(said[group[0]][1]) > 1]
    for one, other in product(leaders, leaders):
        if one != other and said[one][0] == said[other][0]:
            assert not same_statement(said[one][1], said[other][1])
