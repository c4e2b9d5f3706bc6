"""Does a book tell who is quoted how often, which quotes hold a word, and what is the same?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from corpus.aliases import Aliases
from corpus.models import Corpus
from retrieval.quote_book import QuoteBook
from tests.retrieval.quoted import COMING, ONE, PISTOL, PROGRESS, SEEDS, TWO, book_of, book_of_seeds, quote

BOOK = book_of_seeds()


def texts(*numbers: int) -> list[str]:
    return [BOOK.said[number].citation.text for number in numbers]


def test_the_most_quoted_comes_first() -> None:
    assert [(quoted.speaker.name, quoted.direct, quoted.reported) for quoted in BOOK.speakers] == [
        ("Antony Blinken", 8, 0),
        ("Sergei Ryabkov", 2, 1),
        ("US government official", 1, 0),
        ("senior administration official", 1, 0),
    ]


def test_what_is_unclear_is_nobodys() -> None:
    book = book_of(SEEDS, quote(ONE, PISTOL, "Antony Blinken", sure=False), quote(ONE, PROGRESS, None))
    assert book.speakers == ()
    assert [said.is_sure for said in book.said] == [False, False]


def test_a_pronoun_of_whom_no_more_is_known_is_nobody() -> None:
    book = book_of(SEEDS, quote(ONE, PISTOL, "He"))
    assert book.speakers == ()
    assert not book.said[0].is_sure


def test_quotes_are_found_by_terms() -> None:
    assert [said.citation.text for said in BOOK.with_terms(["illus"])] == texts(12)
    assert [said.number for said in BOOK.with_terms(["progress", "make"])] == [1, 8, 9]
    assert list(BOOK.with_terms(["illus", "nato"])) == []
    assert list(BOOK.with_terms(["macron"])) == []
    assert list(BOOK.with_terms([])) == list(BOOK.said)
    assert BOOK.knows("illus")
    assert not BOOK.knows("macron")


def test_a_quote_is_of_the_day_it_was_said_else_published() -> None:
    assert BOOK.said[10].day == dt.date(2022, 1, 8)
    assert BOOK.said[0].day == dt.date(2022, 1, 9)


def test_a_statement_is_shown_once() -> None:
    statements = BOOK.fold(BOOK.said[:4])
    assert [(one.quote.number, [other.number for other in one.others]) for one in statements] == [
        (0, [8, 1]),
        (2, [6]),
        (3, [7]),
    ]
    whole = BOOK.fold(BOOK.said)
    assert [statement.quote.number for statement in whole] == [8, 6, 7, 4, 5, 9, 10, 11, 12, 13]


def test_words_that_were_said_stand_for_a_statement_before_longer_ones_that_tell_of_them() -> None:
    telling = quote(TWO, "I don’t think we’re going to see any breakthroughs in the coming week", "Antony Blinken")
    book = book_of(SEEDS, replace(telling, type="reported"), quote(ONE, COMING, "Antony Blinken"))
    [statement] = book.fold(book.said)
    assert statement.quote.citation.text == COMING
    assert [other.is_reported for other in statement.others] == [True]


def test_an_outlet_finds_what_it_was_told() -> None:
    assert [said.number for said in BOOK.with_terms(["cnn"])] == [0, 6]
    assert [said.number for said in BOOK.with_terms(["cnn", "pistol"])] == [0]
    assert [said.via for said in BOOK.said[:2]] == ["CNN", ""]
    assert BOOK.knows("reuter")


def test_an_article_repeats_itself_and_no_other() -> None:
    book = book_of(SEEDS, quote(ONE, COMING, "Antony Blinken"), quote(ONE, COMING, "Antony Blinken"))
    assert [book.also(said) for said in book.said] == [[], []]


def test_the_operators_names_are_used() -> None:
    corpus = BOOK.corpus
    book = QuoteBook(corpus, Aliases({"Secretary Blinken": ("Antony Blinken",)}))
    assert book.speakers[0].speaker.name == "Secretary Blinken"


def test_a_book_may_be_empty() -> None:
    book = QuoteBook(Corpus((), ()))
    assert (book.said, book.speakers, book.fold([])) == ((), (), [])
