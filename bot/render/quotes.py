"""Who is quoted, and with which words?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from bot.render.html import bold, escape, italic, plain
from bot.render.punctuation import quoted
from bot.render.quote_lines import QuoteLines, split_others
from bot.render.shorten import shorten
from bot.render.source_line import Sources
from bot.render.split import LIMIT, split
from corpus.models import Speaker
from retrieval.filters import Filter
from retrieval.quote_book import QuoteBook, Quoted, SaidQuote, Statement, count_quotes

MOST_QUOTES = 5
"""Statements on a page."""
MOST_SPEAKERS = 20
MOST_ROLES = 4
MOST_UNKNOWN = 4
"""Words that are nobody's name."""
LONGEST_NAME = 60
ROOM_FOR_HEADING = 600
"""UTF-16 units of a name, its counts, its roles and the number of the page."""

Page = Sequence[Statement]


def overview_html(book: QuoteBook, words: NullTranslations) -> str:
    """Whoever is quoted, the most quoted first."""
    if not book.said:
        return words.gettext("The articles quote nobody.")
    count = len(book.said)
    heading = words.ngettext("{count} quotation", "{count} quotations", count).format(count=count)
    lines = [f"<b>{heading}</b>", *(_count(quoted, words) for quoted in book.speakers[:MOST_SPEAKERS])]
    if more := len(book.speakers[MOST_SPEAKERS:]):
        lines.append(italic(words.ngettext("and {more} other", "and {more} others", more).format(more=more)))
    if unclear := sum(not said.is_sure for said in book.said):
        told = words.ngettext("{count} whose speaker is unclear", "{count} whose speakers are unclear", unclear)
        lines.append(italic(told.format(count=unclear)))
    return "\n".join(lines)


def label_speaker(quoted: Quoted) -> str:
    """For a button: Antony Blinken · 7"""
    return f"{shorten(quoted.speaker.name, LONGEST_NAME)} · {quoted.direct + quoted.reported}"


def turn_pages(book: QuoteBook, found: Iterable[SaidQuote], words: NullTranslations) -> Sequence[Page]:
    """Whole statements on as few pages as hold them, those whose speaker is unclear on the last ones."""
    found = list(found)
    sure = book.fold(said for said in found if said.is_sure)
    unclear = book.fold(said for said in found if not said.is_sure)
    pages: list[list[Statement]] = []
    room = 0
    for statement in (*sure, *unclear):
        needed = _room(statement, book, words)
        if not pages or needed > room or len(pages[-1]) == MOST_QUOTES:
            pages.append([])
            room = LIMIT - ROOM_FOR_HEADING
        pages[-1].append(statement)
        room -= needed
    return pages


def page_html(
    book: QuoteBook, found: Sequence[SaidQuote], pages: Sequence[Page], number: int, words: NullTranslations
) -> str:
    """Page `number`, from 1, of what was found."""
    page = pages[number - 1]
    quoted = count_quotes(found)
    # Under somebody's name stands nothing that may be somebody else's.
    one = quoted[0] if len(quoted) == 1 and all(said.is_sure for said in found) else None
    sources = Sources(book.corpus, words)
    lines = QuoteLines(sources, words, named_above=one is not None)
    sure = [lines.write(statement) for statement in page if statement.quote.is_sure]
    unclear = [lines.write(statement) for statement in page if not statement.quote.is_sure]
    if unclear:
        unclear.insert(0, bold(words.gettext("Speaker unclear")))
    # Written last: the roles bear the numbers that the articles have on this page.
    heading = _heading(found, one, words) + (_roles(one.speaker, page, sources, words) if one else "")
    if len(pages) > 1:
        heading += "\n" + italic(words.gettext("page {number} of {count}").format(number=number, count=len(pages)))
    # Only a source line that fills a message by itself has to be cut.
    return split("\n\n".join([heading, *sure, *unclear]))[0]


def not_found_html(wanted: Filter, nearest: Sequence[Speaker], words: NullTranslations) -> str:
    """That there is no such quotation, and whose names are nearest."""
    lines = [words.gettext("No such quotation.")]
    if wanted.unknown:
        unknown = wanted.unknown[:MOST_UNKNOWN]
        named = ", ".join(quoted(escape(shorten(word, LONGEST_NAME)), words) for word in unknown)
        told = words.ngettext(
            "Nobody quoted has the name {name}, and no quotation holds it.",
            "Nobody quoted has the names {name}, and no quotation holds them.",
            len(unknown),
        )
        lines = [told.format(name=named)]
    if nearest:
        names = ", ".join(escape(shorten(speaker.name, LONGEST_NAME)) for speaker in nearest)
        lines.append(words.gettext("The nearest names: {names}").format(names=names))
    return "\n".join(lines)


def unread_html(wanted: Filter, words: NullTranslations) -> str:
    """What in a filter could not be read; empty where all could."""
    told = {
        "no_day": words.gettext("“{words}” can’t be read as a day."),
        "backwards": words.gettext("“{words}” ends before it begins."),
    }
    return "\n".join(told[one.reason].format(words=escape(shorten(one.text, LONGEST_NAME))) for one in wanted.unread)


def _count(quoted: Quoted, words: NullTranslations) -> str:
    """Sergei Ryabkov · 2 direct, 1 reported"""
    direct = words.ngettext("{count} direct", "{count} direct", quoted.direct).format(count=quoted.direct)
    reported = words.ngettext("{count} reported", "{count} reported", quoted.reported).format(count=quoted.reported)
    counts = [text for text, count in ((direct, quoted.direct), (reported, quoted.reported)) if count]
    return f"<b>{escape(shorten(quoted.speaker.name, LONGEST_NAME))}</b> · {', '.join(counts)}"


def _heading(found: Sequence[SaidQuote], one: Quoted | None, words: NullTranslations) -> str:
    if one:
        return _count(one, words)
    count = len(found)
    return bold(words.ngettext("{count} quotation", "{count} quotations", count).format(count=count))


def _roles(speaker: Speaker, page: Page, sources: Sources, words: NullTranslations) -> str:
    """As each article on the page gives them: “Foreign Minister” in [1], “Deputy Foreign Minister” in [2]"""
    shown = [said for statement in page for said in (statement.quote, *split_others(statement)[0])]
    articles = {said.quote.article_id: said.citation.article for said in shown}
    given: dict[str, dict[str, None]] = {}
    for article_id, role in speaker.roles:
        if article_id in articles:
            given.setdefault(role, {})[sources.line(articles[article_id])] = None
    told = [
        words.gettext("“{role}” in {sources}").format(role=escape(shorten(role, LONGEST_NAME)), sources="".join(known))
        for role, known in list(given.items())[:MOST_ROLES]
    ]
    return "\n" + ", ".join(told) if told else ""


def _room(statement: Statement, book: QuoteBook, words: NullTranslations) -> int:
    """UTF-16 units of a statement where every source is described anew: no page has more of it."""
    written = QuoteLines(Sources(book.corpus, words), words, named_above=False).write(statement)
    return len(plain(written).encode("utf-16-le")) // 2 + len("\n\n")
