"""How do updates reach a webhook? One after the other, each until it is taken."""

from __future__ import annotations

import asyncio

import httpx

from bot.simulator.bell import Bell
from bot.simulator.bots import Bot
from bot.simulator.json_text import Json

_ANSWER_SECONDS = 60
_FIRST_DELAY = 0.1
_LONGEST_DELAY = 5.0
_IDLE_SECONDS = 60


def start_pushing(bot: Bot, bell: Bell) -> None:
    """Deliver updates for as long as the bot has a webhook."""
    if bot.pusher is None or bot.pusher.done():
        bot.pusher = asyncio.create_task(_push(bot, bell))


async def _push(bot: Bot, bell: Bell) -> None:
    delay = _FIRST_DELAY
    async with httpx.AsyncClient(timeout=_ANSWER_SECONDS, trust_env=False) as client:
        while bot.webhook and not bell.closed:
            if not bot.updates:
                await bell.wait(bot, _IDLE_SECONDS)
                continue
            update = bot.hand_out(1)[0]
            if await _deliver(client, *bot.webhook, update):
                bot.confirm(update["update_id"] + 1)
                delay = _FIRST_DELAY
            else:
                await bell.wait(("retry", bot), delay)
                delay = min(delay * 2, _LONGEST_DELAY)


async def _deliver(client: httpx.AsyncClient, url: str, secret: str, update: Json) -> bool:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    try:
        response = await client.post(url, json=update, headers=headers)
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
    return response.is_success
