"""What does python-telegram-bot cost by itself? A bot with our bot's settings that only echoes."""

from __future__ import annotations

import os
import sys
from typing import Any

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import ApplicationBuilder, CallbackContext, Defaults, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.telegram.order import ChatOrder
from bot.telegram.polling import LONG_POLL
from bot.telegram.rate import PatientRateLimiter
from bot.telegram.requests import CONNECTIONS, HANDLED, PollRequest, send_request


async def echo(update: Update, _: CallbackContext[Any, Any, Any, Any]) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main(whose: str) -> None:
    """Replies go through the library's request class (theirs) or ours; the rest is as in our bot."""
    os.environ["PTB_TIMEDELTA"] = "true"
    url, token = os.environ["TALKS_API_URL"], os.environ["TALKS_TELEGRAM_TOKEN"]
    theirs = HTTPXRequest(
        connection_pool_size=CONNECTIONS,
        connect_timeout=10,
        read_timeout=20,
        write_timeout=20,
        pool_timeout=60,
        httpx_kwargs={"trust_env": False},
    )
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{url}/bot")
        .request(send_request(url) if whose == "ours" else theirs)
        .get_updates_request(PollRequest(url, None))
        .rate_limiter(PatientRateLimiter())
        .concurrent_updates(ChatOrder())
        .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .job_queue(None)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(timeout=LONG_POLL, bootstrap_retries=-1, allowed_updates=HANDLED)


if __name__ == "__main__":
    main(sys.argv[1])
