"""How does the bot's HTTP server run? Inside the caller's event loop, on one address."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.errors import TalksError

BACKLOG = 256
AT_ONCE = 256
"""Connections; Telegram uses forty at most. Beyond, the answer is 503 without a look at the request."""
KEEP_ALIVE_SECONDS = 75
_SHUTDOWN_SECONDS = 5


class _Server(uvicorn.Server):
    """Leaves signals to the caller, and tells when it is up."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                access_log=False,  # it would hold the webhook's path
                log_level="error",  # a line for each request that is no HTTP would be a stranger's to fill
                log_config=None,
                lifespan="off",
                ws="none",
                proxy_headers=False,
                server_header=False,
                limit_concurrency=AT_ONCE,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
            )
        )
        self.up = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()


@asynccontextmanager
async def running(app: ASGIApp, host: str, port: int) -> AsyncIterator[int]:
    """Serve until the block ends; the port, which for 0 is any free one. TalksError where it can't be had."""
    sock = _listen(host, port)
    server = _Server(app)
    serving = asyncio.create_task(server.serve([sock]), name="HTTP server")
    try:
        await server.up.wait()
        yield sock.getsockname()[1]
    finally:
        server.should_exit = True
        await serving


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's delay off only where the protocol is named: 40 ms a call.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two servers share a port
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((host, port))
        sock.listen(BACKLOG)
    except OSError as error:
        sock.close()
        raise TalksError(f"Nothing can listen on {host}, port {port} (TALKS_LISTEN): {error.strerror}") from error
    sock.setblocking(False)  # noqa: FBT003 - the library takes it by position
    return sock
