"""Are answers on the seeds as good as they were? And may no floor sink without a word?"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from corpus.models import Corpus
from retrieval.gold import parse_gold
from tests.retrieval.gold.build import GOLD, build_gold, load_source
from tests.retrieval.gold.floors import (
    Floors,
    LoweredError,
    below,
    gold_digest,
    read_floors,
    update,
    write_floors,
)
from tests.retrieval.gold.measure import measure, seeds

STORY = {"date": "2022-01-09", "reason": "the questions became harder"}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return seeds()


@pytest.fixture(scope="module")
def text() -> str:
    return GOLD.read_text("utf-8")


def test_no_measure_is_below_its_floor(corpus: Corpus, text: str) -> None:
    assert below(read_floors(), measure(corpus, text)) == {}


def test_the_floors_are_those_of_this_corpus_and_gold(corpus: Corpus, text: str) -> None:
    """Else run `python -m tests.retrieval.gold`: figures on other texts or questions don't compare."""
    floors = read_floors()
    assert (floors.corpus, floors.gold) == (corpus.fingerprint, gold_digest(text))


def test_every_measure_has_a_floor(corpus: Corpus, text: str) -> None:
    assert dict(read_floors().floors).keys() == measure(corpus, text).keys()


def test_the_gold_file_is_built_from_its_source(corpus: Corpus, text: str) -> None:
    assert build_gold(load_source(), corpus) == text


def test_every_judgement_is_a_quoted_passage(corpus: Corpus, text: str) -> None:
    quoted = {(id_, text) for id_, texts in load_source()["passages"].items() for text in texts.values()}
    questions = list(parse_gold(text.split("\n"), corpus))
    judged = {
        (judgement.article_id, corpus.cite(judgement.article_id, judgement.span).text)
        for question in questions
        for judgement in question.judgements
    }
    assert judged == quoted


def test_the_gold_file_holds_only_what_the_contract_names(text: str) -> None:
    rows = [json.loads(line) for line in text.splitlines()]
    assert {frozenset(row) for row in rows} == {frozenset({"question", "should_answer", "judgements"})}
    judgements = [judgement for row in rows for judgement in row["judgements"]]
    assert {frozenset(judgement) for judgement in judgements} == {frozenset({"article", "start", "end", "grade"})}


def test_there_are_enough_questions_of_both_kinds(text: str) -> None:
    rows = [json.loads(line) for line in text.splitlines()]
    assert len({row["question"] for row in rows}) == len(rows)
    assert sum(row["should_answer"] for row in rows) >= 40
    assert sum(not row["should_answer"] for row in rows) >= 20


FLOORS = Floors("corpus", "gold", (("hit@1", 0.5), ("mrr@10", 0.6)))


def test_floors_rise_by_themselves() -> None:
    raised = update(FLOORS, "corpus", "gold", {"hit@1": 0.8, "mrr@10": 0.6}, story={})
    assert dict(raised.floors) == {"hit@1": 0.78, "mrr@10": 0.6}
    assert raised.history == ()


@pytest.mark.parametrize("measured", [{"hit@1": 0.8, "mrr@10": 0.59}, {"hit@1": 0.8}])
def test_a_floor_does_not_sink_without_a_reason(measured: dict[str, float]) -> None:
    with pytest.raises(LoweredError, match=r"mrr@10 0\.\d+ < 0\.600"):
        update(FLOORS, "corpus", "other gold", measured, story={})


def test_a_floor_that_sinks_leaves_its_story() -> None:
    lowered = update(FLOORS, "corpus", "other gold", {"hit@1": 0.8, "mrr@10": 0.5}, STORY)
    assert dict(lowered.floors) == {"hit@1": 0.78, "mrr@10": 0.48}
    assert lowered.history == ({**STORY, "lowered": {"mrr@10": [0.6, 0.48]}},)


def test_a_reason_where_nothing_sinks_is_no_story() -> None:
    assert update(FLOORS, "corpus", "gold", {"hit@1": 0.8, "mrr@10": 0.6}, STORY).history == ()


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = dataclasses.replace(FLOORS, history=({**STORY, "lowered": {"mrr@10": [0.6, 0.48]}},))
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors


@pytest.mark.parametrize(
    "change",
    [{"floors": {"hit@1": 0.4, "mrr@10": 0.6}}, {"corpus": "other"}, {"gold": "other"}, {"history": [STORY]}],
)
def test_a_change_by_hand_is_seen(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "floors.json"
    write_floors(FLOORS, path)
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **change}), "utf-8")
    with pytest.raises(LoweredError, match=r"floors\.json was changed by hand"):
        read_floors(path)
