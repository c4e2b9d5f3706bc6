"""Are two ways to write a question one question, and two questions two?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.same_question import question_key

LEADS = "Who leads the Russian side?"


@pytest.mark.parametrize(
    "again", ["who leads russian side", "WHO LEADS THE RUSSIAN SIDE??", "Please, who led Russia's side?", f" {LEADS}\n"]
)
def test_the_same(again: str) -> None:
    assert question_key(again) == question_key(LEADS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LEADS, "When did the Russian side lead?"),
        (LEADS, "Who doesn't lead the Russian side?"),
        ("What happened before the talks?", "What happened after the talks?"),
        ("Did Russia invade?", "Will Russia invade?"),
        ("Will Russia invade Ukraine?", "Will Ukraine invade Russia?"),
        ("?", "!"),
        ("🙂", "🙃"),
        ("", "?"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert question_key(one) != question_key(other)


@given(st.text())
def test_a_key_is_a_digest_of_any_text(text: str) -> None:
    assert len(bytes.fromhex(question_key(text))) == 8
