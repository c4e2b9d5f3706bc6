"""Do the figures agree with the log?"""

from __future__ import annotations

import datetime as dt
import json
import re
from html import unescape

import httpx

from bot.querylog.days import every_day
from bot.querylog.editing import edit
from bot.querylog.entries import Asked
from bot.querylog.judging import review
from bot.querylog.reading import list_rows, show_row
from bot.querylog.rows import make_row
from bot.querylog.statistics import Counts
from bot.querylog.writing import write
from bot.service import Asker
from bot.settings import Settings
from retrieval.answer import Answer
from tests.bot.review.made_up import KEY, newest

Client = httpx.AsyncClient


async def test_the_chart_counts_what_was_asked(client: Client, settings: Settings) -> None:
    rows = list(list_rows(settings.log_path, 0))
    page = (await client.get("/statistics?since=90d")).text
    [columns] = re.findall(r"data-columns='([^']*)'", page)
    days = json.loads(unescape(columns))
    assert sum(days["questions"]) == len(rows)
    assert sum(days["refused"]) == sum(row.outcome == "no_answer" for row in rows)
    assert sum(days["disliked"]) == sum(bool(row.feedback and row.feedback["down"]) for row in rows)
    assert len(set(map(len, days.values()))) == 1
    assert days["day"] == sorted(days["day"])


async def test_cited_and_never_cited_articles(client: Client, settings: Settings) -> None:
    (settings.data / "articles").mkdir()
    (settings.data / "articles" / "lonely.txt").write_text("---\ntitle: Nobody asks for this\n---\nIt rains.", "utf-8")
    page = (await client.get("/statistics")).text
    assert "On the Russian side, the upcoming talks are being led" in page
    assert page.index("Articles never cited") < page.index("Nobody asks for this")


async def test_a_time_without_questions(client: Client) -> None:
    assert "Nothing was asked" in (await client.get("/statistics?until=2001-01-01")).text


async def test_a_way_in_is_counted_alone(client: Client, settings: Settings) -> None:
    asked = sum(row.via == "simulator" for row in list_rows(settings.log_path, 0))
    page = (await client.get("/statistics?via=simulator&since=90d")).text
    assert f"<dt>questions</dt><dd>{asked}</dd>" in page


async def test_gaps_leave_out_what_was_rightly_refused(client: Client, settings: Settings) -> None:
    path = settings.log_path
    question = "Did Putin speak with Macron?"
    assert question in (await client.get("/gaps")).text
    review(path, show_row(path, newest(path, question)), "rightly_refused")
    assert question not in (await client.get("/gaps")).text
    assert question in (await client.get("/gaps?judged=yes")).text


async def test_gaps_are_counted_and_cut(client: Client, settings: Settings) -> None:
    long = "Who plays chess in Timbuktu? " * 100
    asked = Asked(
        make_row(Asker("t:1", "telegram", "ask", 1, 1), Answer(long, "no_answer"), dt.datetime.now(dt.UTC), "", KEY)
    )
    with edit(settings.log_path) as connection:
        write(connection, [asked])
    page = (await client.get("/gaps")).text
    assert "1 times" not in page
    assert '<span class="count">1 time</span>' in page
    assert long[:200] in page
    assert long[:400] not in page
    assert long[:400] not in (await client.get("/")).text
    assert long[:400] in (await client.get("/question?uid=t:1")).text


def test_days_without_a_question_are_there() -> None:
    days = every_day({"2022-02-27": Counts(1), "2022-03-02": Counts(2)})
    assert list(days) == ["2022-02-27", "2022-02-28", "2022-03-01", "2022-03-02"]
    assert every_day({}) == {}
