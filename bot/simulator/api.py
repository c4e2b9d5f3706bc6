"""What does the Bot API answer? Takes a call in, carries it out, and counts what Telegram would refuse."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable

from starlette.datastructures import Address
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.simulator import answers, edits, messages, polling, profile
from bot.simulator.call import Call, Methods
from bot.simulator.errors import ApiError, too_many_requests
from bot.simulator.faults import Fault
from bot.simulator.json_text import Json
from bot.simulator.params import read_params
from bot.simulator.state import State

METHODS: Methods = {
    **polling.METHODS,
    **messages.METHODS,
    **edits.METHODS,
    **answers.METHODS,
    **profile.METHODS,
}
_BY_LOWER_CASE = {name.lower(): name for name in METHODS}

_TOKEN = re.compile(r"[0-9]{1,15}:[A-Za-z0-9_-]{30,}")
_TOKEN_START = re.compile(r"[0-9]{1,15}:")

HangUp = Callable[[Address | None], None]
"""Ends the connection with a client, without an answer."""


def refusal(error: ApiError) -> JSONResponse:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.retry_after is not None:
        body["parameters"] = {"retry_after": error.retry_after}
    return JSONResponse(body, error.code)


def check_token(token: str) -> None:
    if not _TOKEN.fullmatch(token):
        raise ApiError(401, "Unauthorized") if _TOKEN_START.match(token) else ApiError(404, "Not Found")


def method_name(written: str) -> str:
    """The method's name, which Telegram takes in any case."""
    name = _BY_LOWER_CASE.get(written.lower())
    if name is None:
        raise ApiError(404, "Not Found: method not found")
    return name


class BotApi:
    def __init__(self, state: State, hang_up: HangUp) -> None:
        self._state = state
        self._hang_up = hang_up

    async def call(self, request: Request) -> Response:
        try:
            check_token(request.path_params["token"])
            return await self._counted(method_name(request.path_params["method"]), request)
        except ApiError as error:
            return refusal(error)

    async def download(self, request: Request) -> Response:
        try:
            check_token(request.path_params["token"])
        except ApiError as error:
            return refusal(error)
        stored = self._state.files.at(request.path_params["path"])
        if stored is None:
            return refusal(ApiError(404, "Not Found"))
        return Response(stored.content, media_type="application/octet-stream")

    async def _counted(self, name: str, request: Request) -> Response:
        self._state.calls[name] += 1
        faults = [fault for fault in self._state.faults if fault.hits(name)]
        if response := await self._fail(faults, request):
            return response
        try:
            response = JSONResponse({"ok": True, "result": await self._carry_out(name, request)})
        except ApiError as error:
            if error.code == 400:
                self._state.rejected.append({"method": name, "error": error.description})
            response = refusal(error)
        if any(fault.kind == "lost" for fault in faults):
            self._hang_up(request.client)
        return response

    async def _carry_out(self, name: str, request: Request) -> object:
        params = await read_params(request)
        bot = self._state.bot(request.path_params["token"])
        result = METHODS[name](Call(self._state, bot, params))
        return await result if inspect.isawaitable(result) else result

    async def _fail(self, faults: list[Fault], request: Request) -> Response | None:
        """What goes wrong before the call is carried out."""
        for fault in faults:
            match fault.kind:
                case "slow":
                    await self._state.bell.wait("slow", fault.seconds)
                case "429":
                    raise too_many_requests(max(1, round(fault.seconds)))
                case "502":
                    raise ApiError(502, "Bad Gateway")
                case "reset":
                    self._hang_up(request.client)
                    return Response()
        return None
