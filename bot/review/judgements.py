"""How is a question judged on its page? At once, with each key; then the page is shown as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast, get_args

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.querylog.judging import Verdict, grade, review, withdraw
from bot.querylog.rows import LogRow
from bot.review.desk import Desk
from bot.review.filters import Filters
from bot.review.forms import Fields, taking_form
from bot.review.listing import find_asking

VERDICTS = get_args(Verdict)


class Judging:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> Sequence[Route]:
        return (
            Route("/grade", taking_form(self._grade), methods=["POST"]),
            Route("/verdict", taking_form(self._decide), methods=["POST"]),
            Route("/withdraw", taking_form(self._withdraw), methods=["POST"]),
        )

    def _grade(self, request: Request, fields: Fields) -> Response:
        rank, given = (_read_digits(fields, name) for name in ("rank", "grade"))
        grade(self._desk.log, self._asking(request), rank, given)
        return _back(request)

    def _decide(self, request: Request, fields: Fields) -> Response:
        verdict = fields.get("verdict")
        if verdict not in VERDICTS:
            raise HTTPException(400, f"A verdict is one of {', '.join(VERDICTS)}.")
        review(self._desk.log, self._asking(request), cast("Verdict", verdict))
        return _back(request)

    def _withdraw(self, request: Request, _fields: Fields) -> Response:
        withdraw(self._desk.log, self._asking(request).normal)
        return _back(request)

    def _asking(self, request: Request) -> LogRow:
        return require_asking(self._desk, request.query_params.get("uid", ""))


def require_asking(desk: Desk, uid: str) -> LogRow:
    """HTTPException where the log has no such question."""
    with desk.reading() as connection:
        row = find_asking(connection, uid)
    if row is None:
        raise HTTPException(404, "The log has no such question; it may have been forgotten or pruned.")
    return row


def _back(request: Request) -> Response:
    """To the question, within the list that it was chosen from."""
    filters = Filters.read(request.query_params)
    return RedirectResponse(filters.address("/question", uid=request.query_params["uid"]), 303)


def _read_digits(fields: Fields, name: str) -> int:
    value = fields.get(name, "")
    if not (value.isascii() and value.isdecimal() and len(value) < 6):
        raise HTTPException(400, f"“{name}” is not a number.")
    return int(value)
