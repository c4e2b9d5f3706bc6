"""How does the simulator run? As one application, inside the caller's event loop, on a free loopback port."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Address
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.simulator.api import BotApi, HangUp, refusal
from bot.simulator.errors import ApiError, ReaderError
from bot.simulator.guard import Guard
from bot.simulator.pace import STEADY, Pace
from bot.simulator.state import State
from bot.simulator.userside import UserSide

PORTS_TRIED = 50
BACKLOG = 2048
KEEP_ALIVE_SECONDS = 75
LOOPBACK = {"127.0.0.1", "::1"}
_PAGE = Path(__file__).parent / "page"
_SHUTDOWN_SECONDS = 2


@dataclass(frozen=True, slots=True)
class RunningSimulator:
    port: int
    state: State
    asked_port: int
    host: str = "127.0.0.1"

    @property
    def moved(self) -> bool:
        """Whether the port that was asked for could not be had."""
        return self.asked_port not in {0, self.port}

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def create_app(state: State, hang_up: HangUp) -> Starlette:
    api = BotApi(state, hang_up)
    return Starlette(
        routes=[
            Route("/", _chat_page),
            Mount("/page", StaticFiles(directory=_PAGE)),
            Route("/bot{token}/{method}", api.call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", api.download),
            *UserSide(state).routes(),
        ],
        middleware=[Middleware(Guard)],
        exception_handlers={HTTPException: _http_error, ReaderError: _not_possible, ClientDisconnect: _gone},
    )


async def _chat_page(_request: Request) -> Response:
    return FileResponse(_PAGE / "index.html")


async def _http_error(request: Request, error: Exception) -> Response:
    """In the words of the side that was asked."""
    if not isinstance(error, HTTPException):
        raise error
    if request.url.path.startswith("/bot"):
        return refusal(ApiError(error.status_code, error.detail))
    return JSONResponse({"error": error.detail}, error.status_code, headers=error.headers)


async def _not_possible(_request: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 400)


async def _gone(_request: Request, _error: Exception) -> Response:
    """Whoever hung up before all was said hears nothing of this."""
    return Response(status_code=400)


class _Server(uvicorn.Server):
    """Leaves signals to the caller, tells when it is up, and can drop a connection."""

    def __init__(self, state: State) -> None:
        app = create_app(state, self.hang_up)
        super().__init__(
            uvicorn.Config(
                app,
                access_log=False,
                log_level="warning",
                log_config=None,
                lifespan="off",
                ws="none",
                proxy_headers=False,
                server_header=False,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
            )
        )
        self.up = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()

    def hang_up(self, client: Address | None) -> None:
        for connection in list(self.server_state.connections):
            peer = connection.transport.get_extra_info("peername")
            if peer and peer[:2] == client:
                connection.transport.abort()


def bind(port: int, host: str) -> socket.socket:
    """A listening socket on `port`, or on the next one after it that can be had; 0 is any free one."""
    last = min(port + PORTS_TRIED - 1, 65535) if port else 0
    for tried in range(port, last):
        # Taken, or kept back by the system: low ports, or ranges that Windows sets apart.
        with contextlib.suppress(OSError):
            return _listen(tried, host)
    try:
        return _listen(last, host)
    except OSError as error:
        ports = f"{port} to {last}" if port < last else str(port)
        reason = f"the simulator cannot listen on port {ports}: {error.strerror}"
        raise OSError(error.errno, reason) from error


def _listen(port: int, host: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's delay off only where the protocol is named: 40 ms a call.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two servers share a port
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((host, port))
        sock.listen(BACKLOG)
    except OSError:
        sock.close()
        raise
    sock.setblocking(False)  # noqa: FBT003 - the library takes it by position
    return sock


@contextlib.asynccontextmanager
async def running(port: int, *, host: str = "127.0.0.1", pace: Pace | None = STEADY) -> AsyncIterator[RunningSimulator]:
    """Serve in this event loop. Without a pace a bot may send as fast as it likes."""
    if host not in LOOPBACK:
        raise ValueError(f"the simulator listens on loopback only, not on {host}")
    state, sock = State(pace), bind(port, host)
    server = _Server(state)
    serving = asyncio.create_task(server.serve([sock]))
    try:
        await server.up.wait()
        yield RunningSimulator(sock.getsockname()[1], state, port, host)
    finally:
        server.should_exit = True
        await state.close()
        await serving
