"""How long does a query take, beside other engines, and how does that grow with the articles?"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import median, quantiles

from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from tests.bench.engines import ENGINES, PEER
from tests.bench.processes import resident_mb
from tests.bench.report import Table
from tests.bench.text import Text, ask_queries, make_corpus, write_text

ANSWER = "ours, whole answer"
NAMES = (*ENGINES, ANSWER)
TOP = 5
QUERIES = 500
WARM_UP = 20
FEWEST, MOST_SECONDS = 30, 20
"""A slow engine is asked fewer questions: at least these, then until so much time is used."""
LARGEST = {"rank_bm25": 100_000}
"""It loops over all documents for every term: at a million a query takes seconds."""


Ask = Callable[[list[str]], object]


@dataclass(frozen=True, slots=True)
class Timing:
    """One engine on one number of passages; times are CPU time of its process."""

    engine: str
    passages: int
    build_s: float
    memory_mb: float
    p50_ms: float
    p95_ms: float


def measure(sizes: Sequence[int]) -> list[Timing]:
    """Each engine on each size, in a process of its own."""
    timings = []
    for size in sizes:
        for name in NAMES:
            if size <= LARGEST.get(name, size):
                with ProcessPoolExecutor(1, get_context("spawn")) as process:
                    timings.append(process.submit(_time_one, name, size).result())
    return timings


def tabulate(timings: Sequence[Timing]) -> Table:
    peers = {timing.passages: timing.p50_ms for timing in timings if timing.engine == PEER}
    rows = [
        [
            f"{timing.passages:,}",
            timing.engine,
            f"{timing.build_s:.2f}",
            f"{timing.memory_mb:.0f}",
            f"{timing.p50_ms:.3f}",
            f"{timing.p95_ms:.3f}",
            f"{timing.p50_ms / peers[timing.passages]:.2f}",
        ]
        for timing in timings
    ]
    head = ("passages", "engine", "build, s", "memory, MB", "p50, ms", "p95, ms", f"p50 ÷ {PEER}")
    return Table("speed", head, rows)


def _time_one(name: str, size: int) -> Timing:
    text = write_text(size)
    queries = ask_queries(text, WARM_UP + QUERIES)
    build_it = _answerer(text) if name == ANSWER else _engine(name, text)
    before, started = resident_mb(), time.process_time()
    ask = build_it()
    build = time.process_time() - started
    memory = resident_mb() - before
    p50, p95 = _percentiles(_time_queries(ask, queries))
    return Timing(name, size, build, memory, p50, p95)


def _engine(name: str, text: Text) -> Callable[[], Ask]:
    def build() -> Ask:
        search = ENGINES[name](text.terms())
        return lambda query: search(query, TOP)

    return build


def _answerer(text: Text) -> Callable[[], Ask]:
    """The articles themselves are there before: only what answers is counted."""
    corpus = make_corpus(text)

    def build() -> Ask:
        answerer = Answerer(corpus, BM25Retriever(corpus))
        return lambda query: answerer.answer(f"{' '.join(query)}?")

    return build


def _time_queries(ask: Ask, queries: Sequence[list[str]]) -> list[float]:
    """Seconds a query, the first ones not counted."""
    times: list[float] = []
    until = time.process_time() + MOST_SECONDS
    for query in queries:
        started = time.process_time()
        ask(query)
        times.append(time.process_time() - started)
        if times[-1] + started > until and len(times) >= WARM_UP + FEWEST:
            break
    return times[WARM_UP:]


def _percentiles(seconds: Sequence[float]) -> tuple[float, float]:
    return median(seconds) * 1000, quantiles(seconds, n=20)[-1] * 1000
