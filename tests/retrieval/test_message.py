from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.message import split_questions

LEADS = "Who leads the Russian side?"


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (f"{LEADS} And when do the talks start?", [LEADS, "And when do the talks start?"]),
        (f"{LEADS}And where is NATO?", [LEADS, "And where is NATO?"]),
        (f"{LEADS} When?", [LEADS, "When?"]),
        (f"{LEADS}\n\nAnd in Vienna?", [LEADS, "And in Vienna?"]),
        (
            "Who leads the Russian side\nWhen do the talks start",
            ["Who leads the Russian side", "When do the talks start"],
        ),
        ("What can you do? Who leads the Russian side?", ["What can you do?", LEADS]),
        ("On Ryabkov:\nWho is he?\nWhat did he say?", ["On Ryabkov: Who is he?", "What did he say?"]),
        (f"{LEADS} Where is NATO? I mean the council.", [LEADS, "Where is NATO? I mean the council."]),
        (f"{LEADS} Really? What of NATO?", [LEADS, "Really? What of NATO?"]),
        ("Who led? Who left? Who lost? Who won?", ["Who led?", "Who left?", "Who lost?", "Who won?"]),
    ],
)
def test_questions_are_parted(text: str, questions: list[str]) -> None:
    assert split_questions(text) == questions


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        LEADS,
        "Who leads the Russian side?!?",
        "Who leads,\nand where?",
        "Who leads\nthe Russian side?",
        "Hello\nWho leads the Russian side?",
        "Really? Who leads the Russian side?",
        "Who? Where?",
        "The talks are in Geneva. When do they start?",
        "“Will there be concessions?” – who said that about Russia",
        "I read about Geneva.\nThe talks start on Monday.\n",
    ],
)
def test_one_question_stays_as_it_is(text: str) -> None:
    assert split_questions(text) == [text]


@given(st.lists(st.sampled_from(["Who ", "leads ", "Geneva", "?", "\n", " ", "!", "”", ",", "And "])).map("".join))
def test_no_character_is_lost(text: str) -> None:
    assert "".join("".join(split_questions(text)).split()) == "".join(text.split())
