from __future__ import annotations

import io
import json
from pathlib import Path

import icalendar
import pytest
from PIL import Image

from bot.cli import timeline
from tests.bot.cli.conftest import Talks


def test_what_happens_when(talks: Talks) -> None:
    done = talks("timeline")
    assert (done.code, done.err) == (0, "")
    assert "Mon 10 Jan This Monday, representatives of the USA and Russia are negotiating in Geneva [2] · also [1]" in (
        done.out
    )


def test_a_filter_may_be_several_words(talks: Talks) -> None:
    [event] = talks("timeline", "planned", "Brussels", "10 Jan..13 Jan", "--json").rows()
    assert (event["from"], event["grain"], event["part"], event["status"]) == ("2022-01-12", "day", None, "planned")
    mention = event["mentions"][0]
    assert mention["expression"]["text"] == "Wednesday"
    assert mention["why"] == "“Wednesday” → Wed 12 Jan 2022: published Sun 9 Jan 2022 (“is scheduled”)"
    assert mention["citation"]["times"] == [{"text": "Wednesday", "from": "2022-01-12", "to": "2022-01-12"}]


def test_where_nothing_is_near_nothing_is_offered(talks: Talks) -> None:
    assert talks("timeline", "Macron").out == "No such event.\n"


def test_nothing_found_offers_the_nearest(talks: Talks) -> None:
    done = talks("timeline", "Brussels", "10 Jan")
    assert done.code == 0
    assert done.out.startswith("No such event. The nearest:")


def test_a_calendar_file_for_any_calendar(talks: Talks) -> None:
    calendar = icalendar.Calendar.from_ical(talks("timeline", "--format", "ics").out)
    assert [str(event.decoded("DTSTART")) for event in calendar.walk("VEVENT")] == [
        "2022-01-09",
        "2022-01-10",
        "2022-01-12",
        "2022-01-13",
    ]


def test_slides_for_timelinejs(talks: Talks) -> None:
    slides = json.loads(talks("timeline", "--format", "timelinejs").out)
    assert slides["events"][0]["start_date"] == {"year": 2021, "month": 12, "day": 12}


def test_a_picture(talks: Talks, tmp_path: Path) -> None:
    done = talks("timeline", "--picture", str(tmp_path / "days.png"))
    assert (done.code, done.out) == (0, "")
    assert Image.open(io.BytesIO((tmp_path / "days.png").read_bytes())).width == 1080


def test_further_pages_stand_beside_it(talks: Talks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.render.timeline_pages.MOST_LINES", 4)
    talks("timeline", "--picture", str(tmp_path / "days.png"))
    assert sorted(path.name for path in tmp_path.glob("*.png")) == ["days-2.png", "days.png"]


@pytest.mark.parametrize(
    ("arguments", "missing", "named"),
    [(("--picture", "days.png"), "draw", "--picture"), (("--format", "ics"), "ics", "--format ics")],
)
def test_a_missing_extra_is_named(
    talks: Talks, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, str], missing: str, named: str
) -> None:
    monkeypatch.setattr(timeline, missing, lambda *_: None)
    done = talks("timeline", *arguments)
    assert (done.code, done.err) == (1, f"talks: {named} needs an extra: pip install 'talks-bot[timeline]'\n")


@pytest.mark.parametrize(
    "also", [("--format", "ics"), ("--format", "text"), ("--json",), ("--json", "--format", "timelinejs")]
)
def test_one_thing_is_written_at_a_time(talks: Talks, tmp_path: Path, also: tuple[str, ...]) -> None:
    picture = () if len(also) > 2 else ("--picture", str(tmp_path / "days.png"))
    done = talks("timeline", *picture, *also)
    assert (done.code, done.error()) == (
        2,
        "--picture, --format and --json each say what to write; only one of them can.",
    )
    assert not list(tmp_path.glob("*.png"))


def test_nothing_to_draw_is_an_error(talks: Talks, tmp_path: Path) -> None:
    done = talks("timeline", "storm", "--picture", str(tmp_path / "days.png"))
    assert (done.code, done.err) == (1, "talks: there is no such event to draw\n")


def test_correcting_an_articles_date_resolves_it_anew(talks: Talks, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    for day, monday in (("2022-01-09", "2022-01-10"), ("2022-02-06", "2022-02-07")):
        (folder / "one.md").write_text(f"---\npublished: {day}\n---\nThe ministers will meet on Monday.\n", "utf-8")
        [event] = talks("timeline", "--json", "--articles", str(folder)).rows()
        assert event["from"] == monday
