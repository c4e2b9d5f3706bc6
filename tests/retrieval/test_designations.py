"""Is a speaker found by an office, or by what the articles say instead of a name?"""

from __future__ import annotations

import pytest

from corpus.models import Speaker, SpeakerKind
from retrieval.designations import Designations


def speaker(id: str, *names: str, kind: SpeakerKind = "person", roles: tuple[str, ...] = ()) -> Speaker:  # noqa: A002
    return Speaker(id, id, kind, names or (id,), tuple((str(number), role) for number, role in enumerate(roles)))


DESIGNATIONS = Designations(
    [
        speaker("Blinken", roles=("US Secretary of State", "Secretary of State")),
        speaker("Ryabkov", roles=("Deputy Foreign Minister", "Russian Foreign Minister")),
        speaker("Lavrov", roles=("Foreign Minister",)),
        speaker("Price", roles=("spokesman for the Foreign Ministry", "…", "")),
        speaker("administration", "senior administration official", kind="anonymous"),
        speaker("government", "US government official", "the officials", kind="anonymous"),
        speaker("again", "senior administration official", kind="anonymous"),
        speaker("State Department", kind="organisation"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("official", ["administration", "again", "government"]),
        ("officials", ["administration", "again", "government"]),
        ("Senior", ["administration", "again"]),
        ("government official", ["government"]),
        ("official of the government", ["government"]),
        ("minister", ["Ryabkov", "Lavrov"]),
        ("foreign minister", ["Ryabkov", "Lavrov"]),
        ("Russian minister", ["Ryabkov"]),
        ("secretary", ["Blinken"]),
        ("secretary of state", ["Blinken"]),
        ("spokesman", ["Price"]),
        ("foreign", []),
        ("state", []),
        ("State Department", []),
        ("Ryabkov", []),
        ("official about", []),
        ("the official", []),
        ("official Ryabkov", []),
        ("", []),
    ],
)
def test_who_is_meant(typed: str, found: list[str]) -> None:
    assert list(dict.fromkeys(DESIGNATIONS.find(typed.split()))) == found
