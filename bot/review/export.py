"""How do the questions of a filter leave the page? As CSV or JSON Lines, read a page at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.querylog.judging import find_review
from bot.querylog.reading import read_page
from bot.querylog.rows import LogRow
from bot.querylog.selection import NEWEST
from bot.querylog.sheet import csv_lines
from bot.review.desk import Desk
from bot.review.filters import Filters

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
Rows = Iterator[Sequence[LogRow]]


class Exports:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> Sequence[Route]:
        return (Route("/export", self._send),)

    def _send(self, request: Request) -> Response:
        filters = Filters.read(request.query_params)
        form = request.query_params.get("format", "")
        if form not in FORMS:
            raise HTTPException(400, f"“format” is one of {', '.join(FORMS)}.")
        with self._desk.reading():  # what can't be read is said before the file begins
            media, write = FORMS[form]
        headers = {"content-disposition": f'attachment; filename="questions.{form}"'}
        return StreamingResponse(write(self._pages(filters)), media_type=media, headers=headers)

    def _pages(self, filters: Filters) -> Rows:
        """Each with a connection of its own: it is read in whichever thread is free, and holds up no checkpoint."""
        before = NEWEST
        while True:
            with self._desk.reading() as connection:
                rows = read_page(connection, filters.selection, before)
                known = {row.normal for row in rows if filters.judged and find_review(connection, row.normal)}
            if not rows:
                return
            yield [row for row in rows if not filters.judged or (row.normal in known) == (filters.judged == "yes")]
            before = rows[-1].number


def sheet(pages: Rows) -> Iterator[str]:
    return csv_lines(chain.from_iterable(pages), partial(_CONTROL.sub, ""))


def json_lines(pages: Rows) -> Iterator[str]:
    for rows in pages:
        yield "".join(json.dumps(row.to_json(), ensure_ascii=False) + "\n" for row in rows)


FORMS: Mapping[str, tuple[str, Callable[[Rows], Iterator[str]]]] = {
    "csv": ("text/csv", sheet),
    "jsonl": ("application/x-ndjson", json_lines),
}
