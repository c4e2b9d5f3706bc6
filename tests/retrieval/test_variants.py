"""Is a statement that two outlets carry shown once, and are different ones kept apart?"""

from __future__ import annotations

from itertools import product

import pytest

from corpus.models import Corpus
from retrieval.analysis import analyze
from retrieval.answer import CitedPassage
from retrieval.variants import fold_variants, same_statement
from tests.retrieval.gold.measure import seeds
from tests.retrieval.samples import corpus_of

SEEDS = seeds()
SAME = {
    ("At the same time, US Secretary of State Blinken dampened", "of State Antony Blinken tamped down expectations"),
    ("with a pistol at the head of Ukraine", "with a gun to Ukraine’s head"),
    ("“So if we really want to make progress", "So if we’re actually going to make progress"),
    ("“I don’t think we will see any breakthroughs", "“I don’t think we’re going to see any breakthroughs"),
    ("“We will be able to put things on the table", "“We’re going to be able to put things on the table"),
    ("Every step that the United States and Europe take", "“Any progress that we’re going to make"),
}


def cite_all(corpus: Corpus, *numbers: int) -> list[CitedPassage]:
    passages = [(number, corpus.passages[number]) for number in numbers or range(len(corpus.passages))]
    return [
        CitedPassage(rank, 1 / rank, number, corpus.cite(passage.article_id, passage.span))
        for rank, (number, passage) in enumerate(passages, 1)
    ]


def texts_of(corpus: Corpus) -> list[str]:
    return [passage.span.of(corpus.article(passage.article_id).text) for passage in corpus.passages]


def number_of(words: str) -> int:
    (number,) = (number for number, text in enumerate(texts_of(SEEDS)) if words in text.replace("\u00a0", " "))
    return number


def test_the_pairs_of_the_shipped_articles_are_found_and_no_other() -> None:
    folded = fold_variants(cite_all(SEEDS), SEEDS)
    places = {(passage.article_id, passage.span): number for number, passage in enumerate(SEEDS.passages)}
    found = {(kept.number, places[also.article.id, also.span]) for kept in folded for also in kept.also}
    assert found == {(number_of(one), number_of(other)) for one, other in SAME}


def test_the_next_pair_is_not_the_same() -> None:
    one, other = (
        number_of("Deputy Foreign Minister Sergei Ryabkov"),
        number_of("Russian Foreign Minister Sergei Ryabkov"),
    )
    assert len(fold_variants(cite_all(SEEDS, one, other), SEEDS)) == 2


def test_a_caption_is_no_variant_of_prose() -> None:
    prose, caption = number_of("has urged Russia to de-escalate"), number_of("pivotal US-Russia talks slated")
    assert same_statement(*(frozenset(analyze(texts_of(SEEDS)[number])) for number in (prose, caption)))
    assert len(fold_variants(cite_all(SEEDS, prose, caption), SEEDS)) == 2


@pytest.mark.parametrize(
    ("caption", "same"),
    [
        ("spoke about the pivotal US-Russia talks", "on pivotal US-Russia talks slated"),
        ("Ukrainian soldiers build a bunker", "Ukrainian soldiers Mykhailo (L)"),
    ],
)
def test_of_a_picture_one_caption_is_shown(caption: str, same: str) -> None:
    folded = fold_variants(cite_all(SEEDS, number_of(caption), number_of(same)), SEEDS)
    assert [(cited.number, cited.also) for cited in folded] == [(number_of(caption), ())]


def test_captions_of_several_pictures_are_kept_apart() -> None:
    numbers = [number_of("Ukrainian soldiers build a bunker"), number_of("spoke about the pivotal US-Russia talks")]
    assert [cited.number for cited in fold_variants(cite_all(SEEDS, *numbers), SEEDS)] == numbers


def test_of_identical_articles_each_statement_is_shown_once() -> None:
    text = "The talks begin on Monday. Russia made far-reaching demands.\n\nYes. It was cold."
    corpus = corpus_of(text, text, text)
    folded = fold_variants(cite_all(corpus), corpus)
    assert [cited.rank for cited in folded] == [1, 2, 3, 4]
    assert [[also.article.id for also in cited.also] for cited in folded] == [["1", "2"]] * 4
    assert all(also.text == cited.citation.text for cited in folded for also in cited.also)


def test_an_article_that_says_so_twice_is_shown_twice() -> None:
    corpus = corpus_of("The talks begin on Monday in Geneva.\n\nThe talks begin on Monday in Geneva.")
    assert len(fold_variants(cite_all(corpus), corpus)) == 2


def test_the_better_of_two_is_kept() -> None:
    one, other = number_of("“We will be able to put things"), number_of("“We’re going to be able to put things")
    for first, second in ((one, other), (other, one)):
        (kept,) = fold_variants(cite_all(SEEDS, first, second), SEEDS)
        assert (kept.number, kept.rank) == (first, 1)


def test_nothing_to_fold() -> None:
    assert fold_variants([], SEEDS) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("abcd", "abcd", True),
        ("ab", "ab", True),
        ("abc", "abcd", False),
        ("abcdef", "abcdxy", True),
        ("abcdefgh", "abcdwxyz", False),
        ("abcd", "abcdefghijklm", True),
        ("", "abcd", False),
    ],
)
def test_how_much_is_shared(one: str, other: str, *, same: bool) -> None:
    assert same_statement(frozenset(one), frozenset(other)) is same
    assert same_statement(frozenset(other), frozenset(one)) is same


def test_every_pair_is_judged_the_same_both_ways() -> None:
    terms = [frozenset(analyze(text)) for text in texts_of(SEEDS)]
    assert all(same_statement(one, other) == same_statement(other, one) for one, other in product(terms, terms))
