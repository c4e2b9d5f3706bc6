"""Does a pin outlive changes of the articles, and is it never misquoted?"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from corpus.models import Corpus, Span
from retrieval.json_lines import LineError
from retrieval.pins import MOST_PINS, Pin, lead, locate_all, parse_pins
from retrieval.same_question import question_key
from tests.retrieval.samples import CORPUS, SPANS, TEXT, cited, corpus_of

QUESTION = "What comes second?"
PIN = Pin.of(QUESTION, CORPUS.cite("one", SPANS[1]))


def test_a_pin_reads_back_from_its_line() -> None:
    assert list(parse_pins(PIN.to_line())) == [PIN]
    assert json.loads(PIN.to_line()) == {
        "question": QUESTION,
        "article": "one",
        "start": 15,
        "text": "And a second.",
    }


def test_a_forgotten_question_leaves_the_pin_and_not_a_word() -> None:
    forgotten = replace(PIN, question=None)
    assert list(parse_pins(f"\n{forgotten.to_line()}\n")) == [forgotten]
    assert "comes" not in forgotten.to_line() + str(forgotten)
    assert forgotten.key == question_key("what comes second")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("And a second.", "“And a second.”"), ("“A”, he said", "‘“A”, he said’"), ("x" * 61, f"“{'x' * 59}…”")],
)
def test_an_operator_sees_how_it_begins_in_one_pair_of_marks(text: str, shown: str) -> None:
    assert str(replace(PIN, text=text)) == f"{QUESTION} → one, {shown}"


def edited(text: str) -> Corpus:
    corpus = corpus_of(text)
    [article] = corpus.articles
    return replace(
        corpus,
        articles=(replace(article, id="one"),),
        passages=tuple(replace(passage, article_id="one") for passage in corpus.passages),
        numbers={"one": 0},
    )


@pytest.mark.parametrize("before", ["", "A new beginning of the article. ", "Gone: "])
def test_it_is_found_again_in_an_edited_article(before: str) -> None:
    citation = PIN.locate(edited(f"{before}{TEXT}"))
    assert citation is not None
    assert (citation.text, citation.span.start) == ("And a second.", 15 + len(before))


@pytest.mark.parametrize("corpus", [Corpus((), ()), edited("The first one. And a third.")])
def test_it_is_gone_with_its_words(corpus: Corpus) -> None:
    assert PIN.locate(corpus) is None
    assert locate_all([PIN], corpus) == ({}, (PIN,))


def test_pins_of_a_question_come_in_their_order() -> None:
    other = Pin.of("what comes SECOND", CORPUS.cite("two b", SPANS[1]))
    found, gone = locate_all([PIN, other, PIN], CORPUS)
    assert [citation.article.id for citation in found[PIN.key]] == ["one", "two b"]
    assert gone == ()


def test_what_is_pinned_leads_the_ranking() -> None:
    first = lead([CORPUS.cite("one", SPANS[2])], cited(0, 1, 2), CORPUS)
    assert [one.number for one in first] == [2, 0, 1]
    assert first[0].score == first[1].score


def test_a_pin_may_hold_more_than_a_passage_and_may_not_have_been_found() -> None:
    [first, second] = lead([CORPUS.cite("one", Span(15, 35))], cited(0), CORPUS)
    assert (first.number, first.citation.text, second.number) == (1, "And a second. Third.", 0)
    [alone] = lead([CORPUS.cite("one", SPANS[0])], (), CORPUS)
    assert alone.citation.text == "The first one."


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("nonsense", "is not a JSON object"),
        ('{"article": "one", "start": 0, "text": "x"}', "'key' is missing"),
        ('{"question": "x", "article": "one", "start": "0", "text": "x"}', "'start' is not a whole number"),
        ('{"question": "x", "article": "one", "start": -1, "text": "x"}', "'start' is below 0"),
        ('{"question": "x", "article": "one", "start": 0, "text": " "}', "'text' is empty"),
        ('{"question": "x", "start": 0, "text": "x"}', "'article' is missing"),
    ],
)
def test_a_bad_line_is_named(line: str, says: str) -> None:
    with pytest.raises(LineError) as caught:
        list(parse_pins(f"{PIN.to_line()}\n{line}"))
    assert str(caught.value) == f"line 3: {says}"


def test_a_question_has_no_more_pins_than_a_reader_is_shown() -> None:
    with pytest.raises(LineError, match=f"line {MOST_PINS + 1}: the question has {MOST_PINS} pins already"):
        list(parse_pins(PIN.to_line() * (MOST_PINS + 1)))
