"""Is a speaker found by the name that a reader types?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.models import Speaker, SpeakerKind
from retrieval.speaker_names import SpeakerNames


def speaker(name: str, *others: str, kind: SpeakerKind = "person") -> Speaker:
    return Speaker(name, name, kind, (name, *others), ())


NAMES = SpeakerNames(
    [
        speaker("Antony Blinken", "Blinken", "Tony Blinken"),
        replace(speaker("Sergei Ryabkov"), roles=(("1", "Deputy Foreign Minister"),)),
        speaker("George Bush"),
        speaker("Laura Bush"),
        speaker("Ursula von der Leyen"),
        speaker("State Department", kind="organisation"),
        speaker("senior official", kind="anonymous"),
        speaker("US official", "Bush official", kind="anonymous"),
        replace(speaker("senior official", kind="anonymous"), id="senior official 2"),
        speaker("Jean-Yves Le Drian"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Blinken", ["Antony Blinken"]),
        ("BLINKEN", ["Antony Blinken"]),
        ("tony blinken", ["Antony Blinken"]),
        ("rjabkow", ["Sergei Ryabkov"]),
        ("Sergey Ryabkov", ["Sergei Ryabkov"]),
        ("Bush", ["George Bush", "Laura Bush"]),
        ("the state department", ["State Department"]),
        ("von der Leyen", ["Ursula von der Leyen"]),
        ("Antony", []),
        ("department", []),
        ("Blink", []),
        ("", []),
    ],
)
def test_named(typed: str, found: list[str]) -> None:
    assert [one.name for one in NAMES.named(typed)] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Antony", ["Antony Blinken"]),
        ("blin", ["Antony Blinken"]),
        ("bli", []),
        ("blinkin", ["Antony Blinken"]),
        ("blinnkin", ["Antony Blinken"]),
        ("Riabkoff", ["Sergei Ryabkov"]),
        ("bosh", []),
        ("Macron", []),
        ("jean-yves", ["Jean-Yves Le Drian"]),
    ],
)
def test_near(typed: str, found: list[str]) -> None:
    assert [one.name for one in NAMES.near(typed)] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Blanken", ["Antony Blinken"]),
        ("Rybakova", ["Sergei Ryabkov"]),
        ("Blinkovsky", ["Antony Blinken"]),
        ("Busch", ["George Bush", "Laura Bush", "US official"]),
        ("department", ["State Department"]),
        ("ofcial", ["senior official", "US official"]),
        ("pineapple ministr", ["Sergei Ryabkov"]),
        ("Blankin Rybkov", ["Sergei Ryabkov", "Antony Blinken"]),
        ("Macron", []),
        ("Biden", []),
        ("Scholz", []),
        ("?", []),
        ("", []),
    ],
)
def test_the_nearest(typed: str, found: list[str]) -> None:
    assert [one.name for one in NAMES.nearest(typed)] == found


def test_no_more_are_offered_than_are_asked_for() -> None:
    assert [one.name for one in NAMES.nearest("Bush", 1)] == ["George Bush"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("official", ["senior official", "US official", "senior official"]),
        ("Minister", ["Sergei Ryabkov"]),
        ("Bush", []),
        ("Blinken official", []),
    ],
)
def test_who_is_described(typed: str, found: list[str]) -> None:
    assert [one.name for one in NAMES.described(typed.split())] == found


def test_where_nobody_speaks_nobody_is_found() -> None:
    names = SpeakerNames([])
    assert (names.named("x"), names.near("Blinken"), names.nearest("x"), names.described(["x"])) == ([], [], [], [])
