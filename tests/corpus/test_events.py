from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from corpus.events import find_events
from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Corpus, Event


def events_in(tmp_path: Path, text: str, published: str = "published: 2022-01-09") -> list[Event]:
    path = tmp_path / "article.md"
    path.write_text(f"---\n{published}\n---\n{text}\n", "utf-8")
    return list(events_of(ingest([path])))


def events_of(corpus: Corpus) -> list[Event]:
    return [event for article in corpus.articles for event in find_events(corpus, article)]


def told(event: Event) -> str:
    return event.mentions[0].citation.text


@pytest.mark.parametrize(
    ("sentence", "first", "status", "line"),
    [
        ("The ministers will meet in Geneva on Monday.", 10, "planned", "The ministers will meet in Geneva on Monday"),
        ("The envoys met in Geneva on Friday.", 7, "reported", "The envoys met in Geneva on Friday"),
        (
            "The envoy said on Friday that the ministers will meet on Monday.",
            10,
            "planned",
            "The envoy said on Friday that the ministers will meet on Monday",
        ),
        ("The envoy spoke to reporters on Saturday.", 8, "reported", "The envoy spoke to reporters on Saturday"),
        ("The council will meet on Sunday evening.", 9, "planned", "The council will meet on Sunday evening"),
    ],
)
def test_a_sentence_with_a_day_is_an_event(tmp_path: Path, sentence: str, first: int, status: str, line: str) -> None:
    [event] = events_in(tmp_path, sentence)
    assert (event.first, event.last, event.grain) == (dt.date(2022, 1, first), dt.date(2022, 1, first), "day")
    assert (event.status, told(event)) == (status, line)


@pytest.mark.parametrize(
    "text",
    [
        "The situation has been tense for weeks.",
        "Troops stand at the border.",
        "The council meets every Monday.",
        "The envoys recently met in Geneva.",
    ],
)
def test_without_a_day_there_is_no_event(tmp_path: Path, text: str) -> None:
    assert events_in(tmp_path, text) == []


def test_without_a_date_of_publication_only_full_dates_are_events(tmp_path: Path) -> None:
    text = "The council will meet on Monday. It met in Brussels on 12 December last year."
    assert events_in(tmp_path, text, "title: Undated") == []
    [event] = events_in(tmp_path, "The council met on 4 July 2019 in Brussels.", "title: Its only date is another's")
    assert event.first == dt.date(2019, 7, 4)


@pytest.mark.parametrize(
    ("text", "grain", "first", "last"),
    [
        ("The talks will go on next week.", "week", dt.date(2022, 1, 10), dt.date(2022, 1, 16)),
        ("The council was founded in March 2002.", "month", dt.date(2002, 3, 1), dt.date(2002, 3, 31)),
        ("The war began in 2014.", "year", dt.date(2014, 1, 1), dt.date(2014, 12, 31)),
    ],
)
def test_weeks_months_and_years_are_wider_events(
    tmp_path: Path, text: str, grain: str, first: dt.date, last: dt.date
) -> None:
    [event] = events_in(tmp_path, text)
    assert (event.grain, event.first, event.last) == (grain, first, last)


def test_days_on_end_are_one_event(tmp_path: Path) -> None:
    [event] = events_in(tmp_path, "The ministers will meet in Geneva from 10 to 13 January.")
    assert (event.grain, event.first, event.last) == ("day", dt.date(2022, 1, 10), dt.date(2022, 1, 13))


def test_every_mention_is_a_slice_that_holds_its_expression() -> None:
    for event in events_of(ingest(find_files(seed_folder()))):
        [mention] = event.mentions
        citation, expression = mention.citation, mention.expression
        assert citation.text == citation.article.text[citation.span.start : citation.span.end]
        assert citation.span.start <= expression.span.start <= expression.span.end <= citation.span.end


def test_a_caption_is_its_first_line() -> None:
    events = events_of(ingest(find_files(seed_folder())))
    captions = [event for event in events if event.status == "caption" and event.grain == "day"]
    assert len(captions) == 6
    assert all("\n" not in told(event) for event in captions)
