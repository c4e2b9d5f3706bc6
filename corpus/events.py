"""What happens when? Every day, week, month or year that a sentence tells of, with the words that tell it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpus.clauses import find_clause
from corpus.models import Article, Corpus, Event, EventStatus, Grain, Mention, Passage, Span, TimeExpression

_GRAINS: tuple[tuple[re.Pattern[str], Grain], ...] = (
    (re.compile(r"\d{4}-\d\d-\d\d(?:T.*|/\d{4}-\d\d-\d\d)?"), "day"),
    (re.compile(r"\d{4}-W\d\d(?:-WE)?"), "week"),
    (re.compile(r"\d{4}-(?:\d\d|Q\d|H\d)"), "month"),
    (re.compile(r"\d{4}"), "year"),
)
"""By the form of a TIMEX3 value. A decade or a century is too wide for a line."""
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_PART = re.compile(r"T(?:(?P<name>MO|MI|AF|EV|NI|DT)|(?P<clock>\d\d(?::\d\d)?))")
_REPORTING = re.compile(
    r"\b(?:said|says|told|announced|added|reported|wrote|confirmed|stated)\b(?:\s+\w+){0,2}\s+(?:on\s+|late\s+|early\s+)?$"
)
"""What stands before the day on which something was said."""
_REACH = 80
"""So many characters before a day are looked through for that."""
LEAST_TOLD = 2
"""Words beside those that say when."""


def find_events(corpus: Corpus, article: Article) -> Iterator[Event]:
    """An event for each mention, in reading order. A sentence without a day never gets the day of publication.

    A heading tells of no day: the paragraph under it does. The day on which something was said is one only where the
    sentence names no other.
    """
    times = corpus.times.get(article.id, ())
    dated = [time for time in times if time.first and time.type in ("DATE", "TIME") and _grain(time)]
    for passage in corpus.passages_of(article.id):
        inside = _inside(passage.span, dated)
        days = [time for time in inside if _grain(time) == "day"]
        for time in inside:
            others: Sequence[Span] = ()
            if _grain(time) == "day":
                if passage.kind == "heading" or (len(days) > 1 and _is_of_reporting(article, time)):
                    continue
                others = [other.span for other in days if other.first != time.first]
            event = _event(corpus, passage, time, others)
            if _tells(event.mentions[0]):
                yield event


def _event(corpus: Corpus, passage: Passage, time: TimeExpression, others: Sequence[Span]) -> Event:
    """`others`: where the sentence names other days."""
    article = corpus.article(passage.article_id)
    if passage.kind == "prose":
        clause = find_clause(article.text, passage.span, time.span, others)
    else:
        clause = _line_of(article.text, passage.span, time.span)
    grain = _grain(time)
    if time.first is None or time.last is None or grain is None:
        raise ValueError(f"{time.span.of(article.text)!r} names no day")
    mention = Mention(corpus.cite(article.id, clause), time)
    return Event(time.first, time.last, grain, _part(time), _status(article, passage, time), (mention,))


def _tells(mention: Mention) -> bool:
    """Whether there is more than the time itself, as above the entries of a diary."""
    citation = mention.citation
    words = citation.text.split()
    return len(words) - len(mention.expression.span.of(citation.article.text).split()) >= LEAST_TOLD


def _line_of(text: str, passage: Span, when: Span) -> Span:
    """Under a caption stands who took the picture."""
    start = text.rfind("\n", passage.start, when.start) + 1
    end = text.find("\n", when.end, passage.end)
    return Span(max(start, passage.start), passage.end if end < 0 else end)


def _inside(span: Span, times: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    first = bisect_left(times, span.start, key=lambda time: time.span.start)
    return times[first : bisect_left(times, span.end, key=lambda time: time.span.start)]


def _is_of_reporting(article: Article, time: TimeExpression) -> bool:
    start = time.span.start
    return _REPORTING.search(article.text[max(0, start - _REACH) : start]) is not None


def _grain(time: TimeExpression) -> Grain | None:
    return next((grain for form, grain in _GRAINS if form.fullmatch(time.value)), None)


def _part(time: TimeExpression) -> str | None:
    """Part of the day, or the time by the clock."""
    found = _PART.search(time.value)
    return (_PARTS.get(found["name"]) or found["clock"]) if found else None


def _status(article: Article, passage: Passage, time: TimeExpression) -> EventStatus:
    if passage.kind == "caption":
        return "caption"
    published = article.day
    if published is None or time.first is None or time.last is None or time.last < published:
        return "reported"
    if time.first > published:
        return "planned"
    return "planned" if time.rule.endswith("future") else "reported"
