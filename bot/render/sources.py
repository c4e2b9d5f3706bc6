"""Which articles are there, and what does one say?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import NullTranslations
from itertools import groupby

from bot.render.html import escape, italic
from bot.render.source_line import Sources
from bot.render.split import split
from corpus.models import Article, Corpus, Passage

A_PAGE = 8
"""Articles in a list."""
LONGEST_PAGE = 2_500
"""UTF-16 units of an article: three screens of a phone."""


def sources_html(corpus: Corpus, newest: Sequence[int], page: int, words: NullTranslations) -> str:
    """A page, from 0, of the articles in this order, numbered through."""
    count = len(corpus.articles)
    if not count:
        return words.gettext("There are no articles yet.")
    heading = words.ngettext("{count} article", "{count} articles", count).format(count=count)
    sources = Sources(corpus, words, first=page * A_PAGE + 1)
    lines = [f"<b>{heading}</b>", *(sources.line(corpus.articles[number]) for number in on_page(newest, page))]
    if (pages := count_pages(newest)) > 1:
        lines.append(italic(words.gettext("page {number} of {count}").format(number=page + 1, count=pages)))
    return "\n".join(lines)


def on_page(newest: Sequence[int], page: int) -> Sequence[int]:
    return newest[page * A_PAGE : (page + 1) * A_PAGE]


def count_pages(newest: Sequence[int]) -> int:
    return -(-len(newest) // A_PAGE)


def article_pages(article: Article, number: int, corpus: Corpus, words: NullTranslations) -> Sequence[str]:
    """All that it says, in its words: its passages, without what is furniture of its page; numbered as in the list."""
    source = Sources(corpus, words, first=number).line(article)
    parts = split("\n\n".join(_paragraphs(article, corpus)), LONGEST_PAGE) or [""]
    if len(parts) == 1:
        return [f"{source}\n\n{parts[0]}".rstrip()]
    turned = words.gettext("page {number} of {count}")
    return [
        f"{source}\n\n{part}\n\n{italic(turned.format(number=number, count=len(parts)))}"
        for number, part in enumerate(parts, 1)
    ]


def _paragraphs(article: Article, corpus: Corpus) -> Iterator[str]:
    for _, passages in groupby(corpus.passages_of(article.id), key=lambda passage: passage.paragraph):
        yield " ".join(_write(passage, article) for passage in passages)


def _write(passage: Passage, article: Article) -> str:
    text = passage.span.of(article.text)
    match passage.kind:
        case "prose":
            return escape(text)
        case "heading":
            return f"<b>{escape(text)}</b>"
        case "caption":
            return italic(text)
