from __future__ import annotations

import pytest

from bot.i18n import shipped, words
from bot.render.answer import answer_html
from corpus.models import Corpus
from retrieval.answer import Answer


@pytest.mark.parametrize("language", shipped())
def test_thanks_and_greetings_are_answered_in_short(language: str) -> None:
    said = [
        answer_html(Answer(text, "about"), Corpus((), ()), words(language))
        for text in ("Thanks!", "Hello", "ok", "Who are you?")
    ]
    assert len(set(said)) == len(said)
    assert all("\n" not in text and "<" not in text for text in said[:3])


def test_who_thanks_is_told_to_be_welcome() -> None:
    assert answer_html(Answer("Danke!", "about"), Corpus((), ()), words("de")).startswith("Gern geschehen!")
