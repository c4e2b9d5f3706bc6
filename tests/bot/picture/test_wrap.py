from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.picture.fonts import Fonts, Style
from bot.picture.wrap import join, wrap

FONTS = Fonts()
STYLE = Style("regular", 40, "#000000")


def lines(text: str, width: float) -> list[str]:
    return [" ".join(word.text for word in line) for line in wrap(FONTS.words(text, STYLE), width)]


def test_lines_end_between_words() -> None:
    assert lines("Talks begin on Monday in Geneva", 300) == ["Talks begin on", "Monday in", "Geneva"]


def test_a_word_that_is_too_long_is_broken() -> None:
    assert lines("a WWWWWWWWWWWW b", 200) == ["a", "WWWWW", "WWWWW", "WW b"]


def test_no_words_no_lines() -> None:
    assert lines("", 300) == []


def test_a_letter_wider_than_the_line_stands_alone() -> None:
    assert lines("WW", 1) == ["W", "W"]


def test_what_looks_the_same_is_drawn_at_once() -> None:
    [line] = wrap(FONTS.words("Talks begin now", STYLE), 1000)
    talks, begin, now = line
    grey = replace(now, fill="#777777")
    assert [word.text for word in join([talks, begin, grey])] == ["Talks begin", "now"]


@given(st.text("abW ", max_size=60), st.integers(100, 400))
def test_lines_fit_and_nothing_is_lost(text: str, width: int) -> None:
    wrapped = wrap(FONTS.words(text, STYLE), width)
    assert "".join(word.text for line in wrapped for word in line) == "".join(text.split())
    for line in wrapped:
        [whole] = join(line)
        assert whole.font.getlength(whole.text) <= width + len(line)  # kerning with a space counts no more than that
