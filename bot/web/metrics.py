"""What is counted, and how does Prometheus read it? Only where its client, an extra, is installed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector
from prometheus_client.exposition import generate_latest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import __version__
from bot.tally import Tally

_REPLY_SECONDS = (0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 30, 120)
_ANSWER_SECONDS = (0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
_ROWS = (1, 2, 4, 8, 16, 32, 64)


class Metrics(Tally):
    """Every label has a handful of values, all of them ours; nothing of a reader's becomes one."""

    def __init__(self, articles: int) -> None:
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        Info("talks", "The program that is running", registry=registry).info({"version": __version__})
        Gauge("talks_articles", "Articles served", registry=registry).set(articles)
        self._queue = Gauge("talks_queue_depth", "Updates that are not done with", registry=registry)
        self._updates = Counter("talks_updates", "Updates taken up", ("kind",), registry=registry)
        self._answers = Counter("talks_answers", "Questions answered or refused", ("outcome",), registry=registry)
        self._retries = Counter("talks_api_retries", "Bot API calls made once more", ("method",), registry=registry)
        self._not_logged = Counter("talks_questions_not_logged", "Questions that are not in the log", registry=registry)
        self._problems = Counter("talks_problems", "Warnings and errors logged", ("level",), registry=registry)
        self._reply_seconds = Histogram(
            "talks_reply_seconds", "From an update to its reply, sent", buckets=_REPLY_SECONDS, registry=registry
        )
        self._answer_seconds = Histogram(
            "talks_answer_seconds", "From a question to its answer", buckets=_ANSWER_SECONDS, registry=registry
        )
        self._batch = Histogram("talks_log_batch_rows", "Questions logged at once", buckets=_ROWS, registry=registry)
        for level in ("warning", "error", "critical"):
            self._problems.labels(level)  # 0, rather than absent, until there is one

    def measure_queue(self, depth: Callable[[], int]) -> None:
        self._queue.set_function(depth)

    def received(self, kind: str) -> None:
        super().received(kind)
        self._updates.labels(kind).inc()

    def handled(self, seconds: float) -> None:
        self._reply_seconds.observe(seconds)

    def answered(self, outcome: str, seconds: float) -> None:
        self._answers.labels(outcome).inc()
        self._answer_seconds.observe(seconds)

    def retried(self, method: str) -> None:
        self._retries.labels(method).inc()

    def batched(self, rows: int) -> None:
        self._batch.observe(rows)

    def not_logged(self) -> None:
        self._not_logged.inc()

    def route(self) -> Route:
        return Route("/metrics", self._page)

    @contextmanager
    def counting_problems(self) -> Iterator[None]:
        """Every error is logged, wherever it comes from: counting them there misses none."""
        counter = _CountingHandler(self._problems)
        logging.getLogger().addHandler(counter)
        try:
            yield
        finally:
            logging.getLogger().removeHandler(counter)

    async def _page(self, _request: Request) -> Response:
        return Response(generate_latest(self._registry), media_type=CONTENT_TYPE_LATEST)


class _CountingHandler(logging.Handler):
    def __init__(self, problems: Counter) -> None:
        super().__init__(logging.WARNING)
        self._problems = problems

    def emit(self, record: logging.LogRecord) -> None:
        self._problems.labels(record.levelname.lower()).inc()
