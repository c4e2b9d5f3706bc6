"""Do judgements count for whoever asks the same, never contradict each other, and come out as gold?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.querylog.entries import Asked
from bot.querylog.errors import LogError
from bot.querylog.gold import last_asked, qrels_lines, read_gold, run_lines
from bot.querylog.judging import Review, count_reviews, find_review, grade, review, withdraw
from bot.querylog.reading import open_reader, show_row
from bot.querylog.rows import LogRow
from corpus.models import Corpus
from retrieval.gold import parse_gold
from tests.bot.querylog.samples import ARTICLE, AT, answer, keep_all, passage, row_of

if TYPE_CHECKING:
    from pathlib import Path

    from bot.shapes import Json


@pytest.fixture
def row(path: Path) -> LogRow:
    asked = answer("Who leads?", outcome="answered", hits=(passage(1, 0, 29),), candidates=(passage(2, 30, 69),))
    again = answer("And he?", joined="WHO leads!", nearest=(passage(1, 30, 69),))
    keep_all(path, Asked(row_of("1", asked)), Asked(row_of("2", again)), Asked(row_of("3", answer("Why?"))))
    return show_row(path, "1")


def gold(path: Path) -> list[Json]:
    with open_reader(path) as connection:
        return list(read_gold(connection))


def find(path: Path, normal: str) -> Review | None:
    with open_reader(path) as connection:
        return find_review(connection, normal)


def test_a_grade_is_for_all_who_ask_the_same(path: Path, row: LogRow) -> None:
    grade(path, row, 2, 1)
    grade(path, row, 2, 3)
    again = show_row(path, "2")
    found = find(path, again.normal)
    assert found
    assert found.grades == {again.shown[0].passage_id: 3}
    assert (found.question, found.verdict) == ("Who leads?", None)


def test_what_answers_was_not_rightly_refused(path: Path, row: LogRow) -> None:
    review(path, row, "rightly_refused", "no leader named")
    grade(path, row, 1, 1)
    assert [line["should_answer"] for line in gold(path)] == [False]
    grade(path, row, 2, 2)
    assert [line["should_answer"] for line in gold(path)] == [True]
    with pytest.raises(LogError, match="1 of its passages are graded 2 or more: it can't be rightly refused"):
        review(path, row, "rightly_refused")
    review(path, row, "should_answer")
    found = find(path, row.normal)
    assert found
    assert (found.verdict, found.note) == ("should_answer", "no leader named")


@pytest.mark.parametrize(
    ("rank", "given", "sentence"),
    [(3, 1, "The row 1 has no passage 3; it has 1, 2"), (1, 4, "A grade is one of 0, 1, 2, 3"), (1, -1, "not -1")],
)
def test_what_cannot_be_graded_says_why(path: Path, row: LogRow, rank: int, given: int, sentence: str) -> None:
    with pytest.raises(LogError, match=sentence):
        grade(path, row, rank, given)
    assert gold(path) == []


def test_gold_is_as_the_evaluation_reads_it(path: Path, row: LogRow) -> None:
    grade(path, row, 1, 3)
    grade(path, show_row(path, "2"), 1, 0)
    review(path, show_row(path, "3"), "rightly_refused")
    lines, text = gold(path), ARTICLE.text
    assert lines == [
        {
            "question": "Who leads?",
            "should_answer": True,
            "judgements": [
                {"article": "geneva", "start": 0, "end": 29, "grade": 3, "text": text[:29]},
                {"article": "geneva", "start": 30, "end": 69, "grade": 0, "text": text[30:69]},
            ],
            "then": {"answered": False, "shown": []},
        },
        {"question": "Why?", "should_answer": False, "judgements": [], "then": lines[1]["then"]},
    ]
    corpus = Corpus((ARTICLE,), ())
    assert len(list(parse_gold(map(json.dumps, lines), corpus))) == 2
    assert list(qrels_lines(lines)) == ["1 0 geneva:0-29 3\n", "1 0 geneva:30-69 0\n"]
    with open_reader(path) as connection:
        assert list(run_lines(connection)) == ["1 Q0 geneva:30-69 1 -1 talks\n"]


def test_all_of_a_question_can_be_undone(path: Path, row: LogRow) -> None:
    grade(path, row, 1, 3)
    assert withdraw(path, row.normal)
    assert not withdraw(path, row.normal)
    with open_reader(path) as connection:
        assert (count_reviews(connection), find_review(connection, row.normal)) == (0, None)


def test_what_was_shown_last_is_found_while_it_is_there(path: Path, row: LogRow) -> None:
    with open_reader(path) as connection:
        last = last_asked(connection, row.normal)
        assert last
        assert (last.uid, last.at) == ("2", row_of("2", answer(), AT).at)
        assert last_asked(connection, "never asked") is None
