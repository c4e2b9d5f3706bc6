"""Does `talks evaluate` say how good the answers are, to people and to programs?"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bot.cli.command import Done
from tests.bot.cli.conftest import Talks
from tests.retrieval.gold.build import GOLD

TEXT = "The tower of the town hall is 42 metres high."
KNOWN = {"article": "tower", "start": 0, "end": 45, "grade": 3}
QUESTIONS = [
    {"question": "How high is the tower?", "should_answer": True, "judgements": [KNOWN]},
    {"question": "Who was elected mayor of Paris?", "should_answer": False, "judgements": []},
]
Evaluate = Callable[..., Done]


@pytest.fixture
def evaluate(home: Path, talks: Talks) -> Evaluate:
    """Calls `talks evaluate` on one small article."""
    folder = home / "mine"
    folder.mkdir()
    (folder / "tower.txt").write_text(TEXT, "utf-8")
    return lambda *arguments: talks("evaluate", "--articles", str(folder), *map(str, arguments))


@pytest.fixture
def gold(home: Path) -> Path:
    path = home / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in QUESTIONS), "utf-8")
    return path


def test_people_get_a_table(evaluate: Evaluate, gold: Path) -> None:
    done = evaluate(gold)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "2 questions on 1 article: the articles answer 1",
        "",
        "ranking, over 1 question with a known passage",
        "  Hit@1            1.000   the first passage answers",
        "  MRR@10           1.000   1 ÷ the rank of the first that answers, on average",
        "  nDCG@10          1.000   the grades in the order that they come",
        "  Recall@3         1.000   of the passages that answer, among the first three",
        "  0 of 1 passage in the top tens unjudged, taken not to answer",
        "",
        "what a reader sees",
        "  precision        1.000   1 of 1 passage shown answer",
        "",
        "refusals",
        "  precision        1.000   1 of 1 refusal were right",
        "  recall           1.000   1 of 1 without an answer were refused",
        "  refused wrongly  0.000   0 of 1 with an answer were refused",
    ]


def test_programs_get_one_object(evaluate: Evaluate, gold: Path) -> None:
    done = evaluate(gold, "--json")
    [row] = done.rows()
    assert (done.code, done.err) == (0, "")
    assert len(row.pop("corpus")) == 16
    assert row == {
        "questions": 2,
        "answerable": 1,
        "ranked": 1,
        "hit@1": 1.0,
        "mrr@10": 1.0,
        "ndcg@10": 1.0,
        "recall@3": 1.0,
        "precision": 1.0,
        "refusal_precision": 1.0,
        "refusal_recall": 1.0,
        "answerable_refused": 0.0,
        "passages_ranked": 1,
        "unjudged": 0,
        "passages_shown": 1,
        "refused": 1,
        "faults": [],
    }


def test_faults_are_listed_by_line(evaluate: Evaluate, gold: Path) -> None:
    absent = {"question": "Who leads the\u202e opera?", "should_answer": True, "judgements": []}
    present = {"question": "How high is the tower?", "should_answer": False, "judgements": []}
    gold.write_text("".join(json.dumps(row) + "\n" for row in [absent, present]), "utf-8")
    assert evaluate(gold).out.splitlines()[-5:] == [
        "refused, though the articles answer",
        "  line 1    Who leads the opera?",
        "",
        "answered, though the articles don't",
        "  line 2    How high is the tower?",
    ]
    assert evaluate(gold, "--json").rows()[0]["faults"] == [
        {"line": 1, "question": "Who leads the\u202e opera?", "fault": "refused"},
        {"line": 2, "question": "How high is the tower?", "fault": "answered"},
    ]


def test_what_there_is_nothing_of_is_a_dash(evaluate: Evaluate, gold: Path) -> None:
    gold.write_text(json.dumps({**QUESTIONS[0], "judgements": []}), "utf-8")
    done = evaluate(gold)
    assert done.code == 0
    assert "  Hit@1                –   the first passage answers" in done.out.splitlines()
    assert evaluate(gold, "--json").rows()[0]["refusal_recall"] is None


def test_trec_files_are_written(evaluate: Evaluate, gold: Path, home: Path) -> None:
    folder = home / "new" / "trec"
    assert evaluate(gold, "--trec", folder).code == 0
    assert (folder / "run.txt").read_text("utf-8") == "1 Q0 tower:0-45 1 -1 talks\n"
    assert (folder / "qrels.txt").read_text("utf-8") == "1 0 tower:0-45 3\n"


def test_trec_files_that_cannot_be_written(evaluate: Evaluate, gold: Path) -> None:
    done = evaluate(gold, "--trec", gold)
    assert (done.code, done.error()) == (1, f"{gold} can't be written: File exists")


def test_a_missing_file_is_wrong_usage(evaluate: Evaluate) -> None:
    done = evaluate("none.jsonl")
    assert (done.code, done.error()) == (2, "none.jsonl can't be read: No such file or directory")


def test_a_bad_line_is_named(evaluate: Evaluate, gold: Path) -> None:
    with gold.open("a", encoding="utf-8") as file:
        file.write("nonsense\n")
    done = evaluate(gold)
    assert (done.code, done.error()) == (1, f"{gold}, line 3: is not a JSON object")


# the loop


WORSE = "1 judged question got worse than in the accepted run"


def _spoil(home: Path) -> None:
    """An operator pins what doesn't answer."""
    (home / "mine" / "tower.txt").write_text(f"{TEXT} The mayor is proud.", "utf-8")
    pin = {"question": "How high is the tower?", "article": "tower", "start": 46, "text": "The mayor is proud."}
    (home / ".local" / "share" / "talks" / "pins.jsonl").write_text(json.dumps(pin), "utf-8")


