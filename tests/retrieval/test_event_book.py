"""Is an event found by all that tells of it?"""

from __future__ import annotations

import datetime as dt

import pytest

from corpus.models import Article, Event, Mention, TimeExpression
from retrieval.event_book import EventBook
from tests.bot.telegram.samples import make_corpus
from tests.retrieval.quoted import find

ARTICLE = Article("a", "The New York talks begin. Sanctions come then. It was Monday in York.")
CORPUS = make_corpus(ARTICLE)
DAY = dt.date(2022, 1, 10)


def event(*told: tuple[str, str]) -> Event:
    mentions = (
        Mention(
            CORPUS.cite("a", find(ARTICLE.text, text)),
            TimeExpression("a", find(ARTICLE.text, when), "DATE", str(DAY), DAY, DAY, "by hand"),
        )
        for text, when in told
    )
    return Event(DAY, DAY, "day", None, "planned", tuple(mentions))


TALKS, SANCTIONS = event(("York talks begin", "Monday"), ("The New", "Monday")), event(("Sanctions come", "then"))
BOOK = EventBook([TALKS, SANCTIONS])


@pytest.mark.parametrize(
    ("terms", "found"),
    [([], [TALKS, SANCTIONS]), (["talk", "monday"], [TALKS]), (["come"], [SANCTIONS]), (["talk", "come"], [])],
)
def test_an_event_holds_the_words_that_tell_of_it_and_say_when(terms: list[str], found: list[Event]) -> None:
    assert list(BOOK.with_terms(terms)) == found


def test_each_event_is_counted() -> None:
    assert list(BOOK.count(["york", "monday", "come", "macron"])) == [(TALKS, 2), (SANCTIONS, 1)]
    assert list(BOOK.count(["macron"])) == [(TALKS, 0), (SANCTIONS, 0)]
