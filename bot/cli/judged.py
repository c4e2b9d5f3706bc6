"""Which questions are judged? Those of a gold file, else of the query log."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bot.cli.output import warn
from bot.errors import SettingsError, TalksError
from bot.querylog.gold import read_gold as read_logged
from bot.querylog.reading import open_reader
from corpus.models import Corpus
from retrieval.gold import GoldError, GoldQuestion, parse_gold, read_gold

gold_file = click.option(
    "--gold",
    type=click.Path(path_type=Path),
    help="The judged questions, as `talks log qrels` writes them; else those of the query log.",
)


def judged_questions(gold: Path | None, log: Path, corpus: Corpus) -> list[GoldQuestion]:
    """Of the file, else of the log; none where there is no log."""
    questions = read_file(gold, corpus) if gold else _read_log(log, corpus)
    if gone := sum(question.gone for question in questions):
        warn(f"{gone} judged {'passage is' if gone == 1 else 'passages are'} gone from the articles")
    return questions


def read_file(path: Path, corpus: Corpus) -> list[GoldQuestion]:
    try:
        return read_gold(path, corpus)
    except OSError as error:
        raise SettingsError(f"{path} can't be read: {error.strerror}") from error
    except GoldError as error:
        raise TalksError(str(error)) from error


def _read_log(path: Path, corpus: Corpus) -> list[GoldQuestion]:
    if not path.exists():
        return []
    with open_reader(path) as connection:
        lines = [json.dumps(row) for row in read_logged(connection)]
    try:
        return list(parse_gold(lines, corpus))
    except GoldError as error:
        raise TalksError(f"The judgements in {path} can't be used, {error}") from error
