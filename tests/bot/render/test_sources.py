from __future__ import annotations

from gettext import NullTranslations

from bot.render.sources import A_PAGE, article_pages, count_pages, sources_html
from bot.simulator.markup import parse_html
from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Article
from retrieval.newest import newest_first
from tests.bot.telegram.samples import SEEDS, make_corpus

WORDS = NullTranslations()
MANY = make_corpus(*(Article(f"{n}", "", title=f"No. {n}", published=f"2022-01-{n:02}") for n in range(1, 32)))
LONG = make_corpus(Article("long", "\n".join(f"{n} {'word ' * 100}." for n in range(20)), title="Long"))


def test_sources() -> None:
    assert sources_html(SEEDS, [0, 1], 0, WORDS) == (
        "<b>2 articles</b>\n"
        "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022\n"
        "[2] Geneva talks hinge on Russia deescalating Ukraine threat · Sun 9 Jan 2022 (date inferred)"
    )


def test_many_are_paged_and_numbered_through() -> None:
    newest = newest_first(MANY)
    assert count_pages(newest) == 4
    first, last = (sources_html(MANY, newest, page, WORDS).split("\n") for page in (0, 3))
    assert first[:2] == ["<b>31 articles</b>", "[1] No. 31 · Mon 31 Jan 2022"]
    assert first[-2:] == [f"[{A_PAGE}] No. 24 · Mon 24 Jan 2022", "<i>page 1 of 4</i>"]
    assert last[-2:] == ["[31] No. 1 · Sat 1 Jan 2022", "<i>page 4 of 4</i>"]


def test_no_sources() -> None:
    assert sources_html(make_corpus(), [], 0, WORDS) == "There are no articles yet."


def test_an_article_is_read_in_its_own_words() -> None:
    corpus = ingest(find_files(seed_folder()))
    for article in corpus.articles:
        pages = article_pages(article, 7, corpus, WORDS)
        texts = [parse_html(page).text for page in pages]
        assert all(text.startswith("[7] ") for text in texts)
        told = "\n".join(texts)
        assert all(passage.span.of(article.text) in told for passage in corpus.passages_of(article.id))


def test_a_long_article_is_paged() -> None:
    pages = article_pages(LONG.articles[0], 1, LONG, WORDS)
    assert len(pages) > 3
    assert pages[1].startswith("[1] Long · undated\n\n")
    assert pages[1].endswith(f"<i>page 2 of {len(pages)}</i>")


def test_an_article_without_passages_is_a_line() -> None:
    empty = Article("x", "", title="T")
    assert article_pages(empty, 1, make_corpus(empty), WORDS) == ["[1] T · undated"]
