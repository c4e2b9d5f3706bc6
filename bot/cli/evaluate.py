"""talks evaluate: how good are the answers, held against known evidence?"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import click

from bot.cli.judged import judged_questions
from bot.cli.options import articles_folder, as_json
from bot.cli.output import print_json, print_text, warn_of_problems
from bot.cli.progress import show_progress
from bot.cli.regressions import compare_runs, compared_json, compared_lines, keep
from bot.cli.runs import Run
from bot.compose import build_service, load_answerer
from bot.errors import TalksError
from bot.settings import load_settings
from bot.shapes import Json
from corpus.models import Corpus
from retrieval.answerer import Answerer
from retrieval.evaluation import Evaluation, Fault, Metrics, evaluate
from retrieval.gold import ANSWERS, GoldQuestion
from retrieval.retriever import RetrieverError
from retrieval.trec import qrels_lines, run_lines

FAULTS: dict[Fault, str] = {
    "refused": "refused, though the articles answer",
    "answered": "answered, though the articles don't",
    "first passage": "the first passage doesn't answer",
}


@click.command("evaluate")
@click.argument("path", metavar="GOLD", type=click.Path(path_type=Path))
@click.option("--trec", "trec", type=click.Path(path_type=Path), metavar="DIR",
              help="Also write DIR/run.txt and DIR/qrels.txt, in TREC's formats.")  # fmt: skip
@click.option("--gate", is_flag=True, help="Fail when a question got worse than in the accepted run.")
@click.option("--accept", is_flag=True, help="Keep this run as the accepted one, if it passes the gate.")
@as_json
@articles_folder
def evaluate_gold(  # noqa: PLR0913, PLR0917 - an argument for each option
    path: Path, trec: Path | None, gate: bool, accept: bool, as_json: bool, folder: Path | None
) -> None:
    """Score answers against GOLD: JSON Lines of questions and judged passages. Never logged.

    What became better or worse since the last run is said, question by question.
    """
    settings = load_settings()
    answerer = load_answerer(settings, folder, show_progress)
    corpus = answerer.corpus
    warn_of_problems(corpus)
    gold = judged_questions(path, settings.log_path, corpus)
    evaluation = _evaluate(answerer, gold)
    if trec:
        _write_trec(trec, evaluation)
    run = Run.of(evaluation, corpus.fingerprint)
    compared = compare_runs(run, gold, settings.data)
    if as_json:
        print_json([_evaluation_json(evaluation, corpus) | compared_json(compared)])
    else:
        print_text("\n".join([*_table(evaluation, corpus), *compared_lines(compared)]))
    keep(run, compared, settings.data, gate=gate, accept=accept)


def _evaluate(answerer: Answerer, gold: list[GoldQuestion]) -> Evaluation:
    service = build_service(answerer)
    try:
        with asyncio.Runner() as runner:
            return evaluate(lambda text, limit: runner.run(service.ask(text, passages=limit)), answerer.corpus, gold)
    except RetrieverError as error:
        raise TalksError(str(error)) from error
    finally:
        service.close()


def _write_trec(folder: Path, evaluation: Evaluation) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, lines in (("run.txt", run_lines(evaluation)), ("qrels.txt", qrels_lines(evaluation))):
            with (folder / name).open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(lines)
    except OSError as error:
        raise TalksError(f"{error.filename} can't be written: {error.strerror}") from error


def _evaluation_json(evaluation: Evaluation, corpus: Corpus) -> Json:
    metrics = evaluation.metrics()
    return {
        "corpus": corpus.fingerprint,
        "questions": len(evaluation.trials),
        "answerable": len(evaluation.answerable),
        "ranked": len(evaluation.ranked),
        **{name: None if value is None else round(value, 4) for name, value in metrics.items()},
        "passages_ranked": len(evaluation.judged),
        "unjudged": evaluation.judged.count(False),
        "passages_shown": len(evaluation.shown),
        "refused": len(evaluation.refused),
        "faults": [
            {"line": trial.gold.line, "question": trial.gold.text, "fault": trial.fault}
            for trial in evaluation.trials
            if trial.fault
        ],
    }


def _table(evaluation: Evaluation, corpus: Corpus) -> Iterator[str]:
    questions, articles = len(evaluation.trials), len(corpus.articles)
    answerable = len(evaluation.answerable)
    yield f"{_count(questions, 'question')} on {_count(articles, 'article')}: the articles answer {answerable}"
    metrics = evaluation.metrics()
    yield from _ranking(evaluation, metrics)
    yield from _shown_and_refused(evaluation, metrics)
    for fault, title in FAULTS.items():
        yield from _faulty(evaluation, fault, title)


def _ranking(evaluation: Evaluation, metrics: Metrics) -> Iterator[str]:
    yield f"\nranking, over {_count(len(evaluation.ranked), 'question')} with a known passage"
    yield _row("Hit@1", metrics["hit@1"], "the first passage answers")
    yield _row("MRR@10", metrics["mrr@10"], "1 ÷ the rank of the first that answers, on average")
    yield _row("nDCG@10", metrics["ndcg@10"], "the grades in the order that they come")
    yield _row("Recall@3", metrics["recall@3"], "of the passages that answer, among the first three")
    unjudged = f"{evaluation.judged.count(False)} of {_count(len(evaluation.judged), 'passage')}"
    yield f"  {unjudged} in the top tens unjudged, taken not to answer"


def _shown_and_refused(evaluation: Evaluation, metrics: Metrics) -> Iterator[str]:
    answering = sum(grade >= ANSWERS for grade in evaluation.shown)
    shown = _count(len(evaluation.shown), "passage")
    wrongly = sum(trial.gold.should_answer for trial in evaluation.refused)
    rightly = len(evaluation.refused) - wrongly
    refused = _count(len(evaluation.refused), "refusal")
    yield "\nwhat a reader sees"
    yield _row("precision", metrics["precision"], f"{answering} of {shown} shown answer")
    yield "\nrefusals"
    yield _row("precision", metrics["refusal_precision"], f"{rightly} of {refused} were right")
    absent = f"{rightly} of {len(evaluation.unanswerable)} without an answer were refused"
    yield _row("recall", metrics["refusal_recall"], absent)
    present = f"{wrongly} of {len(evaluation.answerable)} with an answer were refused"
    yield _row("refused wrongly", metrics["answerable_refused"], present)


def _row(name: str, value: float | None, meaning: str) -> str:
    return f"  {name:<17}{'–' if value is None else f'{value:.3f}':>5}   {meaning}"


def _faulty(evaluation: Evaluation, fault: Fault, title: str) -> Iterator[str]:
    questions = [trial.gold for trial in evaluation.trials if trial.fault == fault]
    if questions:
        yield f"\n{title}"
    for gold in questions:
        yield f"  {f'line {gold.line}':<10}{' '.join(gold.text.split())}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
