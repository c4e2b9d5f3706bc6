"""Is a gold file read as its contract says, and is a bad one refused with its line?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.models import Span
from retrieval.gold import GoldError, GoldQuestion, Judgement, read_gold
from tests.retrieval.samples import CORPUS

JUDGED = {"article": "one", "start": 0, "end": 14, "grade": 3}
ROW = {"question": "who?", "should_answer": True, "judgements": [JUDGED]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gold.jsonl"


def test_questions_keep_the_line_that_they_stand_in(path: Path) -> None:
    refused = {"question": "a\u2028b?", "should_answer": False, "judgements": []}
    lines = [json.dumps(ROW), "", json.dumps({**refused, "note": "ours"}, ensure_ascii=False), ""]
    path.write_text("\ufeff" + "\r\n".join(lines), "utf-8", newline="")
    assert read_gold(path, CORPUS) == [
        GoldQuestion(1, "who?", should_answer=True, judgements=(Judgement("one", Span(0, 14), 3),)),
        GoldQuestion(3, "a\u2028b?", should_answer=False, judgements=()),
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("who?", "is not a JSON object"),
        ("[1]", "is not a JSON object"),
        ("[" * 100_000, "is not a JSON object"),
        ('{"should_answer": true, "judgements": []}', "'question' is missing"),
        (json.dumps({**ROW, "question": " "}), "the question is empty"),
        (json.dumps({**ROW, "question": 1}), "'question' is not a text"),
        (json.dumps({**ROW, "should_answer": "yes"}), "'should_answer' is not true or false"),
        (json.dumps({**ROW, "judgements": {}}), "'judgements' is not a list"),
        (json.dumps({**ROW, "judgements": [3]}), "a judgement is not a JSON object"),
        (json.dumps({**ROW, "should_answer": False}), "should_answer is false, but a passage has grade 2 or more"),
    ],
)
def test_a_bad_question_is_named_by_its_line(path: Path, line: str, says: str) -> None:
    path.write_text(json.dumps(ROW) + "\n" + line + "\n", "utf-8")
    with pytest.raises(GoldError) as caught:
        read_gold(path, CORPUS)
    assert str(caught.value) == f"{path}, line 2: {says}"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"article": "three"}, "there is no article 'three'"),
        ({"grade": 4}, "grade 4 is not one of 0, 1, 2, 3"),
        ({"grade": -1}, "grade -1 is not one of 0, 1, 2, 3"),
        ({"grade": True}, "'grade' is not a whole number"),
        ({"grade": 2.0}, "'grade' is not a whole number"),
        ({"end": 36}, "0 to 36 is no span of article 'one', which has 35 characters"),
        ({"start": -1}, "-1 to 14 is no span of article 'one', which has 35 characters"),
        ({"start": 14}, "14 to 14 is no span of article 'one', which has 35 characters"),
    ],
)
def test_a_bad_judgement_is_named_by_its_line(path: Path, change: dict[str, object], says: str) -> None:
    path.write_text(json.dumps({**ROW, "judgements": [JUDGED, {**JUDGED, **change}]}), "utf-8")
    with pytest.raises(GoldError) as caught:
        read_gold(path, CORPUS)
    assert str(caught.value) == f"{path}, line 1: {says}"


@pytest.mark.parametrize(("content", "says"), [(b"\n", "holds no questions"), (b"\xff", "is not UTF-8")])
def test_a_bad_file_is_named(path: Path, content: bytes, says: str) -> None:
    path.write_bytes(content)
    with pytest.raises(GoldError) as caught:
        read_gold(path, CORPUS)
    assert str(caught.value) == f"{path} {says}"


@pytest.mark.parametrize(
    ("article_id", "span", "grade"),
    [
        ("one", Span(0, 20), 3),  # all of it
        ("one", Span(10, 40), 3),  # half of the judged span
        ("one", Span(11, 40), None),  # a little less
        ("one", Span(4, 8), 3),  # a passage inside it
        ("one", Span(16, 24), 3),  # half of a shorter passage
        ("one", Span(17, 24), None),
        ("one", Span(50, 60), 1),
        ("one", Span(60, 70), 2),  # the better of two
        ("one", Span(90, 95), None),
        ("two b", Span(0, 20), None),
    ],
)
def test_a_passage_has_the_best_grade_that_covers_half_of_it(article_id: str, span: Span, grade: int | None) -> None:
    judged = ((Span(0, 20), 3), (Span(50, 70), 1), (Span(60, 80), 2))
    judgements = tuple(Judgement("one", span, grade) for span, grade in judged)
    assert GoldQuestion(1, "who?", should_answer=True, judgements=judgements).grade(article_id, span) == grade
