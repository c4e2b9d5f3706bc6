"""The bot was added to a group: it says in two sentences how it is asked."""

from __future__ import annotations

from telegram import ChatMember, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden
from telegram.ext import ChatMemberHandler

from bot.i18n import words
from bot.render.hints import greeting
from bot.telegram.context import Context
from bot.telegram.handlers.message import Handler
from bot.telegram.rate import is_final

OUTSIDE = frozenset({ChatMember.LEFT, ChatMember.BANNED})


def handlers() -> list[Handler]:
    return [ChatMemberHandler(welcome, ChatMemberHandler.MY_CHAT_MEMBER)]


async def welcome(update: Update, context: Context) -> None:
    change = update.my_chat_member
    if change is None or change.chat.type not in {ChatType.GROUP, ChatType.SUPERGROUP}:
        return
    was, is_now = change.old_chat_member.status, change.new_chat_member.status
    if was not in OUTSIDE or is_now in OUTSIDE or is_now == ChatMember.RESTRICTED:
        return
    hears_all = bool(context.bot.can_read_all_group_messages) or is_now == ChatMember.ADMINISTRATOR
    own = words(change.from_user.language_code)
    try:
        await context.bot.send_message(change.chat.id, greeting(context.bot.username, own, hears_all=hears_all))
    except (Forbidden, BadRequest) as error:
        if not is_final(error):
            raise
