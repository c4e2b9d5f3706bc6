from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.cli.conftest import Talks

CITATION = ["article", "title", "publisher", "published", "url", "start", "end", "text", "times"]


def test_articles_are_those_of_the_list(talks: Talks) -> None:
    exported = talks("export", "articles")
    assert (exported.code, exported.err) == (0, "")
    assert exported.out == talks("articles", "list", "--json").out


def test_every_passage_is_a_slice_of_its_article_and_its_paragraph(talks: Talks) -> None:
    texts = {row["id"]: row["text"] for row in talks("export", "articles").rows()}
    passages = talks("export", "passages").rows()
    assert {passage["citation"]["article"] for passage in passages} == set(texts)
    for passage in passages:
        assert list(passage) == ["citation", "paragraph", "kind"]
        citation, paragraph = passage["citation"], passage["paragraph"]
        assert list(citation) == CITATION
        assert citation["text"] == texts[citation["article"]][citation["start"] : citation["end"]]
        assert citation["text"].strip() == citation["text"] != ""
        assert list(paragraph) == ["start", "end"]
        assert paragraph["start"] <= citation["start"] < citation["end"] <= paragraph["end"]
        assert passage["kind"] in {"prose", "heading", "caption"}


@pytest.mark.parametrize("what", ["articles", "passages"])
def test_json_is_the_only_format_and_may_be_asked_for(talks: Talks, articles: Path, what: str) -> None:
    done = talks("export", what, "--json", "--articles", str(articles))
    assert done.code == 0
    assert done.err == "talks: not served: empty.txt: empty\n"
    assert done.rows()
    assert done.out == talks("export", what, "--articles", str(articles)).out
