"""Which articles are there?"""

from __future__ import annotations

import datetime as dt
from gettext import NullTranslations

from bot.render.html import italic
from bot.render.source_line import Sources
from corpus.models import Corpus

MOST_LISTED = 30


def sources_html(corpus: Corpus, words: NullTranslations) -> str:
    """The newest articles, newest first."""
    count = len(corpus.articles)
    if not count:
        return words.gettext("There are no articles yet.")
    newest = sorted(corpus.articles, key=lambda article: article.day or dt.date.min, reverse=True)[:MOST_LISTED]
    sources = Sources(corpus, words)
    heading = words.ngettext("{count} article", "{count} articles", count).format(count=count)
    lines = [f"<b>{heading}</b>", *(sources.line(article) for article in newest)]
    if more := count - len(newest):
        lines.append(italic(words.ngettext("and {more} older", "and {more} older", more).format(more=more)))
    return "\n".join(lines)
