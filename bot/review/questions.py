"""Which questions were asked, and what is to be known of one?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.querylog.gaps import find_similar
from bot.querylog.judging import count_reviews, find_review
from bot.querylog.selection import NEWEST
from bot.review.desk import Desk
from bot.review.filters import Filters
from bot.review.listing import SIZE, count_asked, find_asking, list_askings, list_commands, next_unjudged
from bot.review.look import Look


class QuestionPages:
    def __init__(self, desk: Desk, look: Look) -> None:
        self._desk = desk
        self._look = look

    def routes(self) -> Sequence[Route]:
        return (Route("/", self._list), Route("/question", self._show), Route("/next", self._next))

    def _list(self, request: Request) -> Response:
        filters = Filters.read(request.query_params)
        before = _read_number(request.query_params.get("before"))
        with self._desk.reading() as connection:
            askings = list_askings(connection, filters, before)
            commands, judged = list_commands(connection), count_reviews(connection)
        older = askings[-1].number if len(askings) == SIZE else None
        return self._look.page(
            request,
            "list.html",
            filters=filters,
            askings=askings,
            commands=commands,
            judged=judged,
            older=older,
            newest=before == NEWEST,
        )

    def _show(self, request: Request) -> Response:
        filters = Filters.read(request.query_params)
        with self._desk.reading() as connection:
            row = find_asking(connection, request.query_params.get("uid", ""))
            if row is None:
                raise HTTPException(404, "The log has no such question; it may have been forgotten or pruned.")
            return self._look.page(
                request,
                "question.html",
                filters=filters,
                row=row,
                review=find_review(connection, row.normal),
                judged=count_reviews(connection),
                similar=find_similar(connection, row),
                times=count_asked(connection, row.normal),
                again=Filters(normal=row.normal).address("/"),
                chat=Filters(chat=row.chat).address("/"),
            )

    def _next(self, request: Request) -> Response:
        """To the next question that nobody judged, or to the list where there is none."""
        filters = Filters.read(request.query_params)
        uid = request.query_params.get("uid")
        with self._desk.reading() as connection:
            asking = next_unjudged(connection, filters, find_asking(connection, uid) if uid else None)
        if asking:
            return RedirectResponse(filters.address("/question", uid=asking.uid), 303)
        return RedirectResponse(replace(filters, judged="no").address("/"), 303)


def _read_number(given: str | None) -> int:
    """From where on a page of the list goes."""
    if given is None:
        return NEWEST
    if not (given.isascii() and given.isdecimal() and len(given) < 19):
        raise HTTPException(400, "“before” is the number of a question.")
    return int(given)
