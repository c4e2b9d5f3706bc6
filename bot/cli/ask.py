"""talks ask: what do the articles answer?"""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bot.cli.options import articles_folder, as_json, filled
from bot.cli.output import print_json, print_text, warn_of_problems
from bot.cli.plain import as_text
from bot.cli.progress import show_progress
from bot.compose import build_service, load_answerer
from bot.i18n import words
from bot.render.answer import answer_html
from bot.service import TalksService
from bot.settings import load_settings
from bot.shapes import answer_json
from retrieval.answer import Answer
from retrieval.selection import MAX_PASSAGES


@click.command()
@click.argument("question", callback=filled)
@click.option("--passages", type=click.IntRange(1, 100), default=MAX_PASSAGES, show_default=True,
              help="At most so many; above three: the ranking, not as few as answer.")  # fmt: skip
@as_json
@articles_folder
def ask(question: str, passages: int, as_json: bool, folder: Path | None) -> None:
    """Answer QUESTION, or with `-` each line of stdin, as JSON Lines. Never logged."""
    answerer = load_answerer(load_settings(), folder, show_progress)
    corpus = answerer.corpus
    warn_of_problems(corpus)
    service = build_service(answerer)
    many = question == "-"
    questions = _lines() if many else iter([question])
    try:
        for answer in _answers(service, questions, passages):
            if as_json or many:
                print_json([answer_json(corpus, answer)])
            else:
                print_text(as_text(answer_html(answer, corpus, words(None))))
    finally:
        service.close()


def _answers(service: TalksService, questions: Iterator[str], passages: int) -> Iterator[Answer]:
    with asyncio.Runner() as runner:
        for question in questions:
            yield runner.run(service.ask(question, passages=passages))


def _lines() -> Iterator[str]:
    """The lines of stdin. Bytes that are no UTF-8 become replacement characters; they hold up no other line."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace", newline="\n")
    for line in sys.stdin or ():
        yield line.rstrip("\r\n")
