from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.html import MOST_MARKS, clean, escape, italic, link, mark, plain
from bot.simulator.formatted import clean as telegrams_cleaning
from bot.simulator.markup import parse_html
from corpus.models import Span

ANYTHING = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\tb", "a b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b", "a\nb"),
        ("a\x00\x07\x1b[31mb\x9f", "a[31mb"),
        ("\u202eabc\u2066", "abc"),
        ("a\ud800b\ufffe", "ab"),
        ("soldat\u00a0\u200d👩‍👧", "soldat\u00a0\u200d👩‍👧"),
    ],
)
def test_clean_takes_out_what_telegram_refuses(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_escape_leaves_quotation_marks_alone() -> None:
    assert escape('<b> & "it\'s"') == '&lt;b&gt; &amp; "it\'s"'


@pytest.mark.parametrize(
    ("text", "spans", "marked"),
    [
        ("On the Russian side", [(7, 14), (15, 19)], "On the <b>Russian side</b>"),
        ("talks, talks", [(0, 5), (7, 12)], "<b>talks</b>, <b>talks</b>"),
        ("NATO-Russia", [(0, 11), (0, 11), (5, 11)], "<b>NATO-Russia</b>"),
        ("A < B", [(4, 5), (0, 1)], "<b>A</b> &lt; <b>B</b>"),
        ("plain & simple", [], "plain &amp; simple"),
    ],
)
def test_mark(text: str, spans: list[tuple[int, int]], marked: str) -> None:
    assert mark(text, [Span(*span) for span in spans]) == marked


def test_mark_stops_before_telegram_stops_showing_entities() -> None:
    text = "talks, " * 200
    spans = [Span(start, start + 5) for start in range(0, len(text), 7)]
    assert mark(text, spans).count("<b>") == MOST_MARKS


@given(ANYTHING, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20))))
def test_any_text_becomes_html_that_says_the_same(text: str, starts: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in starts]
    markup = mark(text, spans)
    assert parse_html(markup).text == plain(markup)
    assert telegrams_cleaning(plain(markup)) == plain(markup)
    assert plain(markup).replace("\n", "") == clean(text).replace("\n", "")


@given(ANYTHING, ANYTHING)
def test_any_link_and_any_italics_are_accepted(text: str, url: str) -> None:
    assert parse_html(link(text, url)).text == clean(text)
    assert parse_html(italic(text)).text == clean(text)
