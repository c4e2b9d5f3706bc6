"""Is an article dated by the best source that there is?"""

from __future__ import annotations

import pytest

from corpus.clean import find_body
from corpus.models import Article
from corpus.published import date_article


def date(text: str, published: str | None = None) -> tuple[str | None, str | None]:
    article = Article("talks", text, published=published, published_from="front_matter" if published else None)
    dated = date_article(article, find_body(text))
    assert dated.text == text
    return dated.published, dated.published_from


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("As of: January 9th, 2022 5:17 p.m.", "2022-01-09T17:17"),
        ("As of: January 9th, 2022", "2022-01-09"),
        ("Updated: 9 Jan. 2022", "2022-01-09"),
        ("Updated: 9 January 2022, 12:05 a.m.", "2022-01-09T00:05"),
        ("Updated: 9 January 2022, 12:05 p.m.", "2022-01-09T12:05"),
        ("Published 2022-01-09T17:17Z", "2022-01-09T17:17"),
        ("Published 2022-01-09 7:05", "2022-01-09T07:05"),
        ("Posted: Sunday, Sept. 4th, 2022 at 5.17pm GMT", "2022-09-04T17:17"),
        ("Stand: 9. März 2022, 17:17 Uhr", "2022-03-09T17:17"),
        ("Updated: Jan 9, 2022 25:17", "2022-01-09"),
        ("May 9, 2022", "2022-05-09"),
    ],
)
def test_stamps(stamp: str, published: str) -> None:
    assert date(f"{stamp}\nTalks began on December 12, 2023.") == (published, "stamp")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("He came on 9 January 2022.", "2022-01-09"),
        ("He came on the 9th of January, 2022.", "2022-01-09"),
        ("He came on Jan. 9, 2022.", "2022-01-09"),
        ("He came on JANUARY 9 2022.", "2022-01-09"),
        ("He came on 2022-01-09.", "2022-01-09"),
        ("He came on Jan. 9, 2022, after December 12, 2021 and 8 Jan 2022.", "2022-01-09"),
        ("He came on January 9,\n2022.", "2022-01-09"),
        ("He came on February 29, 2020.", "2020-02-29"),
        ("As of: February 31, 2022\nHe came on January 9, 2022.", "2022-01-09"),
        ("He came on February 31, 2022, or January 9, 2022.", "2022-01-09"),
        ("He came on February 31, 2022.", None),
        ("He came on January 0, 2022.", None),
        ("He came on 2022-13-09.", None),
        ("He came on January 9.", None),
        ("He came in January 2022.", None),
        ("He came on January 9, 0000.", None),
        ("He came on January 9, 10000.", None),
        ("He came on 10000-01-09 or 2022-01-091.", None),
        ("Mark 12, 2000 years old, and 9 decades, 1999.", None),
        ("He came.", None),
    ],
)
def test_without_a_stamp_the_latest_full_date_is_taken(text: str, published: str | None) -> None:
    assert date(text) == (published, "inferred" if published else None)


def test_the_front_matter_goes_before_all() -> None:
    assert date("As of: January 9th, 2022\nTalks began on January 10, 2022.", "2021") == ("2021", "front_matter")
