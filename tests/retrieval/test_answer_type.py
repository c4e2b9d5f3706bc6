"""Is it seen what kind of thing a question asks for, and where one stands?"""

from __future__ import annotations

from typing import get_args

import pytest

from retrieval.answer_type import DECISIVE, WEIGHTS, AnswerType, find_answer_type, holds


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What time do the talks begin?", "clock"),
        ("At which hour?", "clock"),
        ("What time of year is it?", None),
        ("In what time frame?", None),
        ("How long will the talks last?", "duration"),
        ("How long has the situation been tense?", "elapsed"),
        ("How long since they last met?", "elapsed"),
        ("How many soldiers are there?", "number"),
        ("how much does it cost", "number"),
        ("What share of the gas is Russian?", "number"),
        ("How far is the border?", "number"),
        ("When do the talks start?", "date"),
        ("WHEN?", "date"),
        ("On which day will they meet?", "date"),
        ("How soon?", "date"),
        ("Who leads the Russian side?", "person"),
        ("Whose side is he on?", "person"),
        ("Whom will she meet?", "person"),
        ("Which minister spoke?", "person"),
        ("Where are the talks?", "place"),
        ("In which city?", "place"),
        # the surest kind first, whatever word comes first
        ("Who said when they start?", "date"),
        ("Where and when?", "date"),
        # no kind
        ("What does Russia demand?", None),
        ("Why?", None),
        ("How come?", None),
        ("The whole nowhere whenever", None),
        ("", None),
    ],
)
def test_what_is_asked_for(question: str, kind: AnswerType | None) -> None:
    assert find_answer_type(question) == kind


@pytest.mark.parametrize(
    ("kind", "passage"),
    [
        ("clock", "It begins at 5:17 p.m."),
        ("clock", "at 9 am sharp"),
        ("clock", "They met at 17:00."),
        ("clock", "until midnight"),
        ("clock", "five o’clock"),
        ("duration", "It may take weeks."),
        ("duration", "two and a half years"),
        ("duration", "The tunnel is 14.6 km long."),
        ("duration", "He was king, 1912–1947."),
        ("elapsed", "the first meeting in two and a half years"),
        ("number", "around 100,000 soldiers"),
        ("number", "Thousands of troops"),
        ("date", "They begin Monday."),
        ("date", "since the 1990s"),
        ("date", "On January 13"),
        ("person", "as Foreign Minister Sergei Ryabkov"),
        ("person", "Antony Blinken said so."),
        ("person", "“Antony Blinken said so."),
        ("place", "The talks in Geneva"),
        ("place", "on the Ukrainian border"),
    ],
)
def test_held(kind: AnswerType, passage: str) -> None:
    assert holds(kind, passage)


@pytest.mark.parametrize(
    ("kind", "passage"),
    [
        ("clock", "It begins on January 9, 2022."),
        ("clock", "at 9 amazing places"),
        ("duration", "The talks begin soon."),
        ("duration", "Talks take place on January 13."),
        ("duration", "the first meeting in two and a half years"),
        ("elapsed", "The talks begin soon."),
        ("number", "A few soldiers, someone says."),
        ("date", "They will meet again."),
        ("date", "The mayor may not."),
        ("person", "the ministers said"),
        ("person", "Talks begin."),
        ("place", "in good faith"),
    ],
)
def test_not_held(kind: AnswerType, passage: str) -> None:
    assert not holds(kind, passage)


def test_every_kind_has_its_weight() -> None:
    assert WEIGHTS.keys() == set(get_args(AnswerType))
    assert set(WEIGHTS) > DECISIVE


@pytest.mark.parametrize("kind", get_args(AnswerType))
@pytest.mark.parametrize("part", ["A", "A-", "A’", "Aa Aa-", "Aa Aa ", "in the ", "in a ", "9", "9:", "9 ", ". Aa"])
def test_long_repetitions(kind: AnswerType, part: str) -> None:
    """A pattern that tried every way to match would hang here."""
    text = (part * 200_000)[:200_000]
    assert holds(kind, text) in {True, False}
    assert find_answer_type(text) is None
