"""Why was an event put on its day?"""

from __future__ import annotations

import calendar
import datetime as dt
from gettext import NullTranslations

from bot.render.dates import write_day, write_period
from bot.render.shorten import shorten
from bot.render.timeline_items import LONGEST_EXPRESSION, expression_of
from corpus.models import Article, Grain, Mention, TimeExpression

LONGEST_CUE = 40


def why(mention: Mention, words: NullTranslations) -> str:
    """“This Monday” → Mon 10 Jan 2022: published Sun 9 Jan 2022 (“are negotiating”)"""
    return words.gettext("“{expression}” → {day}: {reason}").format(
        expression=shorten(expression_of(mention), LONGEST_EXPRESSION),
        day=write_days_of(mention.expression, words),
        reason=_reason(mention, words),
    )


def is_written_out(expression: TimeExpression) -> bool:
    """Whether it means the same whenever it is read."""
    return expression.rule == "absolute"


def write_days_of(expression: TimeExpression, words: NullTranslations) -> str:
    """The days that it names; where it names none, its value."""
    first, last = expression.first, expression.last
    return write_period(first, last, _grain(first, last), words) if first and last else expression.value


def _grain(first: dt.date, last: dt.date) -> Grain:
    """Whole months and years are written as such."""
    if first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return "day"
    return "year" if (first.month, last.month) == (1, 12) else "month"


def _reason(mention: Mention, words: NullTranslations) -> str:
    article, expression = mention.citation.article, mention.expression
    if is_written_out(expression) or article.day is None:
        return words.gettext("so it is written")
    reason = _published(article, article.day, words)
    match expression.rule:
        case "anaphoric":
            return words.gettext("counted from a time named before it")
        case "near":
            return words.gettext("{reason}; no tense tells, so the nearest").format(reason=reason)
        case "week-ahead":
            reason = words.gettext("{reason}; looking ahead on a Sunday, the week that follows").format(reason=reason)
    cue = shorten(expression.cue.of(article.text), LONGEST_CUE) if expression.cue else ""
    return words.gettext("{reason} (“{cue}”)").format(reason=reason, cue=cue) if cue else reason


def _published(article: Article, day: dt.date, words: NullTranslations) -> str:
    if article.published_from == "inferred":
        return words.gettext("published {day}, a date that was inferred").format(day=write_day(day, words))
    return words.gettext("published {day}").format(day=write_day(day, words))
