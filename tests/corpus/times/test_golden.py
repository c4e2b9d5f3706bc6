from __future__ import annotations

import pytest

from tests.corpus.times.golden import golden_file, seeds, show_times

SEEDS = seeds()


@pytest.mark.parametrize("article_id", [article.id for article in SEEDS.articles])
def test_the_times_of_a_seed(article_id: str) -> None:
    assert show_times(SEEDS, SEEDS.article(article_id)) == golden_file(article_id).read_text("utf-8")
