"""Are PostingsBM25's scores those of rank-bm25, and its best documents those that all scores name?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from retrieval import postings
from retrieval.postings import MAX_COUNT, PostingsBM25

Documents = list[list[str]]
WORDS = "abcdefgh"


class Reference(BM25Okapi):  # type: ignore[misc] # rank-bm25 has no type hints
    """rank-bm25 as it is, but for Lucene's idf."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        size = self.corpus_size
        self.idf = {term: math.log(1 + (size - held + 0.5) / (held + 0.5)) for term, held in nd.items()}


def zipf_documents(seed: int, size: int = 3000) -> Documents:
    """Documents of words of which a few are everywhere and most are rare."""
    random = np.random.default_rng(seed)
    words = np.minimum(random.zipf(1.3, (size, 12)), 2000)
    return [[f"w{word}" for word in document[: random.integers(1, 13)]] for document in words]


def zipf_queries(seed: int, count: int) -> Iterable[list[str]]:
    random = np.random.default_rng(seed)
    for _ in range(count):
        common, rare = random.integers(1, 8, 3), random.integers(20, 2000, 3)
        yield [f"w{word}" for word in (*common[: random.integers(0, 4)], *rare[: random.integers(1, 4)])]


def assert_is_best(index: PostingsBM25, terms: Sequence[str], limit: int) -> None:
    """`top` is what sorting all scores gives; rounding may swap documents that are equal but for it."""
    scores = index.get_scores(terms)
    matching = np.flatnonzero(scores)
    order = matching[np.lexsort((matching, -scores[matching]))][:limit]
    numbers, best = index.top(terms, limit)
    np.testing.assert_allclose(best, scores[order], rtol=1e-5)
    np.testing.assert_allclose(best, scores[numbers], rtol=1e-5)
    assert len(set(numbers.tolist())) == len(numbers)
    pairs = list(zip((-best).tolist(), numbers.tolist(), strict=True))
    assert pairs == sorted(pairs)


documents = st.lists(st.lists(st.sampled_from(WORDS), max_size=12), min_size=1, max_size=30).filter(any)
queries = st.lists(st.sampled_from(WORDS + "z"), max_size=8)


@settings(deadline=None)
@given(documents, queries, st.sampled_from([0.3, 0.6, 1.2, 2.0]), st.sampled_from([0.0, 0.4, 0.75, 0.99]))
def test_scores_are_those_of_rank_bm25(documents: Documents, query: list[str], k1: float, b: float) -> None:
    index, reference = PostingsBM25(documents, k1=k1, b=b), Reference(documents, k1=k1, b=b)
    np.testing.assert_allclose(index.get_scores(query), reference.get_scores(query), rtol=1e-5)
    some = list(range(0, len(documents), 2))
    np.testing.assert_allclose(index.get_batch_scores(query, some), reference.get_batch_scores(query, some), rtol=1e-5)


@pytest.mark.parametrize(("k1", "b"), [(0.6, 0.75), (1.5, 0.75), (0.9, 0.4)])
def test_scores_of_many_documents_are_those_of_rank_bm25(k1: float, b: float) -> None:
    documents = zipf_documents(7)
    index, reference = PostingsBM25(documents, k1=k1, b=b), Reference(documents, k1=k1, b=b)
    for query in zipf_queries(8, 20):
        np.testing.assert_allclose(index.get_scores(query * 2), reference.get_scores(query * 2), rtol=1e-5)


@settings(deadline=None)
@given(documents, queries, st.integers(1, 12))
def test_top_is_the_best_of_all_scores(documents: Documents, query: list[str], limit: int) -> None:
    assert_is_best(PostingsBM25(documents), query, limit)


