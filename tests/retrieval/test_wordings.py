"""Is a question read in the operator's words too, and is a bad line refused with its number?"""

from __future__ import annotations

import pytest

from retrieval.json_lines import LineError
from retrieval.wordings import MOST_READINGS, Readings, Wording, parse_wording, parse_wordings

LED = Wording("chief negotiator", "led")
SOLDIERS = Wording("troop strength", "how many soldiers")


def texts(question: str, *wordings: Wording) -> list[str]:
    return [reading.text for reading in Readings(wordings).of(question)]


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Moscow's chief negotiator?", ["Moscow's led?"]),
        ("CHIEF NEGOTIATORS of Russia", ["led of Russia"]),
        ("Who is the chief-negotiator?", ["Who is the led?"]),
        ("the chief of the negotiators", ["the led"]),
        ("troop strength near Kyiv?", ["how many soldiers near Kyiv?"]),
        ("Who negotiates as the chief?", []),
        ("chief", []),
        ("Who leads?", []),
        ("", []),
        ("🙂", []),
    ],
)
def test_a_question_that_holds_the_left_side_is_read_with_the_right_one(question: str, read: list[str]) -> None:
    assert texts(question, LED, SOLDIERS) == [question, *read]


def test_wordings_meet() -> None:
    question = "Is the chief negotiator's troop strength known?"
    assert texts(question, LED, SOLDIERS) == [
        question,
        "Is the led troop strength known?",
        "Is the chief negotiator's how many soldiers known?",
        "Is the led how many soldiers known?",
    ]


def test_two_for_the_same_words_are_two_readings() -> None:
    other = Wording("negotiator", "delegate")
    assert texts("chief negotiator?", LED, other) == ["chief negotiator?", "led?", "chief delegate?"]


def test_a_reading_names_its_wordings() -> None:
    asked, read = Readings([LED]).of("chief negotiator?")
    assert (asked.wordings, read.wordings) == ((), (LED,))


def test_many_wordings_do_not_make_a_question_slow() -> None:
    wordings = [Wording(f"river{letter}", f"lake{letter}") for letter in "bcdfghklm"]
    question = " ".join(wording.asked for wording in wordings * 40)
    assert len(texts(question, *wordings)) == MOST_READINGS


def test_a_file_has_comments_and_empty_lines() -> None:
    text = "# ours\n\n  chief   negotiator~led\r\n\t# troop strength ~ x\ntroop strength ~ how many soldiers"
    assert list(parse_wordings(text)) == [LED, SOLDIERS]
    assert list(parse_wordings("")) == []


def test_what_is_written_reads_back() -> None:
    assert parse_wording(str(LED)) == LED


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("chief negotiator", "is not of the form: words of a question ~ words of the articles"),
        ("a ~ b ~ c", "is not of the form: words of a question ~ words of the articles"),
        ("~ led", "a side of ~ is empty"),
        ("chief ~ ", "a side of ~ is empty"),
        ("who is ~ led", "“who is” holds no word that is searched for"),
        ("negotiator ~ the", "“the” holds no word that is searched for"),
        ("Negotiators ~ negotiator", "both sides are the same to the search"),
        ("Chief negotiators ~ lead", "is the same as line 1"),
    ],
)
def test_a_bad_line_is_named(line: str, says: str) -> None:
    with pytest.raises(LineError) as caught:
        list(parse_wordings(f"chief negotiator ~ led\n# why\n{line}\n"))
    assert str(caught.value) == f"line 3: {says}"
