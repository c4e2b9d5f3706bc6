"""Is a gold file read as its contract says, and is a bad one refused with its line?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.models import Span
from retrieval.gold import GoldError, GoldQuestion, Judgement, Shown, read_gold
from tests.retrieval.samples import CORPUS

JUDGED = {"article": "one", "start": 0, "end": 14, "grade": 3}
SHOWN = Shown(answered=True, places=(("three", Span(4, 9)),))
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


@pytest.mark.parametrize(("start", "text", "span"), [(0, "And a second.", Span(15, 28)), (29, "Third.", Span(29, 35))])
def test_a_judgement_that_brings_its_words_is_found_again(path: Path, start: int, text: str, span: Span) -> None:
    judged = {"article": "one", "start": start, "end": start + len(text), "grade": 3, "text": text}
    path.write_text(json.dumps({**ROW, "judgements": [judged]}), "utf-8")
    [question] = read_gold(path, CORPUS)
    assert (question.judgements, question.gone) == ((Judgement("one", span, 3),), 0)


@pytest.mark.parametrize("gone", [{"text": "Nobody wrote this."}, {"article": "three", "text": "Third."}])
def test_a_judgement_whose_words_are_gone_is_counted_and_stops_nothing(path: Path, gone: dict[str, str]) -> None:
    path.write_text(json.dumps({**ROW, "judgements": [{**JUDGED, **gone}, JUDGED]}), "utf-8")
    [question] = read_gold(path, CORPUS)
    assert (len(question.judgements), question.gone) == (1, 1)


def test_what_was_shown_then_may_be_of_articles_that_are_gone(path: Path) -> None:
    then = {"answered": True, "shown": [{"article": "three", "start": 4, "end": 9}]}
    path.write_text(json.dumps({**ROW, "then": then}) + "\n" + json.dumps({**ROW, "then": None}), "utf-8")
    assert [question.then for question in read_gold(path, CORPUS)] == [SHOWN, None]


@pytest.mark.parametrize(
    ("then", "says"),
    [
        ([], "'then' is not a JSON object"),
        ({"answered": True}, "'shown' is missing"),
        ({"answered": "yes", "shown": []}, "'answered' is not true or false"),
        ({"answered": True, "shown": [3]}, "a passage that was shown is not a JSON object"),
        ({"answered": True, "shown": [{"article": "one", "start": 4, "end": 4}]}, "4 to 4 is no span"),
    ],
)
def test_what_was_shown_then_is_checked(path: Path, then: object, says: str) -> None:
    path.write_text(json.dumps({**ROW, "then": then}), "utf-8")
    with pytest.raises(GoldError, match=says):
        read_gold(path, CORPUS)
