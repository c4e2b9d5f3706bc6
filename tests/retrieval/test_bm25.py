"""Are passages ranked by their own words first, and by those around them?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.models import Article, Corpus, Passage, PassageKind, Span
from retrieval.bm25 import ASIDE, BM25Retriever
from tests.corpus.texts import texts
from tests.retrieval.gold.measure import seeds
from tests.retrieval.samples import corpus_of

SEEDS = seeds()
RETRIEVER = BM25Retriever(SEEDS)
FAR = "Nothing of it here. More of nothing. It is cold. A river was frozen."


def order(corpus: Corpus, *terms: str) -> list[int]:
    return [hit.passage for hit in BM25Retriever(corpus).search(terms, 10)]


def test_a_passage_that_holds_all_terms_is_first() -> None:
    corpus = corpus_of(f"{FAR}\n\nTalks in Geneva.\n\n{FAR}\n\nTalks in Vienna.\n\n{FAR}")
    best = BM25Retriever(corpus).search(["talk", "vienna"], 1)
    assert [corpus.passages[hit.passage].span.of(corpus.articles[0].text) for hit in best] == ["Talks in Vienna."]


def test_ties_are_in_reading_order() -> None:
    assert order(corpus_of(*["Talks begin."] * 4), "talk") == [0, 1, 2, 3]


def test_a_paragraph_lifts_its_sentences() -> None:
    """Both begin so; only the second one's paragraph goes on to Vienna."""
    corpus = corpus_of(f"Talks begin. {FAR}\n\nTalks begin. {FAR} They meet in Vienna.")
    found = order(corpus, "talk", "vienna")
    assert found.index(5) < found.index(0)


def test_a_title_lifts_its_article() -> None:
    articles = (Article("0", "Talks begin."), Article("1", "Talks begin.", title="Vienna"))
    passages = tuple(Passage(article.id, Span(0, 12), Span(0, 12), "prose") for article in articles)
    assert order(Corpus(articles, passages), "talk") == [0, 1]
    assert order(Corpus(articles, passages), "talk", "vienna") == [1, 0]


@pytest.mark.parametrize("kind", ["heading", "caption"])
def test_what_stands_aside_ranks_below_prose(kind: PassageKind) -> None:
    articles = (Article("0", "Talks begin."), Article("1", "Talks begin."))
    kinds: tuple[PassageKind, PassageKind] = (kind, "prose")
    passages = tuple(
        Passage(article.id, Span(0, 12), Span(0, 12), kind) for article, kind in zip(articles, kinds, strict=True)
    )
    prose, aside = BM25Retriever(Corpus(articles, passages)).search(["talk"], 2)
    assert (prose.passage, aside.passage) == (1, 0)
    assert aside.score == pytest.approx(ASIDE * prose.score)


def test_neighbours_are_of_the_same_article() -> None:
    """The last sentence of one article isn't lifted by the first one of the next."""
    alone = BM25Retriever(corpus_of("Talks begin.", "Vienna is cold.")).search(["talk", "vienna"], 2)
    assert alone[0].score == pytest.approx(alone[1].score, rel=0.2)
    together = BM25Retriever(corpus_of("Talks begin. Vienna is cold.", FAR)).search(["talk", "vienna"], 2)
    assert min(hit.score for hit in together) > max(hit.score for hit in alone)


@pytest.mark.parametrize(("term", "known"), [("ryabkov", True), ("us", True), ("macron", False), ("", False)])
def test_which_terms_the_articles_hold(term: str, *, known: bool) -> None:
    assert RETRIEVER.knows(term) is known


@pytest.mark.parametrize("terms", [[], ["macron"], ["", " "]])
def test_nothing_found(terms: list[str]) -> None:
    assert RETRIEVER.search(terms, 5) == []


@pytest.mark.parametrize("corpus", [Corpus((), ()), corpus_of(), corpus_of("?!"), corpus_of("And so it was.")])
def test_corpora_without_terms(corpus: Corpus) -> None:
    retriever = BM25Retriever(corpus)
    assert retriever.search(["talk"], 5) == []
    assert not retriever.knows("talk")


@settings(deadline=None)
@given(st.lists(texts, max_size=4), st.lists(st.sampled_from(["talk", "begin", "blinken", "9", "x"]), max_size=5))
def test_any_corpus(articles: list[str], terms: list[str]) -> None:
    corpus = corpus_of(*articles)
    hits = BM25Retriever(corpus).search(terms, 5)
    assert len(hits) <= 5
    assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.passage))
    assert len({hit.passage for hit in hits}) == len(hits)
    assert all(0 <= hit.passage < len(corpus.passages) and hit.score > 0 for hit in hits)


@pytest.mark.parametrize("limit", [1, 5, 60, 1000])
def test_no_more_than_the_limit(limit: int) -> None:
    hits = RETRIEVER.search(["talk", "russia", "us", "blinken"], limit)
    assert 1 <= len(hits) <= min(limit, len(SEEDS.passages))
    assert hits == RETRIEVER.search(["talk", "russia", "us", "blinken"], 1000)[:limit]