@pytest.mark.parametrize("seed", range(8))
def test_top_is_the_best_of_all_scores_where_lists_are_skipped(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    skipped: list[int] = []
    finish = postings._finish

    def counted(numbers: Any, scores: Any, lists: Sequence[Any], rest: Any, limit: int) -> Any:
        skipped.append(len(lists))
        return finish(numbers, scores, lists, rest, limit)

    monkeypatch.setattr(postings, "_finish", counted)
    index = PostingsBM25(zipf_documents(seed))
    for query in zipf_queries(seed + 100, 60):
        for limit in (1, 3, 10):
            assert_is_best(index, query, limit)
    assert len(skipped) >= 30


def test_long_lists_are_looked_up_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rare word and one in all documents: only the ten that hold the rare one are scored."""
    documents = [["common", *(["rare"] if number % 100 == 0 else [])] for number in range(1000)]
    index = PostingsBM25(documents)
    looked_up: list[int] = []
    look_up = postings._look_up

    def counted(numbers: Any, values: Any, wanted: NDArray[Any]) -> Any:
        looked_up.append(len(wanted))
        return look_up(numbers, values, wanted)

    monkeypatch.setattr(postings, "_look_up", counted)
    numbers, _ = index.top(["common", "rare"], 5)
    assert numbers.tolist() == [0, 100, 200, 300, 400]
    assert looked_up == [10]


def test_an_untouched_document_may_still_win() -> None:
    """The rare word's documents are long, and lose to those that hold the common one twice in few words."""
    documents = [["rare", *"xyzuvw" * 40] for _ in range(3)] + [["common", "common"]] * 3 + [["other"]] * 4
    index = PostingsBM25(documents)
    assert index.top(["rare", "common"], 3)[0].tolist() == [3, 4, 5]


def test_ties_are_in_order_of_number() -> None:
    index = PostingsBM25([["a", "b"]] * 200)
    assert index.top(["b", "a"], 7)[0].tolist() == list(range(7))


# rank-bm25's traps


@pytest.mark.parametrize("documents", [[], [[]], [[], [], []]])
def test_nothing_to_find(documents: Documents) -> None:
    index = PostingsBM25(documents)
    assert index.get_scores(["a"]).tolist() == [0.0] * len(documents)
    numbers, scores = index.top(["a"], 3)
    assert (len(numbers), len(scores)) == (0, 0)


def test_empty_documents_are_never_found() -> None:
    index = PostingsBM25([[], ["a"], [], ["a", "b"]])
    assert index.get_scores(["a"])[[0, 2]].tolist() == [0, 0]
    assert index.top(["a", "b"], 9)[0].tolist() == [3, 1]


def test_of_two_documents_the_one_that_holds_the_term_wins() -> None:
    numbers, scores = PostingsBM25([["a"], ["b"]]).top(["b"], 2)
    assert numbers.tolist() == [1]
    assert scores[0] > 0


def test_a_term_in_every_document_counts() -> None:
    assert (PostingsBM25([["a", "b"], ["a"], ["a", "c"]]).get_scores(["a"]) > 0).all()


def test_documents_from_a_generator() -> None:
    documents = zipf_documents(3, 50)
    assert (
        PostingsBM25(iter(documents)).get_scores(["w1"]).tolist() == PostingsBM25(documents).get_scores(["w1"]).tolist()
    )


def test_an_unknown_term_adds_nothing() -> None:
    index = PostingsBM25([["a", "b"], ["b"]])
    assert index.get_scores(["a", "z"]).tolist() == index.get_scores(["a"]).tolist()
    assert index.counts_of("z", np.asarray([0, 1], np.int32)).tolist() == [0, 0]


def test_counts_stop_at_the_most() -> None:
    index = PostingsBM25([["a"] * (MAX_COUNT + 45), ["a", "a"], ["b"]])
    assert index.counts_of("a", np.asarray([1, 2, 0], np.int32)).tolist() == [2, 0, MAX_COUNT]


@settings(deadline=None)
@given(documents, queries)
def test_no_score_exceeds_the_ideal(documents: Documents, query: list[str]) -> None:
    index = PostingsBM25(documents)
    assert index.get_scores(query).max(initial=0) <= index.ideal(query) * (1 + 1e-5)


# a thread's array of scores


def test_the_scores_are_given_back_as_zeros() -> None:
    index = PostingsBM25(zipf_documents(1))
    for query in zipf_queries(2, 50):
        index.top(query, 3)
        assert not index._borrow_scores().any()


@pytest.mark.parametrize(
    ("place", "name"), [(postings, "_best"), (postings, "_finish"), (postings, "_nth_best"), (np, "concatenate")]
)
def test_the_scores_are_given_back_as_zeros_by_a_search_that_fails(
    place: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    documents = [["common", "all", *(["rare"] if number % 100 == 0 else [])] for number in range(1000)]
    index = PostingsBM25(documents)
    query, limit = (["rare", "common", "all"], 5) if name != "concatenate" else (["rare", "common"], 2000)
    with monkeypatch.context() as patch:
        patch.setattr(place, name, fail)
        if name == "_best":
            patch.setattr(postings, "_finish", fail)
        with pytest.raises(MemoryError):
            index.top(query, limit)
    assert not index._borrow_scores().any()
    assert_is_best(index, query, limit)


def test_threads_do_not_disturb_each_other() -> None:
    index = PostingsBM25(zipf_documents(5))
    asked = list(zipf_queries(6, 200))
    alone = [index.top(query, 5) for query in asked]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda query: index.top(query, 5), asked))
    for (numbers, scores), (others, other_scores) in zip(alone, together, strict=True):
        assert numbers.tolist() == others.tolist()
        assert scores.tolist() == other_scores.tolist()
