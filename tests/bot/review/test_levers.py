"""Is a change tried before it is made, and taken back when it is unwanted?"""

from __future__ import annotations

import re

import httpx
import pytest

from bot.levers.files import load_levers
from bot.querylog.judging import grade
from bot.querylog.reading import show_row
from bot.review.desk import Desk
from bot.settings import Settings
from tests.bot.review.conftest import ORIGIN
from tests.bot.review.made_up import MISREAD, newest

WORDING = {"kind": "wording", "asked": "troop strength", "written": "soldiers"}

Client = httpx.AsyncClient


async def change(client: Client, uid: str = "", **fields: str) -> httpx.Response:
    return await client.post("/levers", params={"uid": uid} if uid else {}, data=fields, headers=ORIGIN)


@pytest.fixture
def uid(settings: Settings) -> str:
    """Of a question that is judged: the passage kept in second place answers it, the first doesn't."""
    uid = newest(settings.log_path, MISREAD)
    row = show_row(settings.log_path, uid)
    grade(settings.log_path, row, 1, 0)
    grade(settings.log_path, row, 2, 3)
    return uid


async def test_a_wording_is_tried_applied_and_undone(client: Client, settings: Settings, uid: str) -> None:
    tried = await change(client, uid, step="try", **WORDING)
    assert "4 judged: 1 better, 0 worse" in tried.text
    assert "100,000 soldiers" in tried.text
    assert not load_levers(settings.data).wordings
    applied = await change(client, uid, step="apply", **WORDING)
    assert "Applied: wording troop strength ~ soldiers" in applied.text
    assert [str(wording) for wording in load_levers(settings.data).wordings] == ["troop strength ~ soldiers"]
    again = await change(client, uid, step="try", **WORDING)
    assert again.status_code == 409
    undone = await client.post("/levers/undo", headers=ORIGIN)
    assert "Undone: wording" in undone.text
    assert not load_levers(settings.data).wordings
    assert (await client.post("/levers/undo", headers=ORIGIN)).status_code == 409


async def test_a_passage_of_the_row_is_pinned(client: Client, settings: Settings, uid: str) -> None:
    tried = await change(client, uid, kind="pin", rank="2", step="try")
    assert "4 judged: 1 better, 0 worse" in tried.text
    await change(client, uid, kind="pin", rank="2", step="apply")
    [pin] = load_levers(settings.data).pins
    assert pin.text == show_row(settings.log_path, uid).shown[1].citation["text"]
    assert pin.question == MISREAD


async def test_a_passage_that_did_not_come_near_is_found_and_pinned(client: Client, settings: Settings) -> None:
    uid = newest(settings.log_path, "Who is chess champion?")
    page = (await client.get("/passages", params={"uid": uid, "find": "Ryabkov leads"})).text
    place = dict(re.findall(r'name="(article|start|end)" value="([^"]+)"', page)[:3])
    await change(client, uid, kind="pin", step="apply", **place)
    [pin] = load_levers(settings.data).pins
    assert pin.start == int(place["start"])
    assert "No passage holds" in (await client.get("/passages", params={"uid": uid, "find": " "})).text


async def test_the_threshold_is_refitted_and_reset(client: Client, settings: Settings) -> None:
    tried = await change(client, kind="refit", step="try")
    assert "threshold 0." in tried.text
    assert "3 judged" in tried.text
    reset = await change(client, kind="reset", step="try")
    assert "nothing to apply" in reset.text
    assert load_levers(settings.data).threshold is None


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"kind": "wording", "asked": "", "written": "led"}, 400, "is empty"),
        ({"kind": "wording", "asked": "a ~ b", "written": "led"}, 400, "not of the form"),
        ({"kind": "wording"}, 400, "is empty"),
        ({"kind": "pin", "rank": "77"}, 400, "no such passage"),
        ({"kind": "pin", "article": "none", "start": "0", "end": "9"}, 400, "no such passage"),
        ({"kind": "pin", "article": "000_97547d76f44c41df", "start": "x"}, 400, "no such passage"),
        ({"kind": "magic"}, 400, "A change is"),
        ({"kind": "refit", "step": "now"}, 400, "tried or applied"),
    ],
)
async def test_what_cannot_be_changed_is_said(
    client: Client, uid: str, fields: dict[str, str], status: int, told: str
) -> None:
    page = await change(client, uid, **{"step": "try", **fields})
    assert (page.status_code, told in page.text) == (status, True)


async def test_a_pin_needs_a_question(client: Client) -> None:
    assert (await change(client, kind="pin", rank="1", step="try")).status_code == 400


async def test_damaged_levers_are_said(client: Client, settings: Settings) -> None:
    (settings.data / "wordings.txt").write_text("no wording\n", "utf-8")
    page = await client.get("/levers")
    assert page.status_code == 503
    assert "wordings.txt, line 1" in page.text
    figures = await client.get("/statistics")
    assert figures.status_code == 200
    assert "wordings.txt, line 1" in figures.text


def test_the_articles_are_read_once(settings: Settings) -> None:
    desk = Desk(settings)
    assert desk.answerer.corpus is desk.answerer.corpus
