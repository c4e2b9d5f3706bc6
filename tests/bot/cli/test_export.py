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


def test_every_time_is_a_slice_of_its_article(talks: Talks) -> None:
    texts = {row["id"]: row["text"] for row in talks("export", "articles").rows()}
    times = talks("export", "times").rows()
    assert {time["article"] for time in times} == set(texts)
    for time in times:
        assert list(time) == ["article", "start", "end", "text", "type", "value", "from", "to", "rule"]
        assert time["text"] == texts[time["article"]][time["start"] : time["end"]]
    mondays = [time for time in times if time["text"] == "This Monday"]
    assert [(time["value"], time["from"], time["to"]) for time in mondays] == [
        ("2022-01-10", "2022-01-10", "2022-01-10")
    ]


def test_a_time_without_a_day_of_publication_has_no_days(talks: Talks, articles: Path) -> None:
    (time,) = talks("export", "times", "--articles", str(articles)).rows()
    assert (time["text"], time["type"], time["value"]) == ("Monday", "DATE", "XXXX-WXX-1")
    assert (time["from"], time["to"], time["rule"]) == (None, None, "unresolved")


def test_every_quote_is_a_slice_and_its_speaker_is_proved_by_one(talks: Talks) -> None:
    texts = {row["id"]: row["text"] for row in talks("export", "articles").rows()}
    quotes = talks("export", "quotes").rows()
    assert {quote["type"] for quote in quotes} == {"direct", "mixed", "reported"}
    for quote in quotes:
        assert list(quote) == ["citation", "type", "cue", "via", "said_on", "confidence", "rule", "speaker", "also"]
        citation, speaker = quote["citation"], quote["speaker"]
        text = texts[citation["article"]]
        assert citation["text"] == text[citation["start"] : citation["end"]]
        assert list(speaker) == ["id", "name", "role", "as_written", "start", "end"]
        assert speaker["as_written"] == text[speaker["start"] : speaker["end"]] != ""
        assert 0 <= quote["confidence"] <= 1


def test_quotes_are_found_without_an_index(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    exported = talks("export", "quotes").out
    monkeypatch.setattr("retrieval.bm25.BM25Retriever.__init__", None)
    assert talks("export", "quotes", "--json").out == exported != ""


@pytest.mark.parametrize("what", ["articles", "passages", "times"])
def test_json_is_the_only_format_and_may_be_asked_for(talks: Talks, articles: Path, what: str) -> None:
    done = talks("export", what, "--json", "--articles", str(articles))
    assert done.code == 0
    assert done.err == "talks: not served: empty.txt: empty\n"
    assert done.rows()
    assert done.out == talks("export", what, "--articles", str(articles)).out
