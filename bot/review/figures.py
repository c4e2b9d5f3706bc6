"""How does the bot do, day by day, and what do readers ask in vain?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.errors import TalksError
from bot.querylog.days import every_day
from bot.querylog.gaps import find_gaps
from bot.querylog.judging import count_reviews
from bot.querylog.statistics import Counts, cited_articles, most_cited, read_statistics
from bot.review.desk import Desk
from bot.review.filters import Filters
from bot.review.listing import list_commands
from bot.review.look import Look

PERIOD = "30d"
MOST = 10
"""Passages and articles in a table."""
NEVER = 50
"""Articles named that were never cited; the rest is counted."""
GAPS = 30
PERCENTILES = (0.5, 0.95, 0.99)


class FigurePages:
    def __init__(self, desk: Desk, look: Look) -> None:
        self._desk = desk
        self._look = look

    def routes(self) -> Sequence[Route]:
        return (Route("/statistics", self._statistics), Route("/gaps", self._gaps))

    def _statistics(self, request: Request) -> Response:
        filters = Filters.read(request.query_params).defaulting(PERIOD)
        wanted = filters.selection
        with self._desk.reading() as connection:
            counted = read_statistics(connection, wanted)
            passages, articles = most_cited(connection, wanted, MOST), cited_articles(connection, wanted)
            commands, judged = list_commands(connection), count_reviews(connection)
        titles, problem = self._titles()
        return self._look.page(
            request,
            "statistics.html",
            filters=filters,
            commands=commands,
            counted=counted,
            latencies=[(share, counted.total.latency(share)) for share in PERCENTILES],
            days=_as_columns(every_day(counted.days)),
            passages=passages,
            articles=list(articles.items())[:MOST],
            titles=titles,
            never=[name for name in titles if name not in articles],
            named=NEVER,
            judged=judged,
            problem=problem,
        )

    def _gaps(self, request: Request) -> Response:
        filters = Filters.read(request.query_params).defaulting(PERIOD)
        with self._desk.reading() as connection:
            gaps = find_gaps(connection, filters.selection, GAPS, judged=filters.judged == "yes")
            commands = list_commands(connection)
        return self._look.page(request, "gaps.html", filters=filters, gaps=gaps, commands=commands, most=GAPS)

    def _titles(self) -> tuple[Mapping[str, str], str | None]:
        """Of today's articles, and why they can't be told: the figures of the log are shown all the same."""
        try:
            articles = self._desk.answerer.corpus.articles
        except TalksError as error:
            return {}, str(error)
        return {article.id: article.title or article.id for article in articles}, None


def _as_columns(days: Mapping[str, Counts]) -> Mapping[str, Sequence[Any]]:
    """As a chart takes them."""
    counts = days.values()
    return {
        "day": list(days),
        "questions": [day.questions for day in counts],
        "refused": [day.refused for day in counts],
        "disliked": [day.disliked for day in counts],
        "rate": [round(day.refusal_rate * 100, 1) for day in counts],
        **{f"p{share * 100:.0f}": [_rounded(day.latency(share)) for day in counts] for share in PERCENTILES},
    }


def _rounded(milliseconds: float | None) -> float | None:
    return None if milliseconds is None else round(milliseconds, 1)
