from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.render.html import escape
from bot.render.split import LIMIT, split
from bot.simulator.formatted import utf16
from bot.simulator.markup import parse_html

TEXTS = st.text("ab <&\n\u00a0é–😀", max_size=30)


def _wrap(tag: str, inner: str) -> str:
    return f"<{tag}>{inner}</{tag.split(maxsplit=1)[0]}>"


INLINE = st.recursive(
    TEXTS.map(escape),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map("".join),
        st.tuples(st.sampled_from(["b", "i", "u"]), inner).map(lambda pair: _wrap(*pair)),
    ),
)
MARKUP = st.lists(st.one_of(INLINE, INLINE.map(lambda inner: _wrap("blockquote expandable", inner)))).map("".join)


@pytest.mark.parametrize(
    ("markup", "limit", "parts"),
    [
        ("short", 10, ["short"]),
        ("", 10, []),
        (" \n ", 10, []),
        ("one two three", 10, ["one two", "three"]),
        ("one two", 3, ["one", "two"]),
        ("abcdefgh", 4, ["abcd", "efgh"]),
        ("one two\nthree four", 15, ["one two", "three four"]),
        ("one\ntwo\n\nthree four", 15, ["one\ntwo", "three four"]),
        ("<b>one two</b> three", 6, ["<b>one</b>", "<b>two</b>", "three"]),
        ("<blockquote expandable>one two</blockquote>", 5, 2 * ["<blockquote expandable>{}</blockquote>"]),
        ("&lt;&amp;&#x27;", 3, ["&lt;&amp;&#x27;"]),
        ("&lt;&amp;&#x27;", 2, ["&lt;&amp;", "&#x27;"]),
        ("😀😀", 3, ["😀", "😀"]),
        ("<i>one</i> <b>two</b>", 3, ["<i>one</i>", "<b>two</b>"]),
    ],
)
def test_split(markup: str, limit: int, parts: list[str]) -> None:
    expected = [part.format(word) for part, word in zip(parts, ["one", "two", "three"], strict=False)]
    assert split(markup, limit) == expected


def test_a_quote_stays_with_its_source_line() -> None:
    passage = f"<blockquote>{'word ' * 500}end</blockquote>\n[1] Title"
    parts = split("\n\n".join([passage] * 3))
    assert [part.endswith("[1] Title") for part in parts] == [True] * 3


@given(MARKUP, st.integers(2, 40))
def test_every_part_is_accepted_and_nothing_but_space_is_lost(markup: str, limit: int) -> None:
    parts = [parse_html(part) for part in split(markup, limit)]
    assert all(utf16(part.text) <= limit for part in parts)
    assert all(part.text.strip() for part in parts)
    shown = "".join(part.text for part in parts)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", parse_html(markup).text)


@settings(max_examples=20)
@given(st.text(st.characters(codec=None), min_size=1, max_size=30))
def test_any_long_text_fits(text: str) -> None:
    text *= 2 * LIMIT // len(text)
    assert all(utf16(parse_html(part).text) <= LIMIT for part in split(escape(text)))
