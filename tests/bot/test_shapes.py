from __future__ import annotations

import datetime as dt
import json

import pytest

from bot.shapes import answer_json, article_json, citation_json, event_json, passage_json, time_json
from corpus.models import Article, Citation, Corpus, Event, Mention, Passage, Span, TimeExpression
from retrieval.answer import Answer, CitedPassage

ARTICLE = Article(
    "geneva",
    "“Talks” begin Monday.\u00a0Женева 😀 waits.",
    title="Talks",
    publisher="The Paper",
    authors=("Ann", "Ben"),
    published="2022-01-09T10:00",
    published_from="front_matter",
    url="https://paper.example/1",
    language="en",
    source="a feed that is not shown",
)
CITED = {
    "article": "geneva",
    "title": "Talks",
    "publisher": "The Paper",
    "published": "2022-01-09T10:00",
    "url": "https://paper.example/1",
    "start": 0,
    "end": 21,
    "text": "“Talks” begin Monday.",
    "times": [],
}
MONDAY = TimeExpression("geneva", Span(14, 20), "DATE", "2022-01-10", dt.date(2022, 1, 10), dt.date(2022, 1, 10), "r")
CORPUS = Corpus([ARTICLE], [], times={"geneva": [MONDAY]})
RESOLVED = {"times": [{"text": "Monday", "from": "2022-01-10", "to": "2022-01-10"}]}
HIT = CitedPassage(1, 0.123456, 0, Citation(ARTICLE, Span(0, 21)), (Citation(ARTICLE, Span(22, 30)),))


def test_a_citation() -> None:
    assert citation_json(Citation(ARTICLE, Span(0, 21))) == CITED


@pytest.mark.parametrize("span", [Span(0, 0), Span(22, 28), Span(29, 30), Span(0, len(ARTICLE.text))])
def test_its_text_is_the_slice(span: Span) -> None:
    shape = json.loads(json.dumps(citation_json(Citation(ARTICLE, span))))
    assert shape["text"] == ARTICLE.text[shape["start"] : shape["end"]]


def test_an_answer() -> None:
    answer = Answer("When?", "answered", hits=(HIT,), candidates=(HIT,), terms=("talk",), latency_ms=1.23456)
    also = CITED | {"start": 22, "end": 30, "text": ARTICLE.text[22:30]}
    assert answer_json(CORPUS, answer) == {
        "question": "When?",
        "outcome": "answered",
        "hits": [{"rank": 1, "score": 0.1235, "citation": CITED | RESOLVED, "also": [also]}],
        "nearest": [],
        "understood": None,
        "unknown": [],
        "latency_ms": 1.235,
    }


def test_a_refusal() -> None:
    answer = Answer("Who?", "no_answer", nearest=(HIT,), unknown=("Macron",), understood="about: talks")
    shape = answer_json(CORPUS, answer)
    assert (shape["hits"], [hit["rank"] for hit in shape["nearest"]]) == ([], [1])
    assert (shape["unknown"], shape["understood"]) == (["Macron"], "about: talks")


def test_an_article_and_its_passage() -> None:
    assert article_json(ARTICLE) == {
        "id": "geneva",
        "title": "Talks",
        "publisher": "The Paper",
        "authors": ["Ann", "Ben"],
        "published": "2022-01-09T10:00",
        "published_from": "front_matter",
        "url": "https://paper.example/1",
        "language": "en",
        "text": ARTICLE.text,
    }
    passage = Passage("geneva", Span(0, 21), Span(0, len(ARTICLE.text)), "prose")
    assert passage_json(Corpus((ARTICLE,), (passage,)), passage) == {
        "citation": CITED,
        "paragraph": {"start": 0, "end": len(ARTICLE.text)},
        "kind": "prose",
    }


def test_an_event() -> None:
    day = dt.date(2022, 1, 10)
    time = TimeExpression("geneva", Span(14, 20), "DATE", "2022-01-10", day, day, "future", Span(8, 13))
    mention = Mention(Citation(ARTICLE, Span(0, 21)), time)
    corpus = Corpus((ARTICLE,), (), times={"geneva": (time,)})
    event = Event(day, day, "day", "evening", "planned", (mention,))
    assert event_json(corpus, event, lambda found: f"since {found.expression.rule}") == {
        "from": "2022-01-10",
        "to": "2022-01-10",
        "grain": "day",
        "part": "evening",
        "status": "planned",
        "mentions": [
            {
                "citation": CITED | {"times": [{"text": "Monday", "from": "2022-01-10", "to": "2022-01-10"}]},
                "expression": time_json(ARTICLE, time),
                "why": "since future",
            }
        ],
    }
