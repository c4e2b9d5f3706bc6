from __future__ import annotations

from corpus.models import Article, Corpus
from retrieval.newest import newest_first


def test_the_newest_come_first_and_those_without_a_date_last() -> None:
    days = ("2022-01-08", None, "2022-01-10", "2022-01-09T17:17", "2022-01-10")
    articles = [Article(str(number), "", published=day) for number, day in enumerate(days)]
    assert newest_first(Corpus(articles, ())) == [2, 4, 3, 0, 1]
