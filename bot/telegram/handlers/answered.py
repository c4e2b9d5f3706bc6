"""The buttons under an answer: its context, the next passages, other wordings, and what a reader thinks of it."""

from __future__ import annotations

from bot.chats.replies import Answers
from bot.i18n import words
from bot.render.hints import not_noted, noted, what_was_wrong
from bot.telegram.answer_view import BAD, GOOD, KEYS, REASONS, SHOW, AnswerView
from bot.telegram.context import Context
from bot.telegram.handlers.pressed import Pressed

VOTES = frozenset({GOOD, BAD, KEYS, *REASONS})
"""What anyone may press, in a group, too."""


async def turn(pressed: Pressed, reply: Answers, context: Context) -> None:
    view = AnswerView(reply, context.talks.corpus, words(reply.language), context.bot.username)
    at = view.find(pressed.page)
    if pressed.verb == SHOW and reply.is_whole:
        await pressed.answer()
        await pressed.edit(view.html(at), view.keyboard(pressed.name, at))
    elif pressed.verb == KEYS:
        await pressed.answer()
        await pressed.edit_keyboard(view.keyboard(pressed.name, at))
    elif pressed.verb in VOTES and reply.uids:
        is_noted = await _vote(pressed, reply, context)
        if is_noted and pressed.verb == BAD:
            await pressed.edit_keyboard(view.reasons(pressed.name, at))
        elif pressed.verb in REASONS:
            await pressed.edit_keyboard(view.keyboard(pressed.name, at))
    else:
        await pressed.answer()


async def _vote(pressed: Pressed, reply: Answers, context: Context) -> bool:
    """Whether it was noted. Their last vote is the one that counts."""
    up, reason = pressed.verb == GOOD, REASONS.get(pressed.verb)
    is_noted = await context.talks.vote(reply.uids, pressed.query.from_user.id, up=up, reason=reason)
    thanks = what_was_wrong if pressed.verb == BAD else noted
    await pressed.answer((thanks if is_noted else not_noted)(pressed.words))
    return is_noted
