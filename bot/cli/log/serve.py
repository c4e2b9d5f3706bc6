"""talks log serve: the query log as a web page."""

from __future__ import annotations

import asyncio
from importlib.util import find_spec
from pathlib import Path

import click

from bot.cli.signals import stop_on_signal
from bot.errors import SettingsError, TalksError
from bot.settings import LOOPBACK, Settings, load_settings
from bot.web.server import running

EXTRA = "The page needs an extra: pip install 'talks-bot[review]'"
PORT = 8082


@click.command()
@click.option("--host", default=LOOPBACK, show_default=True, help="Another one than this machine's needs a token.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 = any free one.")
@click.option(
    "--token-file",
    type=click.Path(path_type=Path),
    help="Let those in who know the token in this file: 16 characters at least.",
)
def serve(host: str, port: int, token_file: Path | None) -> None:
    """Serve the log as a page: look, judge, try a change on all judgements, apply it."""
    if find_spec("jinja2") is None:
        raise TalksError(EXTRA)
    asyncio.run(_serve(load_settings(), host, port, token_file))


async def _serve(settings: Settings, host: str, port: int, token_file: Path | None) -> None:
    from bot.review.app import create_app  # noqa: PLC0415 - it imports the extra
    from bot.review.desk import Desk  # noqa: PLC0415
    from bot.review.guard import is_loopback  # noqa: PLC0415
    from bot.review.login import read_token  # noqa: PLC0415

    name = f"[{host}]" if ":" in host else host
    if not (is_loopback(name) or token_file):
        raise SettingsError(f"On {host} others reach the page, too: --token-file must name a file with a token")
    token = read_token(token_file) if token_file else None
    app = create_app(Desk(settings), token=token, loopback=is_loopback(name))
    with stop_on_signal() as stop:
        try:
            async with running(app, host, port) as taken:
                click.echo(f"Page: http://{name}:{taken}/{'login' if token else ''}")
                await stop.wait()
        except TalksError as error:  # which would name the setting of another server
            reason = error.__cause__.strerror if isinstance(error.__cause__, OSError) else error
            raise TalksError(f"Nothing can listen on {host}, port {port}: {reason}; --port chooses another") from error
