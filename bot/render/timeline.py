"""How does a reader see a page of events, and why each was put on its day?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from gettext import NullTranslations
from itertools import groupby, islice

from bot.render.html import bold, escape, italic
from bot.render.punctuation import colon
from bot.render.source_line import Sources
from bot.render.timeline_items import Section
from bot.render.timeline_pages import Line, Page
from bot.render.why import why
from corpus.models import Corpus, Mention

MOST_REASONS = 20
"""Together they fit into one message."""


def timeline_html(page: Page, corpus: Corpus, words: NullTranslations) -> str:
    """The lines, the captions and weeks below them, then the sources."""
    sources = Sources(corpus, words)
    lines = [*_sections(page, words), "", *(sources.line(article) for article in page.articles)]
    if page.count > 1:
        lines.append(italic(page_number(page, words)))
    return "\n".join(lines)


def why_html(page: Page, words: NullTranslations) -> str:
    """“This Monday” → Mon 10 Jan 2022: published Sun 9 Jan 2022 (“are negotiating”) [2]"""
    mentions = (mention for event in page.events for mention in event.mentions)
    shown = (mention for mention in mentions if mention.citation.article in page.articles)
    reasons = dict.fromkeys(f"{escape(why(mention, words))} {_cite(page, mention)}" for mention in shown)
    return "\n".join((bold(words.gettext("Why these dates")), *islice(reasons, MOST_REASONS)))


def page_number(page: Page, words: NullTranslations) -> str:
    return words.gettext("page {number} of {count}").format(number=page.number, count=page.count)


def planned_heading(words: NullTranslations) -> str:
    """Said once above what may have come differently."""
    return words.gettext("planned when the articles were published")


def captions_heading(words: NullTranslations) -> str:
    return colon(words.gettext("captions"), words)


def _sections(page: Page, words: NullTranslations) -> Iterator[str]:
    for section, lines in groupby(page.lines, key=lambda line: line.item.section):
        yield from _section(section, lines, page, words)


def _section(section: Section, lines: Iterable[Line], page: Page, words: NullTranslations) -> Iterator[str]:
    if section == "planned":
        yield italic(planned_heading(words))
    for line in lines:
        match section:
            case "reported" | "planned":
                yield f"<b>{escape(line.when)}</b> {_told(line, page, words)}"
            case "weeks":
                yield f"{italic(colon(line.when, words))} {_told(line, page, words)}"
            case "captions":
                yield f"{italic(captions_heading(words))} {escape(line.when)} {page.cite(line.item.articles)}"


def _told(line: Line, page: Page, words: NullTranslations) -> str:
    told = [f"{escape(telling.text)} {page.cite(telling.articles)}".lstrip() for telling in line.item.tellings]
    if line.item.also:
        told.append(escape(also(line, page, words)))
    return " · ".join(told)


def also(line: Line, page: Page, words: NullTranslations) -> str:
    return words.gettext("also {source}").format(source=page.cite(line.item.also))


def _cite(page: Page, mention: Mention) -> str:
    return page.cite((mention.citation.article,))
