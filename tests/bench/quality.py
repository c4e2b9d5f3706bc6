"""How often does each engine rank the passage first that answers? Needs a file of questions with known evidence."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from corpus.ingest import find_files, ingest
from corpus.models import Corpus, Span
from retrieval.analysis import analyze
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.question import analyze_question
from retrieval.vocabulary import Vocabulary
from tests.bench.engines import ENGINES, PEER
from tests.bench.report import Table

ASKED = 500
DEPTH = 10
SEED = 5

Rank = Callable[[str], Sequence[int]]
"""The numbers of the best passages for a question, best first."""
Analyze = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    gold: tuple[tuple[str, Span], ...]
    """Article and span of each passage that answers."""


def measure(file: Path) -> Table:
    """Of the questions that have an answer, `ASKED` are drawn."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    corpus = _ingest([row for row in rows if "article" in row])
    known = {article.id for article in corpus.articles}
    questions = [_read(row) for row in rows if "question" in row]
    questions = [question for question in questions if any(article in known for article, _ in question.gold)]
    questions = random.Random(SEED).sample(questions, min(ASKED, len(questions)))  # noqa: S311 - no secrecy
    head = ("ranking", "Hit@1", "MRR@10", "Recall@3")
    return Table("quality", head, [[name, *_score(rank, questions, corpus)] for name, rank in _rankings(corpus)])


def _rankings(corpus: Corpus) -> list[tuple[str, Rank]]:
    """From what a beginner does up to what our bot does."""
    return [
        ("rank_bm25, text.split()", _engine("rank_bm25", corpus, str.split)),
        ("rank_bm25, our terms", _engine("rank_bm25", corpus, analyze)),
        ("bm25s, our terms", _engine(PEER, corpus, analyze)),
        ("tantivy, en_stem", _engine("tantivy", corpus, _english_stems())),
        ("SQLite FTS5, porter", _engine("SQLite FTS5", corpus, lambda text: re.findall(r"\w+", text.lower()))),
        ("ours, sentences alone", _engine("ours", corpus, analyze)),
        ("ours, retriever", _retriever(corpus)),
        ("ours, whole answer", _answerer(corpus)),
    ]


def _engine(name: str, corpus: Corpus, analyze: Analyze) -> Rank:
    search = ENGINES[name](analyze(text) for text in _texts(corpus))
    return lambda question: [int(number) for number in search(analyze(question), DEPTH)]


def _retriever(corpus: Corpus) -> Rank:
    retriever, vocabulary = BM25Retriever(corpus), Vocabulary(article.text for article in corpus.articles)

    def rank(text: str) -> list[int]:
        question = analyze_question(text, retriever.knows, vocabulary)
        return [hit.passage for hit in retriever.search(question.terms, DEPTH)]

    return rank


def _answerer(corpus: Corpus) -> Rank:
    """What is shown, or would be shown as nearest: abstaining is measured elsewhere."""
    answerer = Answerer(corpus, BM25Retriever(corpus))

    def rank(text: str) -> list[int]:
        answer = answerer.answer(text, DEPTH)
        return [found.number for found in answer.hits or answer.nearest]

    return rank


def _english_stems() -> Analyze:
    tantivy = import_module("tantivy")
    analyzer = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(40))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )
    return lambda text: list(analyzer.analyze(text))


def _score(rank: Rank, questions: Sequence[Question], corpus: Corpus) -> list[str]:
    """Hit@1, MRR@10 and Recall@3, in percent."""
    first = reciprocal = recalled = 0.0
    for question in questions:
        found = [_covered(corpus, number, question) for number in rank(question.text)]
        at = next((place for place, covered in enumerate(found, 1) if covered), None)
        first += at == 1
        reciprocal += 1 / at if at else 0
        recalled += len(set().union(*found[:3])) / len(question.gold)
    return [f"{100 * total / len(questions):.1f}" for total in (first, reciprocal, recalled)]


def _covered(corpus: Corpus, number: int, question: Question) -> set[int]:
    """Which pieces of evidence the passage holds at least half of."""
    passage = corpus.passages[number]
    return {
        place
        for place, (article, span) in enumerate(question.gold)
        if article == passage.article_id
        and 2 * (min(passage.span.end, span.end) - max(passage.span.start, span.start)) >= len(span)
    }


def _ingest(rows: Sequence[dict[str, Any]]) -> Corpus:
    with TemporaryDirectory() as folder:
        for number, row in enumerate(rows):
            front = f"---\nid: {json.dumps(row['article'])}\ntitle: {json.dumps(row['title'])}\n---\n"
            (Path(folder) / f"{number}.md").write_text(front + row["text"], "utf-8")
        return ingest(find_files(Path(folder)))


def _read(row: dict[str, Any]) -> Question:
    return Question(row["question"], tuple((gold["article"], Span(gold["start"], gold["end"])) for gold in row["gold"]))


def _texts(corpus: Corpus) -> list[str]:
    return [corpus.cite(passage.article_id, passage.span).text for passage in corpus.passages]
