"""How does the bot serve from start to orderly stop, and how by polling?"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from itertools import chain, repeat

from telegram.error import InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.journal.schema import JournalError
from bot.telegram.context import TalksApplication
from bot.telegram.intake import Intake
from bot.telegram.profile import introduce
from bot.telegram.rate import is_passing, seconds
from bot.telegram.requests import Json

logger = logging.getLogger(__name__)

LONG_POLL = dt.timedelta(seconds=30)
RECONNECT = 5.0
"""Seconds between rounds of attempts while the network is away at the start."""
WAITS = (1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 20.0, 30.0)
"""Seconds before each further poll after a failed one; the last one holds from then on."""
GRACE = 20.0
"""Seconds in which what was fetched is answered at the end; a container is killed after thirty."""
REFUSED = "Telegram refuses the token."


Fetch = Callable[[TalksApplication], Awaitable[None]]
"""Puts updates into the application's queue, until cancelled or the token is refused."""


async def poll(
    application: TalksApplication, stop: asyncio.Event | None = None, long_poll: dt.timedelta = LONG_POLL
) -> None:
    """Serve by polling; see `serve`."""
    await serve(application, partial(_fetch, long_poll=long_poll), stop)


async def serve(application: TalksApplication, fetch: Fetch, stop: asyncio.Event | None = None) -> None:
    """Serve until cancelled or until `stop` is set; what was fetched is answered before it returns.

    InvalidToken when Telegram refuses the token, at the start or later.
    """
    serving = asyncio.create_task(_serve(application, fetch))
    stopping = asyncio.create_task((stop or asyncio.Event()).wait())
    try:
        await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        serving.cancel()
        await asyncio.wait((serving, stopping))
    if not serving.cancelled():
        serving.result()


async def _serve(application: TalksApplication, fetch: Fetch) -> None:
    try:
        await _until_reached(application.initialize)
        await application.start()
        introducing = asyncio.create_task(introduce(application))  # four calls a language: no reader waits for them
        try:
            await application.bot_data.intake.replay()
            await fetch(application)
        finally:
            introducing.cancel()
            await asyncio.wait((introducing,))
            await _finish(application)
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # the application leaves it open where its start came to nothing


async def _finish(application: TalksApplication) -> None:
    """Answer what was fetched; what takes too long stays in the journal."""
    application.bot_data.intake.stop()
    stopping = asyncio.create_task(application.stop())
    done, _ = await asyncio.wait((stopping,), timeout=GRACE)
    if not done:
        count = application.bot_data.order.abandon()
        logger.warning("Not answered in %.0f s, and taken up at the next start: %d", GRACE, count)
    await stopping


async def _until_reached(call: Callable[[], Awaitable[object]]) -> None:
    """Make the call, however long the network is away."""
    while True:
        try:
            await call()
        except InvalidToken:
            # The library's message holds the token.
            raise InvalidToken(REFUSED) from None
        except TelegramError as error:
            if not is_passing(error):
                raise
            logger.warning("Telegram cannot be reached, trying on: %s", error.message)
        else:
            return
        await asyncio.sleep(RECONNECT)


async def _fetch(application: TalksApplication, long_poll: dt.timedelta) -> None:
    bot, polls, intake = application.bot, application.bot_data.polls, application.bot_data.intake
    await _until_reached(bot.delete_webhook)
    polls.alive()  # the first poll of an idle bot is only answered when it ends
    logger.info("Polling as @%s", bot.username)
    try:
        while True:
            updates = await _poll_once(application, intake.offset, long_poll)
            if updates:
                await _keep(intake, updates)
    finally:
        if intake.offset:
            with suppress(TelegramError):  # unconfirmed, they come again, and the journal knows them
                await polls.fetch(bot.base_url, intake.offset, dt.timedelta())


async def _poll_once(application: TalksApplication, offset: int, long_poll: dt.timedelta) -> list[Json]:
    """The next updates, however often it takes."""
    polls, waits = application.bot_data.polls, chain(WAITS, repeat(WAITS[-1]))
    while True:
        try:
            return await polls.fetch(application.bot.base_url, offset, long_poll)
        except InvalidToken:
            raise InvalidToken(REFUSED) from None
        except TimedOut:
            pause = 0.0  # a connection that was cut while nobody wrote
        except RetryAfter as error:
            pause = seconds(error.retry_after)
        except TelegramError as error:
            polls.complain(error)
            pause = next(waits)
        await asyncio.sleep(pause)


async def _keep(intake: Intake, updates: list[Json]) -> None:
    """Not confirmed before they are in the journal, which has told the operator where that fails."""
    for pause in chain(WAITS, repeat(WAITS[-1])):
        try:
            await intake.accept(*updates)
        except JournalError:
            await asyncio.sleep(pause)
        else:
            break
