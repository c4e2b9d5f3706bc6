"""How does a page look? Its template, filled; whatever readers wrote is escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from bot import __version__
from bot.querylog.gaps import why_in_vain
from bot.review.filters import OUTCOMES, WAYS, Filters

_TEMPLATES = Path(__file__).parent / "templates"

PERIODS = {
    "24h": "last 24 hours",
    "7d": "last 7 days",
    "30d": "last 30 days",
    "90d": "last 90 days",
    "365d": "last year",
}
GRADES = {3: "answers", 2: "partly", 1: "related", 0: "not"}
"""A passage's worth, as `talks log judge` asks for it: the key, and what it means."""
LONGEST = 300
"""Characters of a question in a list; its own page shows it whole."""


class Look:
    def __init__(self) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._templates.filters.update(minute=_minute, number=_number, ms=_milliseconds, score=_score, percent=_percent)
        self._templates.globals.update(
            version=__version__,
            outcomes=OUTCOMES,
            ways=WAYS,
            periods=PERIODS,
            grades=GRADES,
            longest=LONGEST,
            why_in_vain=why_in_vain,
        )

    def page(self, request: Request, name: str, status: int = 200, /, **values: object) -> HTMLResponse:
        given = {"filters": Filters(), "problem": None, **values}
        return HTMLResponse(self._templates.get_template(name).render(path=request.url.path, **given), status)


def _minute(at: str) -> str:
    """2022-01-09 18:30"""
    return at[:16].replace("T", " ")


def _number(value: float) -> str:
    return f"{value:,}"


def _milliseconds(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.1f} ms" if value < 10 else f"{value:,.0f} ms"


def _score(value: float) -> str:
    return f"{value:.2f}"


def _percent(share: float) -> str:
    return f"{share:.1%}"
