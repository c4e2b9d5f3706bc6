"""How did the judged questions fare when they were last asked? A run is kept without their text."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import TalksError
from bot.levers.files import read_text, write_text
from corpus.models import Span
from retrieval.comparing import Comparison, compare
from retrieval.evaluation import Evaluation
from retrieval.gold import GoldQuestion, Shown
from retrieval.same_question import question_key

LAST, ACCEPTED = "last", "accepted"


@dataclass(frozen=True, slots=True)
class Run:
    """What each question's reader was shown, by `question_key`."""

    at: str
    corpus: str
    shown: Mapping[str, Shown]

    @classmethod
    def of(cls, evaluation: Evaluation, corpus: str) -> Run:
        at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        return cls(at, corpus, {question_key(trial.gold.text): trial.seen for trial in evaluation.trials})

    def compare(self, earlier: Run, gold: Iterable[GoldQuestion]) -> Comparison:
        """The questions that both runs asked."""
        questions = list(gold)
        return compare(earlier.by_line(questions), self.by_line(questions), questions)

    def by_line(self, gold: Iterable[GoldQuestion]) -> dict[int, Shown]:
        keys = {question.line: question_key(question.text) for question in gold}
        return {line: self.shown[key] for line, key in keys.items() if key in self.shown}


def read_run(data: Path, name: str) -> Run | None:
    """None where there was no such run; TalksError where it can't be used."""
    path = _path(data, name)
    text = read_text(path)
    if text is None:
        return None
    try:
        row = json.loads(text)
        return Run(row["at"], row["corpus"], {key: _shown(shown) for key, shown in row["shown"].items()})
    except (ValueError, TypeError, KeyError, AttributeError):
        raise TalksError(f"{path} is damaged; remove it") from None


def write_run(data: Path, name: str, run: Run) -> None:
    shown = {key: _row(shown) for key, shown in run.shown.items()}
    row = {"at": run.at, "corpus": run.corpus, "shown": shown}
    write_text(_path(data, name), json.dumps(row, ensure_ascii=False, indent=1) + "\n")


def _path(data: Path, name: str) -> Path:
    return data / "evaluations" / f"{name}.json"


def _row(shown: Shown) -> dict[str, Any]:
    return {"answered": shown.answered, "places": [[article, span.start, span.end] for article, span in shown.places]}


def _shown(row: dict[str, Any]) -> Shown:
    return Shown(bool(row["answered"]), tuple((str(a), Span(start, end)) for a, start, end in row["places"]))
