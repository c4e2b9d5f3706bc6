"""How do the seeds' gold questions fare today?"""

from __future__ import annotations

from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Corpus
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.evaluation import evaluate
from retrieval.gold import parse_gold


def seeds() -> Corpus:
    return ingest(find_files(seed_folder()))


def measure(corpus: Corpus, gold: str) -> dict[str, float]:
    """The measures, each the better the higher."""
    answerer = Answerer(corpus, BM25Retriever(corpus))
    metrics = evaluate(answerer.answer, corpus, parse_gold(gold.split("\n"), corpus)).metrics()
    measured = {name: value for name, value in metrics.items() if value is not None}
    measured["answerable_answered"] = 1 - measured.pop("answerable_refused")
    return measured
