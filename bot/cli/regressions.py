"""What became better, and what worse? Since the last run, the accepted one, and the day that readers asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.cli.output import warn
from bot.cli.runs import ACCEPTED, LAST, Run, read_run, write_run
from bot.errors import TalksError
from bot.shapes import Json
from retrieval.comparing import Change, Compared, Comparison, compare
from retrieval.gold import GoldQuestion

TOLD: tuple[Change, ...] = ("worse", "better", "unjudged")
THEN = "then"


@dataclass(frozen=True, slots=True)
class Since:
    """A comparison with an earlier time: `last`, `accepted` or `then`, when each question was asked by a reader."""

    name: str
    comparison: Comparison
    at: str | None = None
    same_articles: bool = True

    @property
    def title(self) -> str:
        if self.name == THEN:
            return "since readers asked"
        articles = "" if self.same_articles else ", on other articles"
        return f"since the {self.name} run, {(self.at or '')[:16].replace('T', ' ')}{articles}"


def compare_runs(run: Run, gold: Sequence[GoldQuestion], data: Path) -> list[Since]:
    """With all that there is to compare with."""
    found = []
    for name in (LAST, ACCEPTED):
        if earlier := read_run(data, name):
            comparison = run.compare(earlier, gold)
            found.append(Since(name, comparison, earlier.at, earlier.corpus == run.corpus))
    then = {question.line: question.then for question in gold if question.then}
    if then:
        found.append(Since(THEN, compare(then, run.by_line(gold), gold)))
    return found


def compared_lines(compared: Sequence[Since]) -> Iterator[str]:
    for since in compared:
        yield f"\n{since.title}: {since.comparison}"
        for change in TOLD:
            for question in since.comparison.of(change):
                yield told(change, question)


def told(change: Change, question: Compared) -> str:
    place = f"line {question.gold.line}"
    return f"  {change:<9} {place:<9} {' '.join(question.gold.text.split())}"


def compared_json(compared: Sequence[Since]) -> Json:
    """Nothing where there is nothing to compare with."""
    rows = {
        since.name: {"at": since.at, "same_articles": since.same_articles, **comparison_json(since.comparison)}
        for since in compared
    }
    return {"since": rows} if rows else {}


def comparison_json(comparison: Comparison) -> Json:
    row: Json = {"judged": len(comparison.questions)}
    for change in TOLD:
        row[change] = [{"line": one.gold.line, "question": one.gold.text} for one in comparison.of(change)]
    return row


def keep(run: Run, compared: Sequence[Since], data: Path, *, gate: bool, accept: bool) -> None:
    """Keep the run for the next comparison; TalksError where it doesn't pass the gate."""
    try:
        write_run(data, LAST, run)
    except TalksError as error:
        warn(f"the next run can't be compared with this one: {error}")
    if gate:
        _require_no_worse(next((since for since in compared if since.name == ACCEPTED), None), accept=accept)
    if accept:
        write_run(data, ACCEPTED, run)


def _require_no_worse(accepted: Since | None, *, accept: bool) -> None:
    if accepted is None:
        if not accept:
            raise TalksError("There is no accepted run to hold this one against; --accept keeps one")
        return
    if worse := accepted.comparison.count("worse"):
        questions = "1 judged question" if worse == 1 else f"{worse} judged questions"
        raise TalksError(f"{questions} got worse than in the accepted run")
