from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import message
from retrieval.answer import Answer
from retrieval.followup import Exchange
from retrieval.message import MOST_QUESTIONS, answer_message, split_questions
from retrieval.topics import has_content

LEADS = "Who leads the Russian side?"
FIRST_THREE = ["Who led?", "Who left?", "Who lost?"]


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
        ("Who led? Who left? Who lost? Who won? Who drew? Well.", [*FIRST_THREE, "Who won? Who drew? Well."]),
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


def test_no_more_is_read_than_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def note(part: str) -> bool:
        read.append(part)
        return has_content(part)

    monkeypatch.setattr(message, "has_content", note)
    assert split_questions("Who led? " * 400)[:MOST_QUESTIONS] == ["Who led?"] * MOST_QUESTIONS
    assert len(read) == MOST_QUESTIONS + 2


def test_each_question_may_lean_on_those_before_it() -> None:
    asked: list[tuple[str, str | None]] = []

    def answer(question: str, previous: Exchange | None) -> Answer:
        asked.append((question, previous.question if previous else None))
        return Answer(question, "no_answer", terms=() if question == "Really?" else ("x",))

    given = answer_message("Who led? Really? Who left? Who lost? Who won?", Exchange("Where?"), answer, 0.0)
    assert asked == [("Who led?", "Where?"), ("Really? Who left?", "Who led?"), ("Who lost?", "Really? Who left?")]
    assert [one.question for one in given.answers] == [question for question, _ in asked]
    assert given.exchange == Exchange("Who lost?")
    assert given.is_cut
    assert all(one.latency_ms > 0 for one in given.answers)


def test_what_asks_nothing_leaves_the_exchange_before_it() -> None:
    given = answer_message("Thanks!", Exchange("Where?"), lambda text, _: Answer(text, "about"), 0.0)
    assert (given.exchange, given.is_cut) == (Exchange("Where?"), False)


@given(st.lists(st.sampled_from(["Who ", "leads ", "Geneva", "?", "\n", " ", "!", "”", ",", "And "])).map("".join))
def test_no_character_is_lost(text: str) -> None:
    assert "".join("".join(split_questions(text)).split()) == "".join(text.split())
