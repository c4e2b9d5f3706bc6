"""talks simulator: the local Bot API server alone."""

from __future__ import annotations

import asyncio

import click

from bot.cli.output import warn
from bot.cli.signals import stop_on_signal
from bot.simulator.server import running


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8081, show_default=True, help="0 = any free one.")
def simulator(port: int) -> None:
    """Run the simulator alone; point a bot at it with TALKS_API_URL."""
    asyncio.run(_serve(port))


async def _serve(port: int) -> None:
    with stop_on_signal() as stop:
        async with running(port) as served:
            if served.moved:
                warn(f"port {served.asked_port} cannot be used, so the simulator took {served.port}")
            click.echo(f"Chat: {served.url}")
            await stop.wait()
