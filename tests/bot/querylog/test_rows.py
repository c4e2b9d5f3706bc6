"""Does a row say all that happened, in the contract's shape, and nothing of who asked?"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from bot.querylog.rows import make_row
from tests.bot.querylog.samples import (
    ARTICLE,
    AT,
    CHAT_ID,
    CORPUS,
    PSEUDONYMS,
    USER_ID,
    answer,
    asker,
    passage,
)


def test_the_shape_is_the_contracts() -> None:
    given = answer(
        "When do the Geneva talks start?",
        outcome="answered",
        hits=(passage(1, 0, 29),),
        candidates=(passage(2, 30, 69),),
        understood="Geneva",
        unknown=("Macron",),
        terms=("geneva", "talk"),
        score=0.8125,
        threshold=0.27,
        latency_ms=3.14159,
    )
    citation = {
        "article": "geneva",
        "title": "Geneva talks",
        "publisher": "The Paper",
        "published": "2022-01-09",
        "url": "https://paper.example/geneva",
        "times": [],
    }
    first = citation | {"start": 0, "end": 29, "text": ARTICLE.text[:29]}
    second = citation | {"start": 30, "end": 69, "text": ARTICLE.text[30:69]}
    assert make_row(asker("update-1"), given, AT, CORPUS, PSEUDONYMS).to_json() == {
        "uid": "update-1",
        "at": "2022-01-09T18:30:15.250Z",
        "via": "telegram",
        "command": "ask",
        "chat": PSEUDONYMS.of("chat", CHAT_ID),
        "user": PSEUDONYMS.of("user", USER_ID),
        "question": "When do the Geneva talks start?",
        "outcome": "answered",
        "why": {
            "score": 0.8125,
            "threshold": 0.27,
            "unknown": ["Macron"],
            "terms": ["geneva", "talk"],
            "understood": "Geneva",
            "joined": None,
            "levers": [],
            "by_meaning": False,
            "foreign_language": None,
        },
        "shown": [
            {"rank": 1, "score": 1.0, "cited": True, "citation": first},
            {"rank": 2, "score": 0.5, "cited": False, "citation": second},
        ],
        "feedback": None,
        "latency_ms": 3.142,
        "corpus": CORPUS,
    }


def test_a_passage_kept_back_is_not_cited_and_none_comes_twice() -> None:
    given = answer(nearest=(passage(1, 0, 29),), candidates=(passage(2, 0, 29), passage(3, 30, 69)))
    row = make_row(asker("1"), given, AT, CORPUS, PSEUDONYMS)
    assert [(shown.rank, shown.cited) for shown in row.shown] == [(1, False), (3, False)]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (passage(5, 0, 29), True),
        (passage(1, 0, 29, replace(ARTICLE, title="Another title")), True),
        (passage(1, 0, 28), False),
        (passage(1, 0, 29, replace(ARTICLE, id="another")), False),
        (passage(1, 0, 29, replace(ARTICLE, text=ARTICLE.text.replace("Monday", "Friday"))), False),
    ],
)
def test_a_passage_is_known_by_its_place_and_words(other: object, same: bool) -> None:  # noqa: FBT001
    both = [
        make_row(asker("1"), answer(nearest=(found,)), AT, CORPUS, PSEUDONYMS).shown[0].passage_id
        for found in (passage(1, 0, 29), other)
    ]
    assert (both[0] == both[1]) is same


def test_an_asker_without_a_user_has_no_pseudonym() -> None:
    assert make_row(asker("1", user_id=None), answer(), AT, CORPUS, PSEUDONYMS).user is None


def test_times_are_kept_in_utc() -> None:
    kyiv = AT.astimezone(dt.timezone(dt.timedelta(hours=2)))
    assert make_row(asker("1"), answer(), kyiv, CORPUS, PSEUDONYMS).at == "2022-01-09T18:30:15.250Z"


def test_what_utf_8_cannot_hold_is_replaced_everywhere() -> None:
    bad = "a\ud800b"
    found = passage(1, 0, 5, replace(ARTICLE, title=bad))
    given = answer(bad, nearest=(found,), understood=bad, unknown=(bad,), terms=(bad,))
    row = make_row(asker(bad, command=bad), given, AT, CORPUS, PSEUDONYMS)
    written = json.dumps(row.to_json(), ensure_ascii=False).encode().decode()
    assert written.count("a\ufffdb") == 7
