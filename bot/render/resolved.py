"""Which days do the words of a passage mean? “Monday” = Mon 10 Jan 2022"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from bot.render.dates import write_day
from bot.render.html import italic
from bot.render.shorten import shorten
from bot.render.why import is_written_out
from corpus.models import Citation, TimeExpression

MOST_RESOLVED = 4
LONGEST_WORDS = 60


def resolved_html(times: Sequence[TimeExpression], citation: Citation, words: NullTranslations) -> str:
    """A line to stand under the passage; empty where nothing in it needs to be resolved."""
    resolved: dict[tuple[str, str], str] = {}
    for time in times:
        expression = shorten(time.span.of(citation.article.text), LONGEST_WORDS)
        if not _is_inside(time, citation) or time.first is None or time.first != time.last or is_written_out(time):
            continue
        day = write_day(time.first, words)
        line = words.gettext("“{expression}” = {day}").format(expression=expression, day=day)
        resolved.setdefault((expression.casefold(), day), line)
    return italic(" · ".join(list(resolved.values())[:MOST_RESOLVED])) if resolved else ""


def _is_inside(time: TimeExpression, citation: Citation) -> bool:
    span = citation.span
    return time.article_id == citation.article.id and span.start <= time.span.start and time.span.end <= span.end
