"""talks simulator: the local Bot API server alone."""

from __future__ import annotations

import asyncio

import click

from bot.cli.output import warn
from bot.cli.signals import stop_on_signal
from bot.settings import load_settings
from bot.simulator.server import running


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), show_default="TALKS_SIMULATOR_PORT, else 8081", help="0 = any free one."
)
def simulator(port: int | None) -> None:
    """Run the simulator alone; point a bot at it with TALKS_API_URL."""
    settings = load_settings()
    asyncio.run(_serve(settings.simulator_port if port is None else port))


async def _serve(port: int) -> None:
    with stop_on_signal() as stop:
        async with running(port) as served:
            if served.moved:
                warn(f"port {served.asked_port} cannot be used, so the simulator took {served.port}")
            click.echo(f"Chat: {served.url}")
            await stop.wait()
