from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

import pytest

from bot.render.help import help_html, how_html
from bot.render.start import about_html, start_html
from bot.simulator.markup import parse_html
from corpus.models import Article
from tests.bot.telegram.samples import FIRST, SEEDS, make_corpus

WORDS = NullTranslations()
LATER = Article("later", "", published="2022-01-12")
UNDATED = Article("undated", "")


def test_start() -> None:
    assert start_html(SEEDS, ["Antony Blinken", "Sergei <Ryabkov>"], WORDS) == (
        "<b>talks</b> answers from news articles, in their own words. Where they don’t tell, it says so.\n"
        "2 articles, both of Sun 9 Jan 2022, on the talks planned in Geneva, Brussels and Vienna.\n"
        "Most quoted: Antony Blinken, Sergei &lt;Ryabkov&gt;.\n"
        "\n"
        "/timeline · /quotes · /sources · /help · /privacy"
    )
    assert "quoted" not in start_html(SEEDS, [], WORDS)


@pytest.mark.parametrize(
    ("articles", "holdings"),
    [
        ((), "There are no articles yet."),
        ((LATER,), "1 article, of Wed 12 Jan 2022."),
        ((UNDATED,), "1 article."),
        ((LATER, replace(LATER, id="b"), replace(LATER, id="c")), "3 articles, all of Wed 12 Jan 2022."),
        ((LATER, UNDATED), "2 articles, the newest of Wed 12 Jan 2022."),
        (
            (LATER, FIRST),
            "2 articles, from Sun 9 Jan 2022 to Wed 12 Jan 2022, on the talks planned in Geneva, Brussels and Vienna.",
        ),
    ],
)
def test_what_the_articles_are_is_said_of_those_there_are(articles: tuple[Article, ...], holdings: str) -> None:
    assert about_html(make_corpus(*articles), WORDS).split("\n")[1] == holdings


def test_help_names_the_commands_and_the_bot() -> None:
    text = parse_html(help_html("talks_bot", WORDS)).text
    assert all(word in text for word in ("/ask", "/quotes", "/timeline", "/sources", "/about", "@talks_bot"))
    assert all(word in text for word in ("/language", "/privacy, /mydata, /forget"))
    assert len(text.splitlines()) <= 14, "one screen"


def test_about_tells_how_answers_are_made() -> None:
    text = parse_html(how_html(SEEDS, "1.2.3", WORDS)).text
    assert text.startswith("talks answers from news articles")
    assert "word for word" in text
    assert text.endswith("Version 1.2.3")
