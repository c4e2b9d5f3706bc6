"""Which words of an article, or of any short text, say when, and which days do they mean?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from corpus.models import Article, Passage, Span, TimeExpression
from corpus.sentences import MAX_PASSAGE_CHARACTERS
from corpus.times import amounts, dates, feasts, hours, months, quarters, units, vague, weekdays, years
from corpus.times.days import days_of
from corpus.times.grammar import find_phrases
from corpus.times.phrases import Phrase
from corpus.times.readings import Context, Reading
from corpus.times.tense import Cue, Side, Tense
from corpus.times.tokens import tokenize

Resolver = Callable[[Phrase, Context], Reading | None]

RESOLVERS: Mapping[str, Resolver] = {
    "ahead": amounts.ahead,
    "century": years.century,
    "clock": hours.clock,
    "clock_on_day": hours.clock_on_day,
    "comparison": quarters.comparison,
    "date": dates.date,
    "date_pair": dates.date_pair,
    "date_range": dates.date_range,
    "day_and_clock": hours.clock_on_day,
    "decade": years.decade,
    "deictic": weekdays.deictic,
    "duration": amounts.duration,
    "feast": feasts.feast,
    "fiscal_year": years.fiscal_year,
    "from_day": weekdays.from_day,
    "half": quarters.half,
    "month": months.month,
    "offset": amounts.offset,
    "part_of_day": hours.part_of_day,
    "quarter": quarters.quarter,
    "repeated": amounts.repeated,
    "season": months.season,
    "span": units.span,
    "spelled_year": years.spelled_year,
    "vague": vague.vague,
    "weekday": weekdays.weekday,
    "weekday_of_month": months.weekday_of_month,
    "weekday_of_week": weekdays.weekday_of_week,
    "year": years.year,
    "year_end": years.year_end,
}
"""By the names of `grammar`'s shapes."""


def find_times(article: Article, passages: Sequence[Passage]) -> tuple[TimeExpression, ...]:
    """The time expressions of an article's passages, in reading order."""
    context = Context(article.day, Tense(article.text).cue)
    found: list[TimeExpression] = []
    paragraph = None
    for passage in passages:
        if passage.paragraph != paragraph:
            context.forget()
        paragraph = passage.paragraph
        context.next_sentence()
        found += _read(article.id, article.text, passage.span, context, typed=False)
    return tuple(found)


def read_times(text: str, reference: dt.date | None, side: Side = "future") -> tuple[TimeExpression, ...]:
    """The time expressions of what somebody typed, in small letters if they like; of no article.

    Where no tense tells, what could be on either side of the reference is on `side`. No more is read than a passage
    may hold.
    """

    tense = Tense(text)

    def ask(phrase: Phrase, *, weak: bool) -> Cue:
        return tense.cue(phrase, weak=weak) or Cue(side, Span(0, 0), beside=True)

    span = Span(0, min(len(text), MAX_PASSAGE_CHARACTERS))
    return tuple(_read("", text, span, Context(reference, ask), typed=True))


def _read(article_id: str, text: str, span: Span, context: Context, *, typed: bool) -> Iterator[TimeExpression]:
    for phrase in find_phrases(tokenize(text, span, typed=typed)):
        reading = RESOLVERS[phrase.shape](phrase, context)
        if reading is None:
            continue
        days = days_of(reading.value) if reading.calendar and reading.type in ("DATE", "TIME") else None
        context.remember(reading, days)
        yield TimeExpression(
            article_id,
            Span(phrase.own[0].start, phrase.own[-1].end),
            reading.type,
            reading.value,
            days[0] if days else None,
            days[1] if days else None,
            reading.rule,
            reading.cue.span if reading.cue and len(reading.cue.span) else None,
        )
