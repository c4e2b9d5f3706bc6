"""Are days in other languages read?"""

from __future__ import annotations

import pytest

from retrieval.foreign.dates import english_dates


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("12 січня", "12 January"),
        ("12 января 2022 г.", "12 January 2022"),
        ("12. Januar 2022", "12 January 2022"),
        ("12 janvier", "12 January"),
        ("1er mars", "1 March"),
        ("12 de enero de 2022", "12 January 2022"),
        ("12 stycznia", "12 January"),
        ("в понедельник", "в Monday"),
        ("у п’ятницю", "у Friday"),
        ("Women of mars", "Women of mars"),
        ("12 soldiers", "12 soldiers"),
        ("12 Jan", "12 Jan"),
    ],
)
def test_days_are_said_in_english(text: str, english: str) -> None:
    assert english_dates(text) == english
