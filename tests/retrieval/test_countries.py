from __future__ import annotations

import pytest

from retrieval.countries import find_countries, speaks_of_others


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The Russians and the U.S.", {"russia", "us"}),
        ("the Americans", {"us"}),
        ("Moscow, the Kremlin and Kyiv", set()),
        ("London and the British", {"uk"}),
        ("the official meeting on Monday", set()),
        ("", set()),
    ],
)
def test_countries_are_found_by_their_names_and_their_people(text: str, countries: set[str]) -> None:
    assert find_countries(text) == countries


@pytest.mark.parametrize(
    ("passage", "question", "others"),
    [
        ("On the Russian side, the talks are being led by Sergei Ryabkov.", "Who leads the American side?", True),
        ("On the Russian side, the talks are being led by Sergei Ryabkov.", "Who leads the Russian side?", False),
        ("Moscow has amassed troops near Ukraine.", "How many Russian troops are there?", False),
        ("The first meeting is on Wednesday.", "When does Russia meet NATO?", False),
        ("The Russian side was late.", "Who was late?", False),
        ("NATO will not promise Russia anything.", "What is open to discussion for Washington?", False),
    ],
)
def test_a_passage_on_others_is_told_from_one_on_those_asked_about(
    passage: str, question: str, *, others: bool
) -> None:
    assert speaks_of_others(passage, question) is others
