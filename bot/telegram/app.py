"""What does the Telegram application consist of? The only place that builds it."""

from __future__ import annotations

import os
from collections.abc import Callable

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import ApplicationBuilder, ContextTypes, Defaults

from bot.chats.last_exchanges import LastExchanges
from bot.chats.replies import Replies
from bot.service import TalksService, Via
from bot.telegram.context import Context, Shared, TalksApplication
from bot.telegram.handlers import all_handlers
from bot.telegram.handlers.errors import on_error
from bot.telegram.order import ChatOrder
from bot.telegram.profile import introduce
from bot.telegram.rate import PatientRateLimiter
from bot.telegram.requests import PollRequest, send_request


def build(
    service: TalksService,
    token: str,
    via: Via,
    api_url: str | None = None,
    on_poll: Callable[[], None] | None = None,
) -> TalksApplication:
    """`api_url` is another Bot API server's address; `on_poll` is called after each successful getUpdates."""
    # The library's next major version gives time spans as timedelta; until then it warns unless one opts in.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    polls = PollRequest(api_url, on_poll)
    builder = (
        ApplicationBuilder()
        .token(token)
        .request(send_request(api_url))
        .get_updates_request(polls)
        .rate_limiter(PatientRateLimiter())
        .context_types(ContextTypes(context=Context, bot_data=Shared))
        .concurrent_updates(ChatOrder())
        .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .job_queue(None)
        .post_init(introduce)
    )
    if api_url:
        base = api_url.rstrip("/")
        builder = builder.base_url(f"{base}/bot").base_file_url(f"{base}/file/bot")
    application = builder.build()
    shared = application.bot_data
    shared.talks, shared.via, shared.polls = service, via, polls
    shared.exchanges, shared.replies = LastExchanges(), Replies()
    application.add_handlers(list(all_handlers()))
    application.add_error_handler(on_error)
    return application
