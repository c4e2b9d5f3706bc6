"""How does a bot hear? Long polling, or a webhook."""

from __future__ import annotations

import asyncio
import re
from urllib.parse import urlsplit

from bot.simulator import limits
from bot.simulator.call import Call, Methods
from bot.simulator.errors import bad_request
from bot.simulator.guard import is_loopback
from bot.simulator.json_text import Json
from bot.simulator.webhooks import start_pushing

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


async def get_updates(call: Call) -> list[Json]:
    bot, bell = call.bot, call.state.bell
    offset = call.params.integer("offset", 0)
    limit = min(max(call.params.integer("limit", limits.POLL_UPDATES), 1), limits.POLL_UPDATES)
    seconds = min(max(call.params.integer("timeout", 0), 0), limits.POLL_SECONDS)
    kinds = call.params.structure("allowed_updates", list)
    bot.polls += 1
    poll = bot.polls
    bot.check_polling(poll)
    bell.ring(bot)
    if kinds is not None:
        bot.allow(kinds)
    bot.confirm(offset)
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    while not bot.updates and not bell.closed and (left := until - loop.time()) > 0:
        await bell.wait(bot, left)
        bot.check_polling(poll)
    return bot.hand_out(limit)


def set_webhook(call: Call) -> bool:
    url, secret = call.params.text("url"), call.params.text("secret_token")
    kinds = call.params.structure("allowed_updates", list)
    if not url:
        return delete_webhook(call)
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise bad_request("bad webhook: invalid webhook URL specified") from error
    if parts.scheme not in {"http", "https"} or not is_loopback(parts.netloc):
        raise bad_request("bad webhook: the simulator delivers to loopback addresses only")
    if kinds is not None:
        call.bot.allow(kinds)
    _drop_pending(call)
    call.bot.webhook = (url, secret)
    call.state.bell.ring(call.bot)
    start_pushing(call.bot, call.state.bell)
    return True


def delete_webhook(call: Call) -> bool:
    _drop_pending(call)
    call.bot.webhook = None
    call.state.bell.ring(call.bot)
    return True


def _drop_pending(call: Call) -> None:
    if call.params.flag("drop_pending_updates"):
        call.bot.updates.clear()


def get_webhook_info(call: Call) -> Json:
    return {
        "url": call.bot.webhook[0] if call.bot.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(call.bot.updates),
        "allowed_updates": call.bot.allowed,
    }


def log_out(_call: Call) -> bool:
    return True


METHODS: Methods = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "logOut": log_out,
    "close": log_out,
}
