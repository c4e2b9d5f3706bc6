from __future__ import annotations

import logging

import httpx
import pytest

from bot import __version__
from bot.web.app import create_app
from bot.web.metrics import Metrics


async def read(metrics: Metrics) -> dict[str, float]:
    """Every sample, by its name and labels as Prometheus writes them."""
    transport = httpx.ASGITransport(create_app([metrics.route()]))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot.example") as client:
        page = await client.get("/metrics")
    assert page.headers["content-type"].startswith("text/plain; version=")
    samples = (line.rpartition(" ") for line in page.text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in samples}


async def test_what_happened_is_counted() -> None:
    metrics = Metrics(articles=2)
    metrics.received("message")
    metrics.received("message")
    metrics.received("callback_query")
    metrics.handled(0.04)
    metrics.answered("answered", 0.003)
    metrics.answered("no_answer", 3.0)
    metrics.retried("sendMessage")
    metrics.batched(5)
    metrics.not_logged()
    metrics.measure_queue(lambda: 4)
    samples = await read(metrics)
    expected = {
        'talks_updates_total{kind="message"}': 2,
        'talks_updates_total{kind="callback_query"}': 1,
        'talks_answers_total{outcome="answered"}': 1,
        'talks_answers_total{outcome="no_answer"}': 1,
        'talks_reply_seconds_bucket{le="0.025"}': 0,
        'talks_reply_seconds_bucket{le="0.05"}': 1,
        'talks_answer_seconds_bucket{le="2.5"}': 1,
        "talks_answer_seconds_count": 2,
        'talks_api_retries_total{method="sendMessage"}': 1,
        'talks_log_batch_rows_bucket{le="4.0"}': 0,
        'talks_log_batch_rows_bucket{le="8.0"}': 1,
        "talks_questions_not_logged_total": 1,
        "talks_queue_depth": 4,
        "talks_articles": 2,
        f'talks_info{{version="{__version__}"}}': 1,
    }
    assert {name: samples.get(name) for name in expected} == expected
    assert metrics.last_update is not None


async def test_warnings_and_errors_are_counted_wherever_they_come_from() -> None:
    metrics = Metrics(articles=2)
    logger = logging.getLogger("somebody's")
    logger.error("before")
    with metrics.counting_problems():
        logger.warning("one")
        logger.error("two")
        logging.getLogger().error("three")
        logger.info("none")
    logger.error("after")
    samples = await read(metrics)
    assert [samples[f'talks_problems_total{{level="{level}"}}'] for level in ("warning", "error", "critical")] == [
        *(1, 2, 0)
    ]


async def test_each_bot_counts_for_itself() -> None:
    first, second = Metrics(articles=1), Metrics(articles=2)
    first.not_logged()
    assert (await read(second))["talks_questions_not_logged_total"] == 0


async def test_before_anything_happens_there_is_something_to_read() -> None:
    samples = await read(Metrics(articles=0))
    assert samples["talks_queue_depth"] == 0
    assert samples["talks_questions_not_logged_total"] == 0


@pytest.mark.parametrize("secret", ["Who leads", "123456:AA"])
async def test_no_label_is_made_of_what_is_logged(secret: str) -> None:
    metrics = Metrics(articles=2)
    with metrics.counting_problems():
        logging.getLogger(secret).error("%s", secret)
    assert not any(secret in name for name in await read(metrics))
