"""Which article does a passage come from, on one line?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from gettext import NullTranslations

from bot.render.dates import write_day
from bot.render.html import clean, escape, link
from bot.render.punctuation import quoted
from corpus.models import Article, Corpus

OPENING_WORDS = 5
LONGEST_TITLE = 120
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


class Sources:
    """Numbers the articles of one reply by their first appearance in it."""

    def __init__(self, corpus: Corpus, words: NullTranslations, first: int = 1) -> None:
        self._corpus = corpus
        self._words = words
        self._first = first
        self._numbers: dict[str, int] = {}

    def __contains__(self, article: Article) -> bool:
        return article.id in self._numbers

    @property
    def numbered(self) -> Sequence[str]:
        """The ids of the articles that have a number, in this order."""
        return tuple(self._numbers)

    def line(self, article: Article) -> str:
        """The whole source line where the article first appears, its number alone after that."""
        first = article not in self
        number = self._numbers.setdefault(article.id, len(self._numbers) + self._first)
        return f"[{number}] {self._describe(article)}" if first else f"[{number}]"

    def _describe(self, article: Article) -> str:
        name, url = _name(article, self._corpus, self._words), article.url or ""
        linked = link(name, url) if _WEB.fullmatch(url) else escape(name)
        publisher = escape(_one_line(article.publisher or ""))
        return " · ".join(part for part in (linked, publisher, self._date(article)) if part)

    def _date(self, article: Article) -> str:
        if article.day is None:
            return self._words.gettext("undated")
        day = write_day(article.day, self._words)
        if article.published_from == "inferred":
            return self._words.gettext("{day} (date inferred)").format(day=day)
        return day


def _name(article: Article, corpus: Corpus, words: NullTranslations) -> str:
    """The title; without one the opening words, in quotation marks."""
    title = _one_line(article.title or "")
    if title:
        return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    prose = (passage for passage in corpus.passages_of(article.id) if passage.kind == "prose")
    opening = next((passage.span.of(article.text) for passage in prose), "")
    first = " ".join(_one_line(opening).split(" ")[:OPENING_WORDS]).strip('“”„«»"').rstrip(" ,.;:–—-")
    return quoted(f"{first}…", words) if first else _one_line(article.id)


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
