"""How does what a form sends reach plain code? Read here, then handed to a thread."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

MOST_FIELDS = 20

Fields = Mapping[str, str]


def taking_form(do: Callable[[Request, Fields], Response]) -> Callable[[Request], Awaitable[Response]]:
    """As an endpoint for POST."""

    async def take(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
            fields = {name: value for name, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(do, request, fields)

    return take
