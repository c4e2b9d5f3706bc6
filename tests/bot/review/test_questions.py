"""Are the right questions listed, and is all told that is known of one?"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import httpx
import pytest

from bot.querylog.entries import Asked
from bot.querylog.judging import find_review
from bot.querylog.migrations import MIGRATIONS
from bot.querylog.reading import list_rows, open_reader
from bot.querylog.rows import LogRow
from bot.settings import Settings
from bot.sqlite import connect
from tests.bot.querylog.samples import answer, keep_all, row_of
from tests.bot.review.conftest import ORIGIN
from tests.bot.review.made_up import MISREAD, newest

HOSTILE = "<script>alert(1)</script> \"quoted' =1+1"

Client = httpx.AsyncClient
Visitor = Callable[..., Client]


async def uids(client: Client, **filters: str) -> list[str]:
    page = await client.get("/", params=filters)
    assert page.status_code == 200, page.text
    return re.findall(r"uid=([^\"&]+)\">", page.text.replace("%3A", ":"))


def rows(settings: Settings) -> list[LogRow]:
    return list(list_rows(settings.log_path, 0))


FILTERS: list[tuple[dict[str, str], Callable[[LogRow], bool]]] = [
    ({}, lambda _: True),
    ({"outcome": "no_answer"}, lambda row: row.outcome == "no_answer"),
    ({"via": "simulator"}, lambda row: row.via == "simulator"),
    ({"command": "quotes"}, lambda row: row.command == "quotes"),
    ({"disliked": "1"}, lambda row: bool(row.feedback and row.feedback["down"])),
    ({"words": "chess ch"}, lambda row: "chess" in row.question),
    ({"words": "chess", "judged": "no"}, lambda row: row.question == "Who is chess champion?"),
    ({"judged": "yes", "outcome": "no_answer"}, lambda row: row.question == "Who is chess champion now?"),
    ({"words": "chess", "judged": "yes"}, lambda row: row.question == "Who is chess champion now?"),
    ({"since": "0h"}, lambda _: False),
    ({"until": "2001-01-01"}, lambda _: False),
]


@pytest.mark.parametrize(
    ("filters", "wanted"), FILTERS, ids=lambda value: str(value) if isinstance(value, dict) else ""
)
async def test_filters(
    client: Client, settings: Settings, filters: dict[str, str], wanted: Callable[[LogRow], bool]
) -> None:
    expected = [row.uid for row in rows(settings) if wanted(row)]
    assert await uids(client, **filters) == expected[:50]


async def test_older_ones_follow_without_gap(client: Client, settings: Settings) -> None:
    page = await client.get("/")
    [older] = set(re.findall(r'href="(/\?before=\d+)"', page.text))
    rest = await client.get(older)
    assert len(re.findall("data-item", rest.text)) == len(rows(settings)) - 50
    assert "before=" not in rest.text


async def test_a_question_tells_why_and_what_was_kept_back(client: Client, settings: Settings) -> None:
    row = next(row for row in rows(settings) if row.question == MISREAD)
    page = (await client.get("/question", params={"uid": row.uid})).text
    for passage in row.shown:
        assert passage.citation["text"].split()[0] in page
    assert page.index("Shown") < page.index("Kept back")
    assert f"{row.why['threshold']:.2f} needed" in page
    assert "this chat" in page


async def test_what_a_reader_wrote_stays_text(tmp_path: Path, visitor: Visitor) -> None:
    settings = Settings(data=tmp_path)
    keep_all(settings.log_path, Asked(row_of("t:1/2", answer(HOSTILE, unknown=(HOSTILE,)))))
    async with visitor(settings) as client:
        for path in ("/", "/question?uid=t:1/2", "/gaps?since=2001-01-01", f"/?words={'alert'}"):
            page = await client.get(path)
            assert page.status_code == 200
            assert "<script>alert" not in page.text
            assert "&lt;script&gt;" in page.text


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/?since=yesterday", 400, "neither so long ago"),
        ("/?since=99999999999d", 400, "neither so long ago"),
        ("/?outcome=maybe", 400, "is one of answered"),
        ("/?before=x", 400, "number of a question"),
        ("/?before=99999999999999999999999", 400, "number of a question"),
        ("/question", 404, "no such question"),
        ("/question?uid=telegram%3A%00", 404, "no such question"),
        ("/passages?uid=none&find=x", 404, "no such question"),
        ("/export?format=xls", 400, "is one of csv, jsonl"),
        ("/nowhere", 404, "no such page"),
        ("/grade", 405, "takes no such request"),
        ("/static/../app.py", 404, "no such page"),
    ],
)
async def test_what_cannot_be_is_said(client: Client, path: str, status: int, told: str) -> None:
    page = await client.get(path)
    assert (page.status_code, told in page.text) == (status, True)


@pytest.mark.parametrize(
    "words", ["x" * 20_000, '" OR * NEAR(', "()", "\ud800".encode("utf-8", "surrogatepass"), "a " * 9_000]
)
async def test_any_words_can_be_sought(client: Client, words: str | bytes) -> None:
    assert (await client.get("/", params={"words": words})).status_code == 200


async def test_there_is_no_log_yet(tmp_path: Path, visitor: Visitor) -> None:
    async with visitor(Settings(data=tmp_path)) as client:
        for path in ("/", "/statistics", "/gaps", "/export?format=csv", "/question?uid=x"):
            page = await client.get(path)
            assert page.status_code == 503
            assert "There is no query log" in page.text
        assert (await client.post("/levers?uid=x", data={"step": "try"}, headers=ORIGIN)).status_code == 409


async def test_a_newer_log_is_said(settings: Settings, client: Client) -> None:
    with closing(connect(settings.log_path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    page = await client.get("/")
    assert page.status_code == 503
    assert "newer talks" in page.text


async def test_grades_and_verdicts_are_kept_at_once(client: Client, settings: Settings) -> None:
    uid = newest(settings.log_path, MISREAD)
    row = next(row for row in rows(settings) if row.uid == uid)
    done = await client.post(f"/grade?uid={uid}&outcome=answered", data={"rank": "2", "grade": "3"}, headers=ORIGIN)
    assert done.headers["location"] == f"/question?outcome=answered&uid={uid.replace(':', '%3A')}"
    await client.post(f"/verdict?uid={uid}", data={"verdict": "should_answer"}, headers=ORIGIN)
    with open_reader(settings.log_path) as connection:
        review = find_review(connection, row.normal)
    assert review
    assert (review.verdict, list(review.grades.values())) == ("should_answer", [3])
    page = (await client.get(f"/question?uid={uid}")).text
    assert len(re.findall('aria-pressed="true"', page)) == 2
    refused = await client.post(f"/verdict?uid={uid}", data={"verdict": "rightly_refused"}, headers=ORIGIN)
    assert refused.status_code == 409
    assert "can&#39;t be rightly refused" in refused.text
    await client.post(f"/withdraw?uid={uid}", headers=ORIGIN)
    assert 'aria-pressed="true"' not in (await client.get(f"/question?uid={uid}")).text


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/grade", {"rank": "1", "grade": "9"}, 409),
        ("/grade", {"rank": "99", "grade": "1"}, 409),
        ("/grade", {"rank": "-1", "grade": "1"}, 400),
        ("/grade", {"rank": "1"}, 400),
        ("/grade", {str(number): "" for number in range(30)}, 400),
        ("/verdict", {"verdict": "perhaps"}, 400),
    ],
)
async def test_no_other_judgement_is_taken(
    client: Client, settings: Settings, path: str, fields: dict[str, str], status: int
) -> None:
    uid = newest(settings.log_path, MISREAD)
    assert (await client.post(f"{path}?uid={uid}", data=fields, headers=ORIGIN)).status_code == status


async def test_next_leads_past_what_is_judged_and_the_same_question(client: Client, settings: Settings) -> None:
    judged = {"Who leads the Russian side?", "When are the talks in Vienna?", "Who is chess champion now?"}
    uid, seen = "", []
    while True:
        answer = await client.get("/next", params={"uid": uid, "since": "7d"} if uid else {"since": "7d"})
        address = httpx.URL(answer.headers["location"])
        assert address.params["since"] == "7d"
        if address.path == "/":
            break
        uid = address.params["uid"]
        seen.append(next(row.question for row in rows(settings) if row.uid == uid))
    assert seen
    assert not judged & set(seen)
    assert all(one != other for one, other in pairwise(seen))


async def test_the_export_is_of_the_filter(client: Client, settings: Settings) -> None:
    expected = [row for row in rows(settings) if row.question == "Who is chess champion?"]
    filters = {"words": "chess", "judged": "no"}
    lines = await client.get("/export", params={"format": "jsonl", **filters})
    assert [json.loads(line) for line in lines.text.splitlines()] == [row.to_json() for row in expected]
    table = await client.get("/export", params={"format": "csv", **filters})
    assert "attachment" in table.headers["content-disposition"]
    assert [row["uid"] for row in csv.DictReader(io.StringIO(table.text))] == [row.uid for row in expected]


async def test_no_cell_is_a_formula(tmp_path: Path, visitor: Visitor) -> None:
    settings = Settings(data=tmp_path)
    keep_all(settings.log_path, Asked(row_of("t:1", answer('=HYPERLINK("http://x")'))))
    async with visitor(settings) as client:
        [row] = csv.DictReader(io.StringIO((await client.get("/export?format=csv")).text))
    assert row["question"].startswith("'=")
