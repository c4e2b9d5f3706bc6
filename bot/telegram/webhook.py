"""How does the bot serve by webhook? It says where Telegram finds it, and asks now and then whether that works."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.errors import SettingsError
from bot.telegram.context import TalksApplication
from bot.telegram.polling import RECONNECT, REFUSED, serve
from bot.telegram.rate import is_passing
from bot.telegram.requests import HANDLED
from bot.web.webhook import Accept, Webhook

logger = logging.getLogger(__name__)

CONNECTIONS = 40
"""However many there are, Telegram delivers a chat's messages one after the other."""
ASKED_EVERY = 30.0
"""Seconds between questions to Telegram, which are its signs of life: a quiet bot gets no deliveries."""


class Hook:
    """Updates come to the webhook."""

    def __init__(self, webhook: Webhook, accept: Accept, on_answer: Callable[[], None]) -> None:
        """`on_answer` is called whenever Telegram has answered."""
        self._webhook = webhook
        self._accept = accept
        self._on_answer = on_answer
        self._failed: dt.datetime | None = None
        """When Telegram last failed to deliver, as far as is known here."""
        self._trouble: str | None = None

    async def serve(self, application: TalksApplication, stop: asyncio.Event | None = None) -> None:
        """As `poll` does. SettingsError where Telegram does not take the address."""
        await serve(application, self._fetch, stop)

    async def _fetch(self, application: TalksApplication) -> None:
        with self._webhook.open(self._accept):
            while not await self._reached(self._set(application.bot)):  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(RECONNECT)
            logger.info("Telegram delivers to @%s by webhook", application.bot.username)
            while True:
                await asyncio.sleep(ASKED_EVERY)
                await self._reached(self._check(application.bot))

    async def _reached(self, asking: Coroutine[Any, Any, None]) -> bool:
        """Whether Telegram has answered."""
        try:
            await asking
        except InvalidToken:
            raise InvalidToken(REFUSED) from None  # the library's message holds the token
        except TelegramError as error:
            if not is_passing(error):
                raise
            self._say(f"Telegram cannot be reached, trying on: {error.message}")
            return False
        self._on_answer()
        return True

    async def _set(self, bot: Bot) -> None:
        try:
            await bot.set_webhook(
                self._webhook.url,
                max_connections=CONNECTIONS,
                allowed_updates=HANDLED,
                drop_pending_updates=False,
                secret_token=self._webhook.keys.secret,
            )
        except BadRequest as error:
            raise SettingsError(f"Telegram does not take the address in TALKS_WEBHOOK_URL: {error.message}") from None
        self._failed = (await bot.get_webhook_info()).last_error_date  # while the bot was away: no news

    async def _check(self, bot: Bot) -> None:
        info = await bot.get_webhook_info()
        if info.url != self._webhook.url:
            logger.error("Another program changed the webhook of this token; only one can have it. Setting it again.")
            await self._set(bot)
            return
        failed_anew = info.last_error_date != self._failed
        self._failed = info.last_error_date
        self._say(f"Telegram could not deliver to the webhook: {info.last_error_message}" if failed_anew else None)

    def _say(self, trouble: str | None) -> None:
        """A line for each new trouble, not for each time it is met."""
        if trouble and trouble != self._trouble:
            logger.warning("%s", trouble)
        self._trouble = trouble
