"""What does a bot that runs show over HTTP, and where?"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from importlib.util import find_spec
from typing import TYPE_CHECKING

from bot.health import Vitals
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.health import HealthPages
from bot.web.server import running
from bot.web.webhook import Webhook

if TYPE_CHECKING:
    from bot.web.metrics import Metrics

logger = logging.getLogger(__name__)


def find_metrics(settings: Settings, articles: int) -> Metrics | None:
    """None where nobody could ask for them, or their library is not installed."""
    if settings.listen is None or find_spec("prometheus_client") is None:
        return None
    from bot.web.metrics import Metrics  # noqa: PLC0415 - it imports the library

    return Metrics(articles)


@asynccontextmanager
async def over_http(
    settings: Settings, token: str, vitals: Vitals, metrics: Metrics | None
) -> AsyncIterator[Webhook | None]:
    """Serve at TALKS_LISTEN while the block lasts, if it is set; where Telegram delivers, if it is to."""
    if settings.listen is None:
        yield None
        return
    webhook = Webhook(token, settings.webhook_url) if settings.webhook_url else None
    pages = list(HealthPages(vitals).routes())
    if metrics:
        metrics.measure_queue(vitals.queue_depth)
        pages.append(metrics.route())
    with metrics.counting_problems() if metrics else nullcontext():
        async with running(create_app(pages, webhook), *settings.listen) as port:
            what = "Health and metrics" if metrics else "Health"
            logger.info("%s over HTTP: %s, port %d", what, settings.listen.host, port)
            yield webhook
