"""Is a speaker found by the name that a reader types?"""

from __future__ import annotations

import pytest

from corpus.models import Speaker, SpeakerKind
from retrieval.speaker_names import SpeakerNames


def speaker(name: str, *others: str, kind: SpeakerKind = "person") -> Speaker:
    return Speaker(name, name, kind, (name, *others), ())


NAMES = SpeakerNames(
    [
        speaker("Antony Blinken", "Blinken", "Tony Blinken"),
        speaker("Sergei Ryabkov"),
        speaker("George Bush"),
        speaker("Laura Bush"),
        speaker("Ursula von der Leyen"),
        speaker("State Department", kind="organisation"),
        speaker("senior official", kind="anonymous"),
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


def test_the_nearest_are_offered() -> None:
    assert [one.name for one in NAMES.nearest("Blanken", 1)] == ["Antony Blinken"]
    assert [one.name for one in NAMES.nearest("Rybakova", 1)] == ["Sergei Ryabkov"]
    assert len(NAMES.nearest("Macron")) == 3
    everybody = {one.name for one in NAMES.nearest("?", 20)}
    assert len(everybody) == 7
    assert "senior official" not in everybody


def test_where_nobody_speaks_nobody_is_found() -> None:
    names = SpeakerNames([])
    assert (names.named("x"), names.near("Blinken"), names.nearest("x")) == ([], [], [])
