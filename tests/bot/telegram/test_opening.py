from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from bot.i18n import words
from bot.service import TalksService
from bot.telegram.opening import find_opening_for
from retrieval.answer import Answer
from retrieval.followup import Exchange
from retrieval.foreign.language import FOREIGN, find_language
from tests.bot.telegram.samples import SEEDS


@contextmanager
def serving(answers: Callable[[str], bool], *, by_meaning: bool) -> Iterator[TalksService]:
    def answer(question: str, _passages: int, _previous: Exchange | None) -> Answer:
        return Answer(question, "answered" if answers(question) else "no_answer")

    service = TalksService(SEEDS, answer)
    service.by_meaning = by_meaning
    yield service
    service.close()


@pytest.mark.parametrize("language", FOREIGN)
async def test_what_is_answered_in_the_reader_s_language_is_offered_in_it(language: str) -> None:
    with serving(lambda _: True, by_meaning=True) as talks:
        questions = (await find_opening_for(words(language), talks)).questions
        english = (await find_opening_for(words("en"), talks)).questions
    assert [find_language(question, language) for question in questions] == [language] * 3
    assert english == ("What did Ryabkov say?", "Who leads the Russian side?", "When do the Geneva talks start?")


async def test_what_is_not_answered_in_it_is_offered_in_english() -> None:
    with serving(lambda question: find_language(question) == "en", by_meaning=True) as talks:
        assert "Who leads the Russian side?" in (await find_opening_for(words("de"), talks)).questions


async def test_by_words_alone_it_is_offered_in_english() -> None:
    with serving(lambda _: True, by_meaning=False) as talks:
        assert "Who leads the Russian side?" in (await find_opening_for(words("de"), talks)).questions
