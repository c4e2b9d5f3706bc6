"""What is set, and how is it changed? Tried first, then applied, then perhaps taken back."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.levers.history import read_history, undo
from bot.levers.told import tell
from bot.review.desk import Desk
from bot.review.filters import LONGEST, Filters
from bot.review.forms import Fields, taking_form
from bot.review.judgements import require_asking
from bot.review.look import Look
from bot.review.proposals import propose, try_out

CHANGES_SHOWN = 20
MOST_FOUND = 8


class LeverPages:
    def __init__(self, desk: Desk, look: Look) -> None:
        self._desk = desk
        self._look = look

    def routes(self) -> Sequence[Route]:
        return (
            Route("/levers", self._show),
            Route("/levers", taking_form(self._change), methods=["POST"]),
            Route("/passages", self._find),
            Route("/levers/undo", taking_form(self._undo), methods=["POST"]),
        )

    def _show(self, request: Request, **more: object) -> Response:
        answerer = self._desk.answerer
        history = read_history(self._desk.data)[::-1][:CHANGES_SHOWN]
        place = {"uid": request.query_params.get("uid", ""), "filters": Filters.read(request.query_params)}
        values = {"trial": None, "said": None, "fields": {}, **place, **more}
        return self._look.page(
            request, "levers.html", effect=answerer.effect, own=answerer.threshold, history=history, tell=tell, **values
        )

    def _find(self, request: Request) -> Response:
        """What the articles hold of some words, to pin it: the right passage may not have come near."""
        row = require_asking(self._desk, request.query_params.get("uid", ""))
        words = request.query_params.get("find", "")[:LONGEST]
        found = self._desk.answerer.answer(words, MOST_FOUND) if words.strip() else None
        passages = (*found.hits, *found.nearest)[:MOST_FOUND] if found else ()
        filters = Filters.read(request.query_params)
        return self._look.page(request, "passages.html", row=row, passages=passages, filters=filters)

    def _change(self, request: Request, fields: Fields) -> Response:
        """Try it, or apply it: the form's button says which."""
        uid, step = request.query_params.get("uid", ""), fields.get("step")
        if step not in {"try", "apply"}:
            raise HTTPException(400, "A change is tried or applied.")
        row = require_asking(self._desk, uid) if uid else None
        with self._desk.changing:
            answerer = self._desk.answerer
            proposal = propose(self._desk, answerer, fields, row)
            if step == "apply":
                proposal.apply()
                said = f"Applied: {proposal.what}. The running bot takes it up with the next question."
                return self._show(request, said=said)
            trial = try_out(self._desk, answerer, proposal, row)
        kept = {name: value for name, value in fields.items() if name != "step"}
        return self._show(request, trial=trial, fields=kept)

    def _undo(self, request: Request, _fields: Fields) -> Response:
        with self._desk.changing:
            change = undo(self._desk.data)
        return self._show(request, said=f"Undone: {tell(change)}.")
