"""How does the bot introduce itself in Telegram's menus, and is it set up there as it should be?"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Iterator
from gettext import NullTranslations

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeChat, User
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.i18n import ENGLISH, shipped, words
from bot.telegram.context import TalksApplication

logger = logging.getLogger(__name__)

PATIENCE = 20
"""Seconds. The menus keep until the next start what they showed before."""


def commands(words: NullTranslations) -> list[BotCommand]:
    return [
        *group_commands(words),
        BotCommand("about", words.gettext("How answers are made")),
        BotCommand("start", words.gettext("What this bot is")),
        BotCommand("language", words.gettext("Choose a language")),
        BotCommand("privacy", words.gettext("What is kept of you")),
        BotCommand("mydata", words.gettext("Have it as a file")),
        BotCommand("forget", words.gettext("Have it deleted")),
    ]


def operator_commands(words: NullTranslations) -> list[BotCommand]:
    return [
        *commands(words),
        BotCommand("stats", words.gettext("How much is asked")),
        BotCommand("gaps", words.gettext("What is asked in vain")),
    ]


def group_commands(words: NullTranslations) -> list[BotCommand]:
    return [
        BotCommand("ask", words.gettext("Ask a question")),
        BotCommand("quotes", words.gettext("Who said what")),
        BotCommand("timeline", words.gettext("What happens when")),
        BotCommand("sources", words.gettext("Which articles there are")),
        BotCommand("help", words.gettext("How to ask")),
    ]


async def introduce(application: TalksApplication) -> None:
    """Set commands and descriptions. The bot serves without them: that they can't be set is only logged."""
    bot = application.bot
    for line in unset(bot.bot):
        logger.warning("%s", line)
    try:
        async with asyncio.timeout(PATIENCE):
            for language in shipped():
                await _introduce_in(bot, language)
            await _set_operators_menus(bot, application.bot_data.operators)
    except (TelegramError, TimeoutError) as error:
        logger.warning("Commands and descriptions could not be set: %s", error or "no answer in time")


async def _introduce_in(bot: Bot, language: str) -> None:
    own, code = words(language), _code(language)
    await bot.set_my_commands(commands(own), language_code=code)
    await bot.set_my_commands(group_commands(own), scope=BotCommandScopeAllGroupChats(), language_code=code)
    await bot.set_my_description(
        own.gettext(
            "Answers from news articles on the January 2022 talks between the US and Russia, in their "
            "own words and with their sources. Where the articles don’t tell, it says so."
        ),
        code,
    )
    await bot.set_my_short_description(
        own.gettext("Answers from news articles on the January 2022 US–Russia talks, in their own words."), code
    )


async def _set_operators_menus(bot: Bot, operators: Collection[int]) -> None:
    """One who has never written to the bot has no chat with it, and no menu until the next start."""
    for operator in operators:
        try:
            for language in shipped():
                menu, scope = operator_commands(words(language)), BotCommandScopeChat(operator)
                await bot.set_my_commands(menu, scope=scope, language_code=_code(language))
        except (BadRequest, Forbidden) as error:
            logger.info("An operator's commands could not be set: %s", error.message)


def _code(language: str) -> str | None:
    """As Telegram's menus know languages: English for all that have no other, and two letters."""
    return None if language == ENGLISH else language[:2]


def unset(me: User) -> Iterator[str]:
    """What getMe tells that only @BotFather can change, a line each."""
    if not me.supports_inline_queries:
        yield (
            "Inline mode is off, so nobody can ask from another chat. Send /setinline to @BotFather, "
            "then /setinlinefeedback, so that what is sent from there is logged."
        )
    if me.can_read_all_group_messages:
        yield (
            "Privacy mode is off, so the bot is sent all that is said in its groups, and needs none of it. "
            "Send /setprivacy to @BotFather and choose Enable."
        )
    if not me.can_join_groups:
        yield "The bot can't be added to groups. Send /setjoingroups to @BotFather to allow it."
