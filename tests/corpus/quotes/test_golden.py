"""The seeds: all that is said in them, by the right person, and nothing that nobody said."""

from __future__ import annotations

import pytest

from corpus.quotes import find_quotes
from tests.corpus.quotes.golden import golden_file, seeds, show_quotes

SEEDS = seeds()
IDS = [article.id for article in SEEDS.articles]
DIRECT = {
    IDS[0]: ["Antony Blinken"] * 4 + ["US government official"],
    IDS[1]: ["Antony Blinken"] * 4 + ["senior administration official"] * 2 + ["Sergei Ryabkov"] * 2,
}


@pytest.mark.parametrize("article_id", IDS)
def test_the_quotes_of_a_seed(article_id: str) -> None:
    assert show_quotes(SEEDS, SEEDS.article(article_id)) == golden_file(article_id).read_text("utf-8")


@pytest.mark.parametrize("article_id", IDS)
def test_the_thirteen_direct_quotations_have_the_right_speaker(article_id: str) -> None:
    quotes = find_quotes(SEEDS.article(article_id), SEEDS.passages_of(article_id))
    names = [quote.attribution.name for quote in quotes if quote.type != "reported" and quote.attribution]
    assert names == DIRECT[article_id]
