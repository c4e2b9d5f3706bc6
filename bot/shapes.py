"""How do passages, answers and articles look as JSON? The shapes of the command line's contract."""

from __future__ import annotations

from typing import Any

from corpus.models import Article, Citation, Corpus, Passage
from retrieval.answer import Answer, CitedPassage

Json = dict[str, Any]


def citation_json(citation: Citation) -> Json:
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
        "times": [],
    }


def cited_passage_json(cited: CitedPassage) -> Json:
    return {
        "rank": cited.rank,
        "score": round(cited.score, 4),
        "citation": citation_json(cited.citation),
        "also": [citation_json(citation) for citation in cited.also],
    }


def answer_json(answer: Answer) -> Json:
    return {
        "question": answer.question,
        "outcome": answer.outcome,
        "hits": [cited_passage_json(hit) for hit in answer.hits],
        "nearest": [cited_passage_json(hit) for hit in answer.nearest],
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
    return {
        "citation": citation_json(corpus.cite(passage.article_id, passage.span)),
        "paragraph": {"start": passage.paragraph.start, "end": passage.paragraph.end},
        "kind": passage.kind,
    }
