"""What may a handler use?"""

from __future__ import annotations

from typing import Any

from telegram.ext import Application, CallbackContext, ExtBot

from bot.chats.last_exchanges import LastExchanges
from bot.chats.replies import Replies
from bot.service import TalksService, Via
from bot.telegram.requests import PollRequest


class Shared:
    """What all updates share; `build` fills it before the first one."""

    talks: TalksService
    via: Via
    polls: PollRequest
    exchanges: LastExchanges
    replies: Replies


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Shared]):
    """What a handler is given beside the update."""

    @property
    def talks(self) -> TalksService:
        return self.bot_data.talks

    @property
    def exchanges(self) -> LastExchanges:
        return self.bot_data.exchanges

    @property
    def replies(self) -> Replies:
        return self.bot_data.replies

    @property
    def via(self) -> Via:
        return self.bot_data.via


TalksApplication = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Shared, None]
