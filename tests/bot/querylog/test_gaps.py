"""Are questions in vain grouped by likeness, counted by asking and reader, and explained?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.querylog import gaps as gaps_module
from bot.querylog.entries import Asked, Voted
from bot.querylog.gaps import MOST_COMPARED, Gap, find_gaps, find_similar
from bot.querylog.judging import review
from bot.querylog.reading import open_reader, show_row
from bot.querylog.selection import Selection
from tests.bot.querylog.samples import answer, at, keep_all, passage, row_of

if TYPE_CHECKING:
    from pathlib import Path

CHIEF = "Who is Moscow's chief negotiator?"


@pytest.fixture
def path(path: Path) -> Path:
    near = {"nearest": (passage(1, 0, 29), passage(2, 30, 69)), "score": 0.21, "threshold": 0.27}
    asked = [
        row_of("0", answer(CHIEF, **near), at(1), user_id=1),
        row_of("1", answer("moscow's chief negotiator", **near), at(2), user_id=1),
        row_of("2", answer("the chief negotiator of Moscow??", **near), at(3), user_id=2),
        row_of("3", answer("Name of Moscow's chief negotiator", **near), at(4), user_id=3),
        row_of("4", answer("What does Macron want?", unknown=("Macron",)), at(5), user_id=1),
        row_of("5", answer("what does macron want", unknown=("Macron",)), at(6), user_id=2),
        row_of("6", answer("When?", outcome="answered", hits=(passage(1, 0, 29),)), at(7)),
        row_of("7", answer("Where?", outcome="answered"), at(8)),
        row_of("8", answer("Lavrov", score=1.0), at(9), command="quotes"),
        row_of("9", answer("down", outcome="unavailable"), at(9)),
    ]
    keep_all(path, *map(Asked, asked), Voted("6", "x", up=False, reason="wrong date", at="1"))
    return path


def gaps(path: Path, wanted: Selection = Selection(), **options: bool) -> list[Gap]:  # noqa: B008 - frozen
    with open_reader(path) as connection:
        return find_gaps(connection, wanted, **options)


def test_those_alike_are_one_the_most_often_asked_first(path: Path) -> None:
    found = [(gap.asked, gap.readers, gap.row.uid, gap.why) for gap in gaps(path)]
    assert found == [
        (4, 3, "3", "score .21 < .27"),
        (2, 2, "5", "name not in articles: Macron"),
        (1, 1, "8", "nothing fits"),
        (1, 1, "6", "disliked: wrong date"),
    ]


def test_the_best_that_was_kept_back_is_named(path: Path) -> None:
    closest = [gap.closest.citation["start"] if gap.closest else None for gap in gaps(path)]
    assert closest == [0, None, None, None]


def test_a_filter_narrows_what_is_counted(path: Path) -> None:
    assert [gap.asked for gap in gaps(path, Selection(since="2022-01-03", until="2022-01-06"))] == [2, 1]
    assert [gap.asked for gap in gaps(path, Selection(words="macron"))] == [2]


def test_what_was_rightly_refused_is_no_gap(path: Path) -> None:
    review(path, show_row(path, "4"), "rightly_refused")
    assert [gap.asked for gap in gaps(path)] == [4, 1, 1]
    judged = gaps(path, judged=True)
    assert [gap.review.verdict if gap.review else None for gap in judged][:2] == [None, "rightly_refused"]


def test_a_word_in_all_questions_does_not_make_each_be_held_against_every_other(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []
    alike = gaps_module._alike

    def watched(one: frozenset[str], other: frozenset[str]) -> bool:
        compared.append(one)
        return alike(one, other)

    monkeypatch.setattr(gaps_module, "_alike", watched)
    many = [row_of(f"many {number}", answer(f"talks {number}a {number}b {number}c")) for number in range(1_000)]
    keep_all(path, *map(Asked, many))
    assert len(gaps(path, Selection(words="talks"))) == 20
    assert len(compared) <= len(many) * MOST_COMPARED


def test_questions_alike_are_found_each_once(path: Path) -> None:
    with open_reader(path) as connection:
        similar = [row.uid for row in find_similar(connection, show_row(path, "0"))]
    assert similar == ["3", "2", "1"]
