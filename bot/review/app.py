"""What is there under which path, and what is said where something can't be done?"""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.errors import TalksError
from bot.review.desk import Desk
from bot.review.export import Exports
from bot.review.figures import FigurePages
from bot.review.guard import Guard
from bot.review.judgements import Judging
from bot.review.lever_pages import LeverPages
from bot.review.login import Gate
from bot.review.look import Look
from bot.review.questions import QuestionPages

_STATIC = Path(__file__).parent / "static"


def create_app(desk: Desk, *, token: str | None = None, loopback: bool = True) -> ASGIApp:
    """With a token, only for those who show it."""
    look = Look()
    gate = Gate(token, look) if token else None
    pages = (QuestionPages(desk, look), Judging(desk), LeverPages(desk, look), FigurePages(desk, look), Exports(desk))
    routes = [route for page in pages for route in page.routes()]
    if gate:
        routes += gate.routes()

    app = Starlette(
        routes=[*routes, Mount("/static", _Static(directory=_STATIC))],
        exception_handlers=dict.fromkeys((HTTPException, TalksError), _Problems(look).explain),
    )
    app.router.redirect_slashes = False
    return Guard(gate.guarding(app) if gate else app, loopback=loopback)


class _Problems:
    """As a page of their own; htmx takes the sentence out of it."""

    def __init__(self, look: Look) -> None:
        self._look = look

    async def explain(self, request: Request, error: Exception) -> Response:
        """What can't be read is unavailable; what can't be done conflicts with what is there."""
        if isinstance(error, HTTPException):
            status, problem = error.status_code, _sentence(error)
        else:
            status, problem = (503 if request.method in {"GET", "HEAD"} else 409), str(error)
        page = self._look.page(request, "problem.html", status, problem=problem)
        page.headers.update(getattr(error, "headers", None) or {})
        return page


class _Static(StaticFiles):
    """Asked for again each time, so that a page and its files are of one version; unchanged, nothing is sent."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        response.headers["cache-control"] = "no-cache"
        return response


def _sentence(error: HTTPException) -> str:
    """Of ours, or where Starlette has none, what the status means."""
    if error.detail != HTTPStatus(error.status_code).phrase:
        return error.detail
    known = {404: "There is no such page.", 405: "That page takes no such request."}
    return known.get(error.status_code, f"{error.detail}.")
