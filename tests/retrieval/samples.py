"""Two small articles of three passages each, others made of any texts, and an answerer that says what it is told."""

from __future__ import annotations

from itertools import chain

from corpus.clean import find_body
from corpus.models import Article, Corpus, Passage, Span
from corpus.sentences import find_passages
from retrieval.answer import Answer, CitedPassage, Outcome
from retrieval.gold import GoldQuestion, Judgement

TEXT = "The first one. And a second. Third."
SPANS = (Span(0, 14), Span(15, 28), Span(29, 35))
CORPUS = Corpus(
    articles=tuple(Article(name, TEXT) for name in ("one", "two b")),
    passages=tuple(Passage(name, span, Span(0, 35), "prose") for name in ("one", "two b") for span in SPANS),
)


def cited(*numbers: int) -> tuple[CitedPassage, ...]:
    """Passages of CORPUS, ranked as they are named."""
    return tuple(
        CitedPassage(rank, 1 / rank, number, CORPUS.cite(CORPUS.passages[number].article_id, SPANS[number % 3]))
        for rank, number in enumerate(numbers, 1)
    )


class Scripted:
    """Answers every question the same: shows a reader the first passage of a ranking, or keeps all back."""

    def __init__(self, outcome: Outcome, *ranking: CitedPassage) -> None:
        self.outcome, self.ranking = outcome, ranking

    def __call__(self, text: str, limit: int) -> Answer:
        if self.outcome == "answered":
            return Answer(text, "answered", hits=self.ranking[: 1 if limit == 3 else limit])
        return Answer(text, self.outcome, nearest=self.ranking[:limit])


def gold(*judged: tuple[int, int], should_answer: bool = True, line: int = 1) -> GoldQuestion:
    """A question with (passage number, grade) judgements."""
    places = [(CORPUS.passages[number], grade) for number, grade in judged]
    judgements = tuple(Judgement(passage.article_id, passage.span, grade) for passage, grade in places)
    return GoldQuestion(line, "why?", should_answer, judgements)


def corpus_of(*texts: str, title: str | None = None) -> Corpus:
    """A corpus of these articles, called 0, 1, …, cut as ingest cuts them."""
    articles = tuple(Article(str(number), text, title=title) for number, text in enumerate(texts))
    passages = [find_passages(article, find_body(article.text, article.title)) for article in articles]
    return Corpus(articles, tuple(chain.from_iterable(passages)))
