"""Does a filter read no more than it has to, and still miss nothing?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import filtering, term_lists
from retrieval.analysis import analyze, read_words
from retrieval.filtering import filter_quotes
from retrieval.filters import Filter
from retrieval.listing import Listings
from retrieval.quote_book import SaidQuote
from tests.retrieval.quoted import SEEDS, book_of_lines, book_of_seeds

BOOK = book_of_seeds()
TRICKY = book_of_lines(
    "Ann Lee: I am here at 5 a.m. in the I.T. of the U.S. and it is for us.",
    "Bob May: It-Is his doings at 5 am.",
    "Cy Dee: I am for it, said the IT of the US.",
)


@given(st.sampled_from([*BOOK.said, *TRICKY.said]), st.integers(0, 40), st.integers(1, 5))
def test_a_phrase_is_found_wherever_it_stands(said: SaidQuote, begin: int, length: int) -> None:
    words = read_words(said.citation.text)
    phrase = words[begin % len(words) :][:length]
    for book in (BOOK, TRICKY):
        holding = [one.number for one in book.said if f" {' '.join(phrase)} " in _spaced(one)]
        assert [one.number for one in filter_quotes(book, Filter(phrases=(phrase,)))] == holding


def _spaced(said: SaidQuote) -> str:
    return f" {' '.join(read_words(said.citation.text))} "


def test_of_a_phrase_only_those_quotes_are_read_that_hold_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def note(text: str) -> tuple[str, ...]:
        read.append(text)
        return read_words(text)

    monkeypatch.setattr(filtering, "read_words", note)
    [found] = filter_quotes(BOOK, Filter(phrases=(read_words("have no illusions"),)))
    assert read == [found.citation.text]


def test_events_are_analysed_once_however_many_filters_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    analysed: list[str] = []

    def note(text: str) -> list[str]:
        analysed.append(text)
        return analyze(text)

    for module in (term_lists, filtering):
        monkeypatch.setattr(module, "analyze", note)
    listings = Listings(SEEDS)
    assert listings.timeline("").found
    assert not analysed
    assert listings.timeline("Geneva").found
    assert listings.timeline("Macron Geneva").nearest
    assert listings.timeline("after 10 Jan").found
    assert len(analysed) == len(listings.events)
