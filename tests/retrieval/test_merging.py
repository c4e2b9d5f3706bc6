from __future__ import annotations

import datetime as dt
import random

from corpus.events import find_events
from corpus.found import annotate
from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Event
from retrieval.merging import merge_events
from tests.retrieval.samples import corpus_of

SEEDS = ingest(find_files(seed_folder()))
FOUND = [event for article in SEEDS.articles for event in find_events(SEEDS, article)]


def told(event: Event) -> set[tuple[str, str]]:
    return {(mention.citation.article.id[:3], mention.citation.text[:24]) for mention in event.mentions}


def day(number: int, month: int = 1, year: int = 2022) -> dt.date:
    return dt.date(year, month, number)


def test_the_events_of_the_shipped_articles() -> None:
    events = merge_events(FOUND)
    assert [(event.first, event.grain, event.part, event.status) for event in events if event.status != "caption"] == [
        (day(8), "day", None, "reported"),
        (day(9), "day", None, "reported"),
        (day(9), "day", "evening", "planned"),
        (day(10), "day", None, "planned"),
        (day(10), "week", None, "planned"),
        (day(12), "day", None, "planned"),
        (day(13), "day", None, "planned"),
    ]
    assert [event.first for event in events if event.status == "caption"] == [day(12, 12, 2021), day(8), day(9)]


def test_one_event_told_in_several_sentences_and_articles_is_one() -> None:
    monday, wednesday, thursday = [
        event for event in merge_events(FOUND) if event.first >= day(10) and event.grain == "day"
    ]
    assert {article for article, _ in told(monday)} == {"000", "002"}
    assert len(monday.mentions) == 4
    assert monday.mentions[0].citation.text.startswith("This Monday")
    assert [len(event.mentions) for event in (wednesday, thursday)] == [2, 2]


def test_the_order_of_the_mentions_does_not_count() -> None:
    expected = sorted((event.first, event.status, sorted(told(event))) for event in merge_events(FOUND))
    for seed in range(5):
        shuffled = random.Random(seed).sample(FOUND, len(FOUND))  # noqa: S311 - nothing secret
        merged = [(event.first, event.status, sorted(told(event))) for event in merge_events(shuffled)]
        assert sorted(merged) == expected


def test_what_happens_in_another_place_or_shares_no_words_stays_apart() -> None:
    corpus = annotate(
        corpus_of(
            "The ministers of both sides met in Geneva on 4 May 2021.",
            "The ministers of both sides met in Vienna on 4 May 2021.",
            "A storm hit the coast on 4 May 2021.",
        )
    )
    found = [event for article in corpus.articles for event in find_events(corpus, article)]
    assert len(found) == len(merge_events(found)) == 3


def test_nothing_is_lost_and_nothing_is_merged_twice() -> None:
    mentions = [mention for event in merge_events(FOUND) for mention in event.mentions]
    assert sorted(map(str, mentions)) == sorted({str(mention) for event in FOUND for mention in event.mentions})
