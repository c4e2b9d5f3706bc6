"""A corpus as small as the seeds' own sentences allow, and answers from it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.models import Article, Citation, Corpus, Passage, Span
from retrieval.answer import Answer, CitedPassage, Outcome

LED = "On the Russian side, the upcoming talks are being led by Deputy Foreign Minister Sergei Ryabkov."
MEETING = "Before tomorrow’s meeting with Russia, the US is demanding de-escalation in the Ukraine conflict."
HERE = "“I don’t think we will see any breakthroughs in the coming week,” said the minister."
THERE = "“I don’t think we’re going to see any breakthroughs in the coming week,” Blinken said."
BEGIN = "Success of the talks, which begin Monday in Geneva, depend on Russian cooperation."
PLACES = "Talks in Geneva, then Brussels, then Vienna."

FIRST = Article("000", f"{MEETING}\n{LED}\n{HERE}\n{PLACES}", published="2022-01-09T17:17:00", published_from="stamp")
SECOND = Article(
    "002",
    f"{THERE}\n{BEGIN}",
    title="Geneva talks hinge on Russia deescalating Ukraine threat",
    published="2022-01-09",
    published_from="inferred",
)


def make_corpus(*articles: Article) -> Corpus:
    """Articles whose every line is a passage of prose."""
    passages = []
    for article in articles:
        end = 0
        for line in article.text.splitlines(keepends=True):
            span = Span(end, end + len(line.rstrip("\n")))
            passages.append(Passage(article.id, span, span, "prose"))
            end += len(line)
    return Corpus(articles, tuple(passages))


SEEDS = make_corpus(FIRST, SECOND)


def cite(text: str, corpus: Corpus = SEEDS) -> Citation:
    """The passage that says `text`."""
    article = next(article for article in corpus.articles if text in article.text)
    start = article.text.index(text)
    return corpus.cite(article.id, Span(start, start + len(text)))


def hit(text: str, *also: str, corpus: Corpus = SEEDS) -> CitedPassage:
    found = cite(text, corpus)
    return CitedPassage(1, 0.9, corpus.passage_at(found), found, tuple(cite(other, corpus) for other in also))


def answered(*hits: CitedPassage, terms: Sequence[str] = (), understood: str | None = None) -> Answer:
    return Answer("?", "answered", hits=hits, terms=tuple(terms), understood=understood)


def refused(*nearest: CitedPassage, unknown: Sequence[str] = (), outcome: Outcome = "no_answer") -> Answer:
    offered = nearest[0] if nearest else None
    return Answer("?", outcome, nearest=nearest, offered=offered, unknown=tuple(unknown))
