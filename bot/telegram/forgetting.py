"""What goes when a reader wishes to be forgotten? All that the program holds, in files and in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.querylog.forgetting import Forgotten
    from bot.telegram.context import Context


async def forget_reader(user: int, context: Context) -> Forgotten:
    """TalksError where something is left; done again, it goes on."""
    context.exchanges.forget(user)
    context.replies.forget(user)
    context.sent.drop(lambda question, sent: user in {question[0], sent.reader})
    await context.bot_data.intake.forget(user)  # ahead of the log, lest one be answered and logged again
    return await context.talks.forget(user)
