from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.simulator.limits import DEEP_LINK
from bot.telegram.deep_links import DeepLinks, Kind, write_link, write_payload, write_share
from corpus.models import Span
from tests.bot.telegram.samples import FIRST, LED, SECOND, SEEDS, THERE, cite, make_corpus
from tests.retrieval.quoted import find

PAYLOAD = write_payload("passage", cite(LED))


@pytest.mark.parametrize("kind", ["passage", "quote", "event"])
def test_a_link_is_found_again(kind: Kind) -> None:
    for text in (LED, THERE):
        payload = write_payload(kind, cite(text))
        assert DEEP_LINK.fullmatch(payload)
        assert DeepLinks(SEEDS).find(payload) == (kind, cite(text))


def test_other_articles_around_it_change_nothing() -> None:
    assert DeepLinks(make_corpus(SECOND, replace(FIRST, id="new"), FIRST)).find(PAYLOAD)


@pytest.mark.parametrize(
    "articles",
    [
        (SECOND,),
        (replace(FIRST, id="other"),),
        (replace(FIRST, text=FIRST.text.replace("Ryabkov", "Rybakov")),),
        (replace(FIRST, text=f" {FIRST.text}"),),
        (replace(FIRST, text=""),),
    ],
)
def test_what_the_articles_no_longer_say_there_is_gone(articles: tuple[object, ...]) -> None:
    assert DeepLinks(make_corpus(*articles)).find(PAYLOAD) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "payload",
    ["", "p", "hello", PAYLOAD[:-1], f"{PAYLOAD}0", PAYLOAD.replace("p-", "x-", 1), PAYLOAD.upper(), f"{PAYLOAD}\n"],
)
def test_anything_else_leads_nowhere(payload: str) -> None:
    assert DeepLinks(SEEDS).find(payload) is None


def test_half_a_passage_is_none() -> None:
    span = cite(LED).span
    half = SEEDS.cite(FIRST.id, Span(span.start, span.end - 20))
    assert DeepLinks(SEEDS).find(write_payload("passage", half)) is None
    empty = SEEDS.cite(FIRST.id, Span(span.start, span.start))
    assert DeepLinks(SEEDS).find(write_payload("quote", empty)) is None


def test_what_is_shared_opens_the_bot() -> None:
    shared = urlsplit(write_share("talks_bot", "passage", cite(LED)))
    assert (shared.netloc, shared.path) == ("t.me", "/share/url")
    assert parse_qs(shared.query) == {
        "url": [write_link("talks_bot", "passage", cite(LED))],
        "text": [f"“{LED.rstrip('.')}”"],
    }


def test_what_is_shared_bears_one_pair_of_quotation_marks() -> None:
    said = SEEDS.cite(SECOND.id, find(SECOND.text, "“I don’t think … week,”"))
    shared = parse_qs(urlsplit(write_share("talks_bot", "quote", said)).query)
    assert shared["text"] == ["“I don’t think we’re going to see any breakthroughs in the coming week,”"]
