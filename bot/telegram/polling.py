"""How does the bot serve by polling, from start to orderly stop?"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging

from telegram.error import InvalidToken, TelegramError

from bot.telegram.context import TalksApplication
from bot.telegram.rate import is_passing

logger = logging.getLogger(__name__)

LONG_POLL = dt.timedelta(seconds=30)
HANDLED = ("message", "callback_query")
"""The kinds of updates that Telegram is asked for: those that have a handler."""
RECONNECT = 5.0
"""Seconds between rounds of attempts while the network is away at the start."""
GRACE = 0.1
"""Seconds in which the library's own loop ends on a refused token, before it is told to."""
REFUSED = "Telegram refuses the token."


async def poll(
    application: TalksApplication, stop: asyncio.Event | None = None, long_poll: dt.timedelta = LONG_POLL
) -> None:
    """Serve until cancelled or until `stop` is set; what was fetched is answered before it returns.

    InvalidToken when Telegram refuses the token, at the start or later.
    """
    serving = asyncio.create_task(_serve(application, long_poll))
    stopping = asyncio.create_task((stop or asyncio.Event()).wait())
    try:
        await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        serving.cancel()
        await asyncio.wait((serving, stopping))
    if not serving.cancelled():
        serving.result()


async def _serve(application: TalksApplication, long_poll: dt.timedelta) -> None:
    try:
        await _connect(application)
        if application.post_init:
            await application.post_init(application)
        await application.start()
        try:
            await _fetch(application, long_poll)
        finally:
            await application.stop()
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # the application leaves it open where its start came to nothing


async def _connect(application: TalksApplication) -> None:
    """Initialize, however long the network is away."""
    while True:
        try:
            return await application.initialize()
        except InvalidToken:
            # The library's message holds the token.
            raise InvalidToken(REFUSED) from None
        except TelegramError as error:
            if not is_passing(error):
                raise
            logger.warning("Telegram cannot be reached, trying on: %s", error.message)
        await asyncio.sleep(RECONNECT)


async def _fetch(application: TalksApplication, long_poll: dt.timedelta) -> None:
    """Put updates into the application's queue, until cancelled or the token is refused."""
    updater, polls = application.updater, application.bot_data.polls
    if updater is None:
        raise ValueError("the application was built without an updater")
    try:
        await updater.start_polling(
            timeout=long_poll,
            bootstrap_retries=-1,
            drop_pending_updates=False,
            allowed_updates=HANDLED,
            error_callback=polls.complain,
        )
        polls.alive()  # the first poll of an idle bot is only answered when it ends
        logger.info("Polling as @%s", application.bot.username)
        await polls.refused.wait()
        await asyncio.sleep(GRACE)
        raise InvalidToken(REFUSED)
    finally:
        if updater.running:
            await updater.stop()
