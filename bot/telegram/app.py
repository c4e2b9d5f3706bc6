"""What does the Telegram application consist of? The only place that builds it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import ApplicationBuilder, ContextTypes, Defaults

from bot.chats.last_exchanges import LastExchanges
from bot.chats.memory import Memory
from bot.chats.replies import Replies
from bot.chats.sent import EDITABLE
from bot.journal.journal import Journal
from bot.service import TalksService, Via
from bot.tally import Tally
from bot.telegram.context import Context, Shared, TalksApplication
from bot.telegram.deep_links import DeepLinks
from bot.telegram.handlers import all_handlers
from bot.telegram.handlers.errors import on_error
from bot.telegram.handlers.too_fast import TooFast
from bot.telegram.intake import Intake
from bot.telegram.order import ChatOrder
from bot.telegram.rate import PatientRateLimiter
from bot.telegram.requests import PollRequest, send_request
from bot.telegram.tallied import TalliedLimiter, TalliedOrder


def build(  # noqa: PLR0913, PLR0917 - all that it is made of
    service: TalksService,
    token: str,
    via: Via,
    journal: Journal,
    api_url: str | None = None,
    on_poll: Callable[[], None] | None = None,
    tally: Tally | None = None,
    operators: Collection[int] = (),
) -> TalksApplication:
    """`api_url` is another Bot API server's address; `on_poll` is called after each successful getUpdates.

    `operators` are the ids of those who see figures in chat.
    """
    # The library's next major version gives time spans as timedelta; until then it warns unless one opts in.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    limiter = PatientRateLimiter()
    polls, tally = PollRequest(api_url, on_poll), tally or Tally()
    intake = Intake(journal, limiter.hurry, service.language_of)
    order = ChatOrder(settle=intake.settle)
    builder = (
        ApplicationBuilder()
        .token(token)
        .request(send_request(api_url))
        .get_updates_request(polls)
        .rate_limiter(TalliedLimiter(limiter, tally))
        .context_types(ContextTypes(context=Context, bot_data=Shared))
        .concurrent_updates(TalliedOrder(order, tally))
        .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .job_queue(None)
    )
    if api_url:
        base = api_url.rstrip("/")
        builder = builder.base_url(f"{base}/bot").base_file_url(f"{base}/file/bot")
    application = builder.build()
    shared = application.bot_data
    shared.talks, shared.via, shared.polls = service, via, polls
    shared.intake, shared.order, shared.operators = intake, order, frozenset(operators)
    shared.exchanges, shared.replies = LastExchanges(), Replies()
    shared.sent, shared.links = Memory(idle=EDITABLE), DeepLinks(service.corpus)
    application.add_handlers([TooFast(intake), *all_handlers()])
    application.add_error_handler(on_error)
    intake.feed(application)
    return application
