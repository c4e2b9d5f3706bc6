"""How do passages, answers and articles look as JSON? The shapes of the command line's contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # who exports times needs no index
    from collections.abc import Callable, Iterable

    from corpus.models import (
        Article,
        Attribution,
        Citation,
        Corpus,
        Event,
        Mention,
        Passage,
        Span,
        Speaker,
        TimeExpression,
    )
    from retrieval.answer import Answer, CitedPassage
    from retrieval.quote_book import QuoteBook, SaidQuote

Json = dict[str, Any]


def citation_json(citation: Citation, times: Iterable[TimeExpression] = ()) -> Json:
    """With the days that the time expressions in it stand for."""
    article, span = citation.article, citation.span
    return {
        "article": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "start": span.start,
        "end": span.end,
        "text": citation.text,
        "times": [_day_json(citation.article, time) for time in times if time.first and time.last],
    }


def _day_json(article: Article, time: TimeExpression) -> Json:
    return {"text": time.span.of(article.text), "from": str(time.first), "to": str(time.last)}


def cited_passage_json(corpus: Corpus, cited: CitedPassage) -> Json:
    return {
        "rank": cited.rank,
        "score": round(cited.score, 4),
        "citation": citation_json(cited.citation, corpus.times_in(cited.citation)),
        "also": [citation_json(citation, corpus.times_in(citation)) for citation in cited.also],
    }


def answer_json(corpus: Corpus, answer: Answer) -> Json:
    return {
        "question": answer.question,
        "outcome": answer.outcome,
        "hits": [cited_passage_json(corpus, hit) for hit in answer.hits],
        "nearest": [cited_passage_json(corpus, hit) for hit in answer.nearest],
        "understood": answer.understood,
        "unknown": list(answer.unknown),
        "latency_ms": round(answer.latency_ms, 3),
    }


def article_json(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published": article.published,
        "published_from": article.published_from,
        "url": article.url,
        "language": article.language,
        "text": article.text,
    }


def passage_json(corpus: Corpus, passage: Passage) -> Json:
    citation = corpus.cite(passage.article_id, passage.span)
    return {
        "citation": citation_json(citation, corpus.times_in(citation)),
        "paragraph": {"start": passage.paragraph.start, "end": passage.paragraph.end},
        "kind": passage.kind,
    }


def time_json(article: Article, time: TimeExpression) -> Json:
    return {
        "article": article.id,
        "start": time.span.start,
        "end": time.span.end,
        "text": time.span.of(article.text),
        "type": time.type,
        "value": time.value,
        "from": str(time.first) if time.first else None,
        "to": str(time.last) if time.last else None,
        "rule": time.rule,
    }


def event_json(corpus: Corpus, event: Event, why: Callable[[Mention], str]) -> Json:
    """`why` tells in a sentence how a mention came to its day."""
    return {
        "from": str(event.first),
        "to": str(event.last),
        "grain": event.grain,
        "part": event.part,
        "status": event.status,
        "mentions": [
            {
                "citation": citation_json(mention.citation, corpus.times_in(mention.citation)),
                "expression": time_json(mention.citation.article, mention.expression),
                "why": why(mention),
            }
            for mention in event.mentions
        ],
    }


def quote_json(book: QuoteBook, said: SaidQuote) -> Json:
    """With the same statement in other articles."""
    quote, corpus = said.quote, book.corpus
    text = said.citation.article.text
    return {
        "citation": citation_json(said.citation, corpus.times_in(said.citation)),
        "type": quote.type,
        "cue": _slice(text, quote.cue),
        "via": _slice(text, quote.via),
        "said_on": str(quote.said_on) if quote.said_on else None,
        "confidence": quote.confidence,
        "rule": quote.rule,
        "speaker": _speaker_json(text, said.speaker, quote.attribution),
        "also": [citation_json(other.citation, corpus.times_in(other.citation)) for other in book.also(said)],
    }


def _speaker_json(text: str, speaker: Speaker | None, attribution: Attribution | None) -> Json | None:
    """Name and id across articles, the rest as this article has it."""
    if speaker is None or attribution is None:
        return None
    return {
        "id": speaker.id,
        "name": speaker.name,
        "role": attribution.role,
        "as_written": attribution.mention.of(text),
        "start": attribution.mention.start,
        "end": attribution.mention.end,
    }


def _slice(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None
