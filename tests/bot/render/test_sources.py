from __future__ import annotations

from gettext import NullTranslations

from bot.render.sources import MOST_LISTED, sources_html
from corpus.models import Article
from tests.bot.telegram.samples import SEEDS, make_corpus

WORDS = NullTranslations()


def test_sources() -> None:
    assert sources_html(SEEDS, WORDS) == (
        "<b>2 articles</b>\n"
        "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022\n"
        "[2] Geneva talks hinge on Russia deescalating Ukraine threat · Sun 9 Jan 2022 (date inferred)"
    )


def test_the_newest_come_first_and_the_oldest_are_counted() -> None:
    articles = [Article(f"{n}", "", title=f"No. {n}", published=f"2022-01-{n:02}") for n in range(1, 32)]
    lines = sources_html(make_corpus(*articles), WORDS).split("\n")
    assert lines[:2] == ["<b>31 articles</b>", "[1] No. 31 · Mon 31 Jan 2022"]
    assert lines[-2:] == [f"[{MOST_LISTED}] No. 2 · Sun 2 Jan 2022", "<i>and 1 older</i>"]


def test_no_sources() -> None:
    assert sources_html(make_corpus(), WORDS) == "There are no articles yet."
