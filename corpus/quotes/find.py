"""Which quotes does an article hold? The pipeline: scan, frames, claims, attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.models import Article, Passage, Quote, QuoteType, Span, TimeExpression
from corpus.quotes.circumstances import find_day, find_via
from corpus.quotes.claims import Claim
from corpus.quotes.confidence import confidence
from corpus.quotes.conversation import Conversation
from corpus.quotes.frames import Frame, sentences_around
from corpus.quotes.reported import find_report, may_report
from corpus.quotes.scan import Marked, scan_paragraphs
from corpus.quotes.scare import sets_words_apart
from corpus.speakers.cast import Cast

Found = tuple[Span, QuoteType, Claim | None]


def find_quotes(
    article: Article, passages: Sequence[Passage], times: Sequence[TimeExpression] = ()
) -> tuple[Quote, ...]:
    """The quotes of an article in reading order, none across another."""
    text = article.text
    prose = [passage for passage in passages if passage.kind == "prose"]
    paragraphs = [(span, [one.span for one in group]) for span, group in groupby(prose, key=lambda one: one.paragraph)]
    marked = scan_paragraphs(text, [span for span, _ in paragraphs])
    frames = [_frames(text, sentences, marks) for (_, sentences), marks in zip(paragraphs, marked, strict=True)]
    cast = Cast(text, [passage.span for passage in prose], [mark.span for marks in marked for mark in marks])
    found = sorted([*_find_marked(text, frames, marked), *_find_reported(text, frames)], key=lambda one: one[0])
    return tuple(_quote(article.id, one, cast, times) for one in found)


def _frames(text: str, sentences: Sequence[Span], marks: Sequence[Marked]) -> list[Frame]:
    return [
        Frame(text, span, tuple((number, marks[number].span) for number in inside))
        for span, inside in sentences_around(sentences, marks)
    ]


def _find_marked(text: str, frames: Sequence[Sequence[Frame]], marked: Sequence[Sequence[Marked]]) -> Iterator[Found]:
    conversation = Conversation()
    for number, (sentences, marks) in enumerate(zip(frames, marked, strict=True)):
        following = frames[number + 1] if number + 1 < len(frames) else ()
        for frame, mark, claim in conversation.paragraph(sentences, marks, following):
            if not sets_words_apart(text, mark, claim):
                yield mark.span, _type(text, frame, mark), claim


def _find_reported(text: str, frames: Sequence[Sequence[Frame]]) -> Iterator[Found]:
    for frame in (frame for sentences in frames for frame in sentences):
        if not frame.quotes and may_report(text, frame.span) and (report := find_report(frame)):
            yield report.said, "reported", report.claim


def _type(text: str, frame: Frame, mark: Marked) -> QuoteType:
    """Mixed where our own sentence runs on into somebody's words: called it “a gun …”."""
    opens = text[mark.words.start : mark.words.end].lstrip(" [(…‘'")[:1]
    if opens.isupper() or mark.span.start == frame.span.start:
        return "direct"
    before = text[frame.span.start : mark.span.start].rstrip()
    return "direct" if before.endswith((",", ":")) and len(frame.quotes) > 1 else "mixed"


def _quote(article_id: str, found: Found, cast: Cast, times: Sequence[TimeExpression]) -> Quote:
    span, kind, claim = found
    if claim is None:
        return Quote(article_id, span, kind, None, None, None, None, "none", confidence("none"))
    return Quote(
        article_id,
        span,
        kind,
        cast.attribute(claim.mention),
        claim.cue,
        find_via(claim, span),
        find_day(claim, span, times),
        claim.rule,
        confidence(claim.rule),
    )
