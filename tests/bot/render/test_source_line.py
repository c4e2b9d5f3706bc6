from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.source_line import Sources
from bot.simulator.markup import parse_html
from corpus.models import Article
from tests.bot.telegram.samples import FIRST, SECOND, SEEDS, make_corpus

QUOTED = Article("quoted", "“So if we really want to make progress,” he said.")
LINKED = replace(SECOND, title="A < B", published=None, publisher="CNN & co", url='https://example.org/?a="b"&c')
ANYTHING = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("article", "line"),
    [
        (FIRST, "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022"),
        (SECOND, "[1] Geneva talks hinge on Russia deescalating Ukraine threat · Sun 9 Jan 2022 (date inferred)"),
        (QUOTED, "[1] “So if we really want…” · undated"),
        (Article("short", "No."), "[1] “No…” · undated"),
        (Article("empty", ""), "[1] empty · undated"),
        (Article("blank", "", title=" \n"), "[1] blank · undated"),
        (
            LINKED,
            '[1] <a href="https://example.org/?a=&quot;b&quot;&amp;c">A &lt; B</a> · CNN &amp; co · undated',
        ),
        (replace(SECOND, url="javascript:alert(1)", title="T"), "[1] T · Sun 9 Jan 2022 (date inferred)"),
        (Article("long", "", title="word " * 40), f"[1] {'word ' * 23}word… · undated"),
    ],
)
def test_a_source_line(article: Article, line: str) -> None:
    assert Sources(make_corpus(article), NullTranslations()).line(article) == line


def test_an_article_is_described_once_and_numbered_after_that() -> None:
    sources = Sources(SEEDS, NullTranslations())
    lines = [sources.line(article) for article in (SECOND, FIRST, SECOND, FIRST)]
    assert [line[:4] for line in lines] == ["[1] ", "[2] ", "[1]", "[2]"]


@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
def test_a_source_line_is_one_line_that_telegram_accepts(text: str, title: str, publisher: str, url: str) -> None:
    article = Article("id", text, title=title, publisher=publisher, url=f"https://{url}")
    line = parse_html(Sources(make_corpus(article), NullTranslations()).line(article)).text
    assert line.startswith("[1] ")
    assert "\n" not in line


def test_articles_are_numbered_as_they_come() -> None:
    sources = Sources(SEEDS, NullTranslations())
    for article in (SECOND, FIRST, SECOND):
        sources.line(article)
    assert list(sources.numbered) == [SECOND.id, FIRST.id]
