from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.shorten import one_line, shorten
from corpus.models import Span

TALKS = "Talks will then take place on January 13 in Vienna within the framework of the Organization."


@pytest.mark.parametrize(
    ("text", "longest", "line"),
    [
        (TALKS, 200, TALKS.removesuffix(".")),
        (TALKS, 46, "Talks will then take place on January 13 in…"),
        ("Talks,\n\nsaid  he –", 40, "Talks, said he"),
        ("Back in the U.S.", 40, "Back in the U.S."),
        ("At 5 p.m.", 40, "At 5 p.m."),
        ("x" * 50, 10, "x" * 10 + "…"),
        ("", 10, ""),
        (" \n", 10, ""),
        ("tur\u202en\x00", 10, "turn"),
    ],
)
def test_a_line_is_cut_between_words(text: str, longest: int, line: str) -> None:
    assert shorten(text, longest) == line


@pytest.mark.parametrize(
    ("expression", "longest", "line"),
    [
        ("January 13", 60, "Talks will then take place on January 13 in Vienna within…"),
        ("Vienna", 30, "…place on January 13 in Vienna…"),
        ("Organization", 30, "…framework of the Organization"),
        ("Talks will then take place", 10, "Talks will…"),
    ],
)
def test_the_words_that_say_when_are_kept(expression: str, longest: int, line: str) -> None:
    start = TALKS.index(expression)
    assert shorten(TALKS, longest, Span(start, start + len(expression))) == line


@given(st.text(), st.integers(1, 60), st.integers(0, 80), st.integers(0, 80))
def test_what_is_shown_is_a_slice(text: str, longest: int, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    line = shorten(text, longest, Span(start, end))
    assert len(line) <= longest + 2
    assert line.removeprefix("…").removesuffix("…").strip() in one_line(text)
