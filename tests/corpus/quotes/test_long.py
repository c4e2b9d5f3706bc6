"""Is the work in proportion to the text, whatever it holds? Counted in lines of our own code that run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from corpus.clean import find_body
from corpus.models import Article, Passage, Span
from corpus.quotes import find_quotes
from corpus.sentences import find_passages

MAX_GROWTH = 2.3
"""Twice the text may take twice the work, and a little for what does not divide evenly."""

ENDLESS: dict[str, Callable[[int], str]] = {
    "straight marks": lambda n: '"' * n,
    "opening marks": lambda n: "“ " * n,
    "a mark that never closes": lambda n: "Ana Lopez said: “" + "We go there. " * n,
    "quotations in one sentence": lambda n: "he said “we will go there” and " * n,
    "quotations of their own": lambda n: "“We will go there,” he said. " * n,
    "paragraphs that never close": lambda n: "“We will go there.\n\n" * n,
    "no marks": lambda n: "word " * n,
    "reported speech": lambda n: "Ana Lopez said that he said that " * n,
    "leads": lambda n: "In Geneva, " * n + "he said “we will go there.”",
    "capitals": lambda n: "A" * n,
    "one name": lambda n: "Ana Lopez " * n,
    "namesakes": lambda n: ". ".join(f"Ana{'abcdefghij'[i % 10] * (i // 10 + 1)} Lopez said" for i in range(n // 20)),
    "the minister": lambda n: "Ana Lopez, a minister, came. " + "“We will go there,” said the minister. " * n,
    "brackets": lambda n: "(" * n,
}


def steps_of(text: str, passages: list[Passage]) -> int:
    """How many lines of this package run while the quotes are looked for."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if "/corpus/" not in frame.f_code.co_filename.replace("\\", "/"):
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        find_quotes(Article("long", text), passages)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", ENDLESS)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    few, many = (
        steps_of(text, find_passages(Article("long", text), find_body(text))) for text in map(ENDLESS[name], (300, 600))
    )
    assert many <= MAX_GROWTH * few + 200


@pytest.mark.parametrize("name", ["a mark that never closes", "no marks", "capitals", "one name"])
def test_a_paragraph_of_a_megabyte(name: str) -> None:
    text = (ENDLESS[name](600) * 4_000)[:1_000_000]
    article = Article("long", text)
    quotes = find_quotes(article, find_passages(article, find_body(text)))
    assert len(quotes) == (name == "a mark that never closes")


def test_ten_thousand_marks() -> None:
    text = "“" * 5_000 + "”" * 5_000
    assert find_quotes(Article("marks", text), [Passage("marks", Span(0, 10_000), Span(0, 10_000), "prose")]) == ()
