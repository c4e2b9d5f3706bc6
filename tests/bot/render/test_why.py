from __future__ import annotations

import datetime as dt
from dataclasses import replace
from gettext import NullTranslations

import pytest

from bot.render.why import is_written_out, why
from corpus.models import Article, Corpus, Mention, PublishedFrom, Span, TimeExpression

TEXT = "This Monday, both sides are negotiating."
SAID = Span(0, 11)
CUE = Span(24, 39)
DAY = dt.date(2022, 1, 10)


def make(
    rule: str,
    *,
    cue: Span | None = None,
    last: dt.date | None = DAY,
    published: str | None = "2022-01-09",
    source: PublishedFrom = "stamp",
) -> Mention:
    article = Article("a", TEXT, published=published, published_from=source)
    time = TimeExpression("a", SAID, "DATE", "2022-01-10", last and DAY, last, rule, cue)
    return Mention(Corpus((article,), ()).cite("a", Span(0, len(TEXT))), time)


@pytest.mark.parametrize(
    ("mention", "reason"),
    [
        (make("future", cue=CUE), "published Sun 9 Jan 2022 (“are negotiating”)"),
        (make("past", cue=CUE), "published Sun 9 Jan 2022 (“are negotiating”)"),
        (make("named"), "published Sun 9 Jan 2022"),
        (make("a rule of tomorrow"), "published Sun 9 Jan 2022"),
        (make("named", source="inferred"), "published Sun 9 Jan 2022, a date that was inferred"),
        (make("near"), "published Sun 9 Jan 2022; no tense tells, so the nearest"),
        (make("week-ahead"), "published Sun 9 Jan 2022; looking ahead on a Sunday, the week that follows"),
        (make("anaphoric"), "counted from a time named before it"),
        (make("absolute"), "so it is written"),
        (make("future", cue=CUE, published=None), "so it is written"),
    ],
)
def test_why(mention: Mention, reason: str) -> None:
    assert why(mention, NullTranslations()) == f"“This Monday” → Mon 10 Jan 2022: {reason}"


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2022-01-10", "2022-01-16", "10–16 Jan 2022"),
        ("2022-01-01", "2022-01-31", "Jan 2022"),
        ("2022-01-01", "2022-03-31", "Jan 2022 – Mar 2022"),
        ("2014-01-01", "2014-12-31", "2014"),
        ("9999-01-01", "9999-12-31", "9999"),
    ],
)
def test_what_is_longer_than_a_day(first: str, last: str, days: str) -> None:
    mention = make("absolute")
    time = replace(mention.expression, first=dt.date.fromisoformat(first), last=dt.date.fromisoformat(last))
    assert why(replace(mention, expression=time), NullTranslations()).startswith(f"“This Monday” → {days}: ")


def test_what_names_no_days_is_shown_by_its_value() -> None:
    assert "→ 2022-01-10: " in why(make("vague", last=None), NullTranslations())


def test_only_what_is_written_out_needs_no_date() -> None:
    assert [is_written_out(make(rule).expression) for rule in ("absolute", "future")] == [True, False]
