from __future__ import annotations

import datetime as dt
from dataclasses import replace
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.resolved import resolved_html
from bot.simulator.markup import parse_html
from corpus.models import Article, Corpus, Span, TimeExpression

TEXT = "Talks begin Monday & go on <Wednesday>; on January 12, 2022 they meet. Monday it is, this week. On Thursday."
ARTICLE = Article("a", TEXT, published="2022-01-09")
PASSAGE = Corpus((ARTICLE,), ()).cite("a", Span(0, TEXT.index(" On Thursday")))


def time(expression: str, day: int, *, rule: str = "future", days: int = 1, nth: int = 0) -> TimeExpression:
    start = TEXT.index(expression, nth)
    first = dt.date(2022, 1, day)
    last = first + dt.timedelta(days - 1)
    return TimeExpression("a", Span(start, start + len(expression)), "DATE", "", first, last, rule)


MONDAY = time("Monday", 10)
AGAIN = time("Monday", 10, nth=40)
WEDNESDAY = time("<Wednesday>", 12)
WRITTEN_OUT = time("January 12, 2022", 12, rule="absolute")
WEEK = time("this week", 10, days=7)
BEHIND = time("Thursday", 13)


@pytest.mark.parametrize(
    ("times", "line"),
    [
        ((), ""),
        ((MONDAY,), "<i>“Monday” = Mon 10 Jan 2022</i>"),
        ((MONDAY, WEDNESDAY), "<i>“Monday” = Mon 10 Jan 2022 · “&lt;Wednesday&gt;” = Wed 12 Jan 2022</i>"),
        ((MONDAY, AGAIN), "<i>“Monday” = Mon 10 Jan 2022</i>"),
        ((WRITTEN_OUT,), ""),
        ((WEEK,), ""),
        ((BEHIND,), ""),
        ((replace(MONDAY, article_id="another"),), ""),
        ((replace(MONDAY, first=None, last=None),), ""),
    ],
)
def test_the_days_of_a_passage(times: tuple[TimeExpression, ...], line: str) -> None:
    assert resolved_html(times, PASSAGE, NullTranslations()) == line


def test_the_same_word_may_mean_two_days() -> None:
    later = replace(AGAIN, first=dt.date(2022, 1, 17), last=dt.date(2022, 1, 17))
    line = resolved_html((MONDAY, later), PASSAGE, NullTranslations())
    assert line == "<i>“Monday” = Mon 10 Jan 2022 · “Monday” = Mon 17 Jan 2022</i>"


@given(st.text(st.characters(codec=None), min_size=1))
def test_any_words_give_a_line_that_telegram_accepts(text: str) -> None:
    citation = Corpus((Article("a", text),), ()).cite("a", Span(0, len(text)))
    whole = replace(MONDAY, span=Span(0, len(text)))
    assert parse_html(resolved_html((whole,), citation, NullTranslations())).text.endswith("Mon 10 Jan 2022")
