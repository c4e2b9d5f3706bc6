"""Do other tools read our files, and find the same?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from retrieval.evaluation import evaluate
from retrieval.trec import qrels_lines, run_lines
from tests.retrieval.samples import CORPUS, Scripted, cited, gold

EVALUATION = evaluate(
    Scripted("no_answer", *cited(3, 1, 0)),
    CORPUS,
    [gold((0, 3), (1, 1), (5, 2)), gold((1, 2), line=2), gold(should_answer=False, line=3)],
)


def test_the_rank_is_what_decides() -> None:
    assert list(run_lines(EVALUATION))[:3] == [
        "1 Q0 two%20b:0-14 1 -1 talks\n",
        "1 Q0 one:15-28 2 -2 talks\n",
        "1 Q0 one:0-14 3 -3 talks\n",
    ]


def test_every_judged_passage_is_in_the_qrels() -> None:
    assert list(qrels_lines(EVALUATION)) == [
        "1 0 one:0-14 3\n",
        "1 0 one:15-28 1\n",
        "1 0 two%20b:29-35 2\n",
        "2 0 one:15-28 2\n",
    ]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("hit@1", "Success(rel=2)@1"),
        ("mrr@10", "RR(rel=2)@10"),
        ("ndcg@10", "nDCG@10"),
        ("recall@3", "R(rel=2)@3"),
    ],
)
def test_ir_measures_finds_the_same_in_the_files(tmp_path: Path, ours: str, theirs: str) -> None:
    for name, lines in (("run", run_lines(EVALUATION)), ("qrels", qrels_lines(EVALUATION))):
        (tmp_path / name).write_text("".join(lines), "utf-8")
    tool = [sys.executable, "-m", "ir_measures", str(tmp_path / "qrels"), str(tmp_path / "run"), theirs]
    [line] = subprocess.run(tool, check=True, capture_output=True, text=True).stdout.splitlines()
    assert EVALUATION.metrics()[ours] == pytest.approx(float(line.split("\t")[1]), abs=5e-5)
