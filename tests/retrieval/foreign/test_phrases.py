"""Are the phrases of a question said in English, however long it is?"""

from __future__ import annotations

import re

import pytest

from retrieval.foreign import phrases
from retrieval.foreign.language import FOREIGN, Foreign
from retrieval.foreign.phrases import english_phrases


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        ("de", "was hat Blinken über die NATO gesagt?", "what did Blinken say über die NATO?"),
        ("de", "was hat Blinken gesagt?", "what did Blinken say ?"),
        ("fr", "Qu'a dit Blinken à Genève ?", "what did Blinken say à Genève ?"),
        ("es", "¿Qué dijo Blinken sobre la OTAN?", "¿what did Blinken say sobre la OTAN?"),
        ("pl", "Co powiedział Blinken o NATO?", "what did Blinken say o NATO?"),
        ("ru", "Что сказал Рябков об иллюзиях?", "what did Рябков say об иллюзиях?"),
        ("uk", "Що сказав Блінкен?", "what did Блінкен say?"),
    ],
)
def test_who_said_what(language: Foreign, asked: str, said: str) -> None:
    assert english_phrases(asked, language) == said


@pytest.mark.parametrize("language", FOREIGN)
def test_no_phrase_runs_through_a_whole_message(language: Foreign) -> None:
    """What has no end is tried from every place to every other: “was hat über” 315 times took seconds."""
    patterns = [said.pattern for said, _ in phrases._COMPILED[language]]
    assert [pattern for pattern in patterns if re.search(r"[\])][+*]|\\\w[+*]|\.[+*]", pattern)] == []


def test_a_long_message_is_read() -> None:
    asked = ("was hat über " * 315)[:4096]
    assert english_phrases(asked, "de") == asked
