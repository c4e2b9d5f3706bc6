from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.i18n import words
from bot.telegram.handlers import timeline
from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Corpus
from tests.bot.telegram.conftest import Feed, Questions
from tests.bot.telegram.fakes import FIRST_NUMBER, FakeRequest, Json, press, refusal, update
from tests.bot.telegram.handlers.test_quotes import buttons

PICTURE, TEXT = FIRST_NUMBER + 1, FIRST_NUMBER + 2


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return ingest(find_files(seed_folder()))


async def send(feed: Feed, server: FakeRequest, text: str) -> Json:
    await feed(update(text))
    sent: Json = server.sent()[-1]
    return sent


async def test_a_picture_and_the_text_beneath_it(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    sent = await send(feed, server, "/timeline")
    [photo] = server.sent("sendPhoto")
    assert "Mon 10 Jan" in photo["caption"]
    assert (
        "<b>Mon 10 Jan</b> This Monday, representatives of the USA and Russia are negotiating in Geneva [2]"
        in (sent["text"])
    )
    assert "<i>planned when the articles were published</i>" in sent["text"]
    assert list(buttons(sent)) == ["Why these dates?", ".ics", "TimelineJS"]
    assert [asker.command for asker in questions.askers] == ["timeline"]


async def test_why_a_date_is_one_tap_away_and_so_is_the_way_back(feed: Feed, server: FakeRequest) -> None:
    sent = await send(feed, server, "/timeline")
    await feed(press(buttons(sent)["Why these dates?"], TEXT))
    why = server.sent("editMessageText")[-1]
    assert "“This Monday” → Mon 10 Jan 2022: published Sun 9 Jan 2022 (“are negotiating”) [2]" in why["text"]
    await feed(press(buttons(why)["Back"], TEXT))
    assert server.sent("editMessageText")[-1]["text"] == sent["text"]
    assert not server.sent("editMessageMedia")


async def test_the_planned_events_come_as_a_calendar_file(feed: Feed, server: FakeRequest) -> None:
    sent = await send(feed, server, "/timeline")
    await feed(press(buttons(sent)[".ics"], TEXT))
    [document] = server.files("sendDocument")
    days = re.findall(rb"^DTSTART[^:]*:202201(\d\d)", document, re.MULTILINE)
    assert days == [b"09", b"10", b"12", b"13"]


async def test_the_events_come_as_a_file_for_timelinejs(feed: Feed, server: FakeRequest) -> None:
    sent = await send(feed, server, "/timeline")
    await feed(press(buttons(sent)["TimelineJS"], TEXT))
    [document] = server.files("sendDocument")
    assert len(json.loads(document)["events"]) == 10


async def test_a_single_event_can_be_shared(feed: Feed, server: FakeRequest) -> None:
    sent = await send(feed, server, "/timeline Vienna 13 Jan")
    [link] = parse_qs(urlsplit(buttons(sent)["Share"]).query)["url"]
    shared = await send(feed, server, f"/start {link.partition('=')[2]}")
    assert shared["text"] == sent["text"]


async def test_nothing_found_offers_the_nearest(feed: Feed, server: FakeRequest) -> None:
    sent = await send(feed, server, "/timeline Brussels 10 Jan")
    assert sent["text"].startswith("No such event. The nearest:")
    assert "Wed 12 Jan" in sent["text"]
    assert not server.sent("sendPhoto")
    assert buttons(sent) == {}


async def test_a_wrong_day_is_said_to_be_one(feed: Feed, server: FakeRequest) -> None:
    assert "“31 Feb” can’t be read as a day." in (await send(feed, server, "/timeline since 31 Feb"))["text"]
    assert "“foo..bar” can’t be read as a day." in (await send(feed, server, "/timeline foo..bar"))["text"]
    assert not server.sent("sendPhoto")
    await send(feed, server, "/timeline Brussels 31 Feb")
    assert len(server.sent("sendPhoto")) == 1


async def test_without_pillow_the_text_is_complete(
    feed: Feed, server: FakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_picture = await send(feed, server, "/timeline")
    monkeypatch.setattr(timeline, "draw", lambda *_: None)
    assert (await send(feed, server, "/timeline"))["text"] == with_picture["text"]
    assert len(server.sent("sendPhoto")) == 1


async def test_where_nobody_can_be_sent_a_picture_nothing_fails(
    feed: Feed, server: FakeRequest, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = refusal(403, "Forbidden: bot was blocked by the user")
    server.replies["sendPhoto"], server.replies["sendMessage"] = [blocked], [blocked]
    await feed(update("/timeline"))
    sent = await send(feed, server, "/timeline")
    server.replies["sendDocument"], server.replies["editMessageText"] = [blocked], [blocked]
    await feed(press(buttons(sent)[".ics"], TEXT), press(buttons(sent)["Why these dates?"], TEXT))
    assert not [record for record in caplog.records if record.levelname != "INFO"]


async def test_another_page_brings_its_own_picture(
    feed: Feed, server: FakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.render.timeline_pages.MOST_LINES", 3)
    sent = await send(feed, server, "/timeline")
    assert "page 1 of" in sent["text"]
    await feed(press(buttons(sent)["›"], TEXT))
    assert "page 2 of" in server.sent("editMessageText")[-1]["text"]
    [media] = server.sent("editMessageMedia")
    assert media["message_id"] == PICTURE


@pytest.mark.parametrize(
    ("typed", "language", "days"),
    [
        ("geplant Wien", "de", ["13"]),
        ("à partir du 13 janvier", "fr", ["13"]),
        ("entre el 12 y el 13 de enero", "es", ["12", "13"]),
        ("od 12 do 13 stycznia", "pl", ["12", "13"]),
        ("между 12 и 13 января", "ru", ["12", "13"]),
        ("після 12 січня", "uk", ["13"]),
    ],
)
async def test_words_of_filters_are_read_and_answered_in_their_language(
    feed: Feed, server: FakeRequest, typed: str, language: str, days: list[str]
) -> None:
    sent = await send(feed, server, f"/timeline {typed}")
    own = words(language)
    assert re.findall(r"<b>\D*(\d+)", sent["text"]) == days
    why = buttons(sent)[own.gettext("Why these dates?")]
    await feed(press(why, TEXT))
    assert own.gettext("Back") in buttons(server.sent("editMessageText")[-1])
