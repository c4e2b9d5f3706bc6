"""What may a handler use?"""

from __future__ import annotations

from typing import Any

from telegram.ext import Application, CallbackContext, ExtBot

from bot.chats.last_exchanges import LastExchanges
from bot.chats.memory import Memory
from bot.chats.replies import Replies
from bot.chats.sent import Question, Sent
from bot.service import TalksService, Via
from bot.telegram.deep_links import DeepLinks
from bot.telegram.intake import Intake
from bot.telegram.order import ChatOrder
from bot.telegram.requests import PollRequest


class Shared:
    """What all updates share; `build` fills it before the first one."""

    talks: TalksService
    via: Via
    polls: PollRequest
    intake: Intake
    order: ChatOrder
    exchanges: LastExchanges
    replies: Replies
    sent: Memory[Question, Sent]
    links: DeepLinks
    operators: frozenset[int]


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
    def sent(self) -> Memory[Question, Sent]:
        return self.bot_data.sent

    @property
    def links(self) -> DeepLinks:
        return self.bot_data.links

    @property
    def operators(self) -> frozenset[int]:
        return self.bot_data.operators

    @property
    def via(self) -> Via:
        return self.bot_data.via


TalksApplication = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], Shared, None]
