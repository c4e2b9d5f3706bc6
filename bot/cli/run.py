"""talks run: serve readers, on Telegram or on the local simulator."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from functools import partial

import click
from telegram.error import InvalidToken, TelegramError

from bot import __version__
from bot.cli.data import claimed
from bot.cli.http import find_metrics, over_http
from bot.cli.output import warn, warn_of_problems
from bot.cli.progress import show_progress
from bot.cli.signals import stop_on_signal
from bot.compose import build_service, load_answerer
from bot.errors import SettingsError, TalksError
from bot.health import Heartbeat, Vitals
from bot.journal.journal import Journal
from bot.logs import set_up_logging
from bot.querylog.log import QueryLog
from bot.querylog.probe import find_trouble
from bot.querylog.pseudonyms import Pseudonyms, read_key
from bot.querylog.retention import prune_daily
from bot.records import Records
from bot.service import Via
from bot.settings import Settings, load_settings
from bot.simulator.server import running
from bot.sources import load_aliases
from bot.tally import Tally
from bot.telegram.app import build
from bot.telegram.polling import poll
from bot.telegram.webhook import Hook
from retrieval.answerer import Answerer

SIMULATOR_TOKEN = "1:simulator-needs-a-token-of-this-form"  # noqa: S105 - no secret: the simulator takes any


@click.command()
def run() -> None:
    """Run the bot: on Telegram with a token, else on a local simulator with a chat page."""
    settings = load_settings()
    set_up_logging(form=settings.log_format)
    with claimed(settings.data):
        _run(settings)


def _run(settings: Settings) -> None:
    answerer = load_answerer(settings, watch=show_progress)
    warn_of_problems(answerer.corpus)
    count = len(answerer.corpus.articles)
    articles = f"{count} {'article' if count == 1 else 'articles'}"
    click.echo(f"talks {__version__} · {articles} · meaning search: {'on' if answerer.by_meaning else 'off'}")
    try:
        asyncio.run(_serve(settings, answerer))
    except InvalidToken:
        place = f", asked at {settings.api_url}" if settings.api_url else ""
        raise SettingsError(f"Telegram refuses the token in TALKS_TELEGRAM_TOKEN{place}") from None
    except TelegramError as error:
        raise TalksError(f"What answers is no Bot API server: {error.message}") from error


async def _serve(settings: Settings, answerer: Answerer) -> None:
    articles = len(answerer.corpus.articles)
    metrics = find_metrics(settings, articles)
    tally = metrics or Tally()
    heartbeat = Heartbeat(settings.data, by_meaning=answerer.by_meaning)
    vitals = Vitals(heartbeat, tally, articles, partial(find_trouble, settings.log_path))
    with stop_on_signal() as stop:
        async with (
            _open_log(settings, tally) as (log, records),
            _api(settings) as (token, via, api_url),
            await _open_journal(settings, token) as journal,
        ):
            service = build_service(answerer, log, tally, load_aliases(settings), settings.data, records)
            application = build(service, token, via, journal, api_url, vitals.beat, tally, settings.operators)
            vitals.queue_depth = lambda: journal.depth
            try:
                async with (
                    _beside(prune_daily(log, settings.retention_days)),
                    over_http(settings, token, vitals, metrics) as webhook,
                ):
                    if webhook:
                        await Hook(webhook, application.bot_data.intake.accept, vitals.beat).serve(application, stop)
                    else:
                        await poll(application, stop)
            finally:
                vitals.stop()
                service.close()


@asynccontextmanager
async def _beside(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Endless work that ends with the block."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait((task,))


@asynccontextmanager
async def _open_log(settings: Settings, tally: Tally) -> AsyncIterator[tuple[QueryLog, Records]]:
    pseudonyms = Pseudonyms(read_key(settings.data, settings.log_path, settings.pseudonym_key))
    async with await QueryLog.open(settings.log_path, pseudonyms, tally=tally) as log:
        yield log, Records(log, pseudonyms, settings)


async def _open_journal(settings: Settings, token: str) -> Journal:
    bot_id = int(token.partition(":")[0])
    return await Journal.open(settings.data / "journal.sqlite3", bot_id)


@asynccontextmanager
async def _api(settings: Settings) -> AsyncIterator[tuple[str, Via, str | None]]:
    """The token, how the log names this way in, and the Bot API server's address."""
    if settings.on_telegram and settings.telegram_token:
        yield settings.telegram_token.get_secret_value(), "telegram", settings.api_url
        return
    if settings.api_url:
        warn(f"TALKS_API_URL is passed over; to use it, {_remedy(settings)}")
    async with running(settings.simulator_port) as simulator:
        reason = "TALKS_MODE is simulator" if settings.mode == "simulator" else "No TALKS_TELEGRAM_TOKEN"
        click.echo(f"{reason}, so a local simulator runs. Chat: {simulator.url}")
        yield SIMULATOR_TOKEN, "simulator", simulator.url


def _remedy(settings: Settings) -> str:
    if settings.mode == "simulator":
        return "set TALKS_MODE to telegram"
    return f"set TALKS_TELEGRAM_TOKEN (`talks simulator` takes any of Telegram's form, such as {SIMULATOR_TOKEN})"
