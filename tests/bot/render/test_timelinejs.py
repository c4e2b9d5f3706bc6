from __future__ import annotations

import json
from dataclasses import replace
from gettext import NullTranslations
from typing import Any

import pytest

from bot.render.event_id import event_id
from bot.render.timelinejs import timelinejs
from corpus.models import Grain
from tests.bot.render.events import EVENTS, SEEDS, make_event

WORDS = NullTranslations()
SLIDE = {"start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id"}
"""What the documentation of its JSON format knows."""
DATE = ("year", "month", "day", "hour", "minute", "second", "millisecond", "display_date")


def slides(**changes: Any) -> list[dict[str, Any]]:
    made = timelinejs([replace(event, **changes) for event in EVENTS], SEEDS, WORDS)
    read = json.loads(json.dumps(made))
    assert set(read) == {"title", "events"}
    assert read["title"]["text"] == {
        "headline": "From 2 articles",
        "text": "<p>“Planned” is what was still to come when the articles were published.</p>",
    }
    return list(read["events"])


def test_every_slide_has_only_documented_fields() -> None:
    found = slides()
    assert len(found) == len(EVENTS)
    for slide in found:
        assert {"start_date", "text", "group", "display_date", "unique_id"} <= set(slide) <= SLIDE
        assert set(slide["text"]) == {"headline", "text"}
        for date in (slide["start_date"], slide.get("end_date", slide["start_date"])):
            assert tuple(date) == DATE[: len(date)]
            assert all(isinstance(part, int) for part in date.values())


def test_a_slide() -> None:
    assert slides()[2] == {
        "unique_id": event_id(EVENTS[2]),
        "start_date": {"year": 2022, "month": 1, "day": 9},
        "display_date": "Sun 9 Jan 2022, evening",
        "group": "planned",
        "text": {
            "headline": "the US Deputy Secretary of State Wendy Sherman Ryabkov will meet for an initial meeting on "
            "Sunday evening after her arrival in Geneva",
            "text": "<blockquote>the US Deputy Secretary of State Wendy Sherman Ryabkov will meet for an initial "
            "meeting on Sunday evening after her arrival in Geneva.</blockquote>"
            "<p>[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022</p>",
        },
        "autolink": False,
    }


def test_reported_planned_and_captions_are_groups() -> None:
    groups = [slide["group"] for slide in slides()]
    assert groups == ["reported"] * 2 + ["planned"] * 5 + ["captions"] * 3


@pytest.mark.parametrize(
    ("grain", "start", "end"),
    [
        ("week", {"year": 2022, "month": 1, "day": 10}, {"year": 2022, "month": 1, "day": 16}),
        ("month", {"year": 2022, "month": 1}, None),
        ("year", {"year": 2022}, None),
    ],
)
def test_dates_are_as_precise_as_they_are_known(
    grain: Grain, start: dict[str, int], end: dict[str, int] | None
) -> None:
    week = slides(grain=grain)[6]
    assert (week["start_date"], week.get("end_date")) == (start, end)


def test_ids_are_unique_and_tell_of_nothing_but_day_and_passage() -> None:
    ids = [slide["unique_id"] for slide in slides()]
    assert len(set(ids)) == len(EVENTS)
    assert [slide["unique_id"] for slide in slides(status="reported", part=None)] == ids


def test_what_an_article_says_is_no_html() -> None:
    corpus, event = make_event("<script>alert(1)</script> & more", article_id="<id>")
    written = json.dumps(timelinejs([event], corpus, WORDS))
    assert "<script>" not in written
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in written
    assert "Title &lt;id&gt;" in written
