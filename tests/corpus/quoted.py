"""Quotes made by hand, for what is built on them."""

from __future__ import annotations

import datetime as dt

from corpus.models import Attribution, Quote, QuoteType, Span, SpeakerKind

NOWHERE = Span(0, 0)


def attribution(name: str, role: str | None = None, kind: SpeakerKind = "person") -> Attribution:
    return Attribution(Span(0, 0), name, role, kind)


def quote(
    article_id: str,
    by: Attribution | str | None,
    span: Span = NOWHERE,
    *,
    type: QuoteType = "direct",  # noqa: A002 - as the quote has it
    cue: Span | None = None,
    via: Span | None = None,
    said_on: dt.date | None = None,
    confidence: float = 1.0,
) -> Quote:
    by = attribution(by) if isinstance(by, str) else by
    return Quote(article_id, span, type, by, cue, via, said_on, "by hand", confidence)
