"""How does the bot introduce itself in Telegram's menus?"""

from __future__ import annotations

import asyncio
import logging
from gettext import NullTranslations

from telegram import BotCommand
from telegram.error import TelegramError

from bot.i18n import words
from bot.telegram.context import TalksApplication

logger = logging.getLogger(__name__)

PATIENCE = 20
"""Seconds. The menus keep until the next start what they showed before."""


def commands(words: NullTranslations) -> list[BotCommand]:
    return [
        BotCommand("ask", words.gettext("Ask a question")),
        BotCommand("sources", words.gettext("Which articles there are")),
        BotCommand("help", words.gettext("How to ask")),
        BotCommand("start", words.gettext("What this bot is")),
    ]


async def introduce(application: TalksApplication) -> None:
    """Set commands and descriptions. The bot serves without them: that they can't be set is only logged."""
    bot = application.bot
    english = words("en")
    try:
        async with asyncio.timeout(PATIENCE):
            await bot.set_my_commands(commands(english))
            await bot.set_my_description(
                english.gettext(
                    "Answers from news articles on the January 2022 talks between the US and Russia, in their "
                    "own words and with their sources. Where the articles don’t tell, it says so."
                )
            )
            await bot.set_my_short_description(
                english.gettext("Answers from news articles on the January 2022 US–Russia talks, in their own words.")
            )
    except (TelegramError, TimeoutError) as error:
        logger.warning("Commands and descriptions could not be set: %s", error or "no answer in time")