def _since(done: Done) -> list[str]:
    """What is said below the table, without the time of day."""
    lines = done.out.splitlines()
    first = next((place for place, line in enumerate(lines) if line.startswith("since ")), len(lines))
    return [re.sub(r"run, [\d-]+ \d\d:\d\d", "run", line) for line in lines[first:] if line]


def test_a_run_is_held_against_the_last_one(evaluate: Evaluate, gold: Path, home: Path) -> None:
    assert _since(evaluate(gold)) == []
    assert _since(evaluate(gold)) == ["since the last run: 2 judged: 0 better, 0 worse"]
    _spoil(home)
    assert _since(evaluate(gold)) == [
        "since the last run, on other articles: 2 judged: 0 better, 1 worse",
        "  worse     line 1    How high is the tower?",
    ]
    (home / ".local" / "share" / "talks" / "pins.jsonl").unlink()
    [row] = evaluate(gold, "--json").rows()
    assert row["since"]["last"].pop("at")
    assert row["since"]["last"] == {
        "same_articles": True,
        "judged": 2,
        "worse": [],
        "better": [{"line": 1, "question": "How high is the tower?"}],
        "unjudged": [],
    }


def test_the_gate_holds_against_the_accepted_run(evaluate: Evaluate, gold: Path, home: Path) -> None:
    done = evaluate(gold, "--gate")
    assert (done.code, done.err) == (
        1,
        "talks: There is no accepted run to hold this one against; --accept keeps one\n",
    )
    assert evaluate(gold, "--gate", "--accept").code == 0
    assert evaluate(gold, "--gate").code == 0
    _spoil(home)
    for options in (("--gate",), ("--gate", "--accept"), ("--gate", "--json")):
        done = evaluate(gold, *options)
        assert done.code == 1
        assert done.err.splitlines()[-1] == f"talks: {WORSE}"
        assert done.out, "what became worse is said all the same"
    assert evaluate(gold, "--accept").code == 0
    assert evaluate(gold, "--gate").code == 0


def test_judgements_of_words_that_are_gone_are_counted(evaluate: Evaluate, gold: Path, home: Path) -> None:
    gold.write_text(json.dumps({**QUESTIONS[0], "judgements": [{**KNOWN, "text": TEXT}]}), "utf-8")
    (home / "mine" / "tower.txt").write_text("The town hall has no tower.", "utf-8")
    assert evaluate(gold).err == "talks: 1 judged passage is gone from the articles\n"


def test_what_readers_were_shown_is_compared_too(evaluate: Evaluate, gold: Path) -> None:
    refused, shown = {"answered": False, "shown": []}, {"answered": True, "shown": [{**KNOWN, "grade": 0}]}
    rows = [{**QUESTIONS[0], "then": refused}, {**QUESTIONS[1], "then": shown}, {**QUESTIONS[0], "then": shown}]
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert _since(evaluate(gold)) == [
        "since readers asked: 3 judged: 2 better, 0 worse",
        "  better    line 1    How high is the tower?",
        "  better    line 2    Who was elected mayor of Paris?",
    ]


def test_a_run_keeps_no_word_of_a_question(evaluate: Evaluate, gold: Path, home: Path) -> None:
    evaluate(gold, "--accept")
    kept = list((home / ".local" / "share" / "talks" / "evaluations").iterdir())
    assert sorted(path.name for path in kept) == ["accepted.json", "last.json"]
    assert not [path for path in kept if "mayor" in path.read_text("utf-8")]


def test_a_damaged_run_is_one_line(evaluate: Evaluate, gold: Path, home: Path) -> None:
    path = home / ".local" / "share" / "talks" / "evaluations" / "last.json"
    path.parent.mkdir(parents=True)
    path.write_text("[]", "utf-8")
    done = evaluate(gold)
    assert (done.code, done.error()) == (1, f"{path} is damaged; remove it")


def test_where_nothing_can_be_kept_the_table_stands(evaluate: Evaluate, gold: Path, home: Path) -> None:
    (home / ".local").touch()
    done = evaluate(gold)
    assert done.code == 0
    assert "ranking" in done.out
    assert done.err.startswith("talks: the next run can't be compared with this one: ")


def test_the_seeds_are_asked_unless_told_otherwise(talks: Talks) -> None:
    done = talks("evaluate", str(GOLD), "--json")
    [row] = done.rows()
    assert (done.code, done.err, row["ranked"]) == (0, "", 48)
