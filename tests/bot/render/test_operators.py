from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

import pytest

from bot.querylog.gaps import Gap
from bot.render.html import plain
from bot.render.operators import SHOWN_GAPS, gaps_html, sparkline
from tests.bot.querylog.samples import answer, passage, row_of

WORDS = NullTranslations()


@pytest.mark.parametrize(
    ("values", "line"), [([], ""), ([0, 0], "▁▁"), ([0, 1, 100], "▁▂█"), ([5], "█"), ([1, 2, 4], "▃▅█")]
)
def test_what_is_not_nothing_is_to_be_seen(values: list[float], line: str) -> None:
    assert sparkline(values) == line


def gap(question: str, asked: int = 1) -> Gap:
    return Gap(asked, 1, row_of("1", answer(question)), "score .21 < .27", None, (question,), None)


def test_a_gap_is_told_without_its_reader() -> None:
    told = gaps_html([gap("Who is <b>?", 3), gap("Why?")], WORDS)
    row = gap("Why?").row
    assert plain(told).split("\n\n")[1:] == [
        "“Who is <b>?”\nasked 3 times by 1 reader · 2022-01-09 · score .21 < .27",
        "“Why?”\nasked once by 1 reader · 2022-01-09 · score .21 < .27",
    ]
    assert row.user
    assert row.user not in told


def test_a_passage_with_quotation_marks_of_its_own_bears_other_ones_around_it() -> None:
    [closest] = row_of("1", answer("Why?", nearest=(passage(1, 30, 67),))).shown
    assert "\nclosest: ‘“No breakthroughs,” said the minister’" in gaps_html(
        [replace(gap("Why?"), closest=closest)], WORDS
    )


def test_so_many_are_shown() -> None:
    told = gaps_html([gap(f"Why {number}?") for number in range(SHOWN_GAPS + 2)], WORDS)
    assert told.count("“Why") == SHOWN_GAPS
    assert told.endswith("and 2 more</i>")
