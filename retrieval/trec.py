"""How does an evaluation look as TREC run and qrels files, which every other evaluation tool reads?"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from retrieval.evaluation import Evaluation
from retrieval.gold import Place

TAG = "talks"


def run_lines(evaluation: Evaluation) -> Iterator[str]:
    """`question Q0 passage rank score tag`; a question is named by its line in the gold file."""
    for trial in evaluation.ranked:
        for rank, place in enumerate(trial.ranking, 1):
            # Other tools sort by score and break ties as they like: the rank must decide, so the score is its negative.
            yield f"{trial.gold.line} Q0 {_name(place)} {rank} {-rank} {TAG}\n"


def qrels_lines(evaluation: Evaluation) -> Iterator[str]:
    """`question 0 passage grade`, of the questions that the ranking is measured on."""
    for trial in evaluation.ranked:
        for place, grade in trial.known.items():
            yield f"{trial.gold.line} 0 {_name(place)} {grade}\n"


def _name(place: Place) -> str:
    """Without blanks, which part the columns: `article:start-end`."""
    article_id, span = place
    return f"{quote(article_id, safe='', errors='surrogatepass')}:{span.start}-{span.end}"
