"""Who is quoted, and with which words?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import NullTranslations
from itertools import accumulate, pairwise

from bot.render.html import bold, escape, italic, plain
from bot.render.punctuation import quoted
from bot.render.quote_lines import QuoteLines, split_others
from bot.render.shorten import shorten
from bot.render.source_line import Sources
from bot.render.split import LIMIT, split
from corpus.models import Speaker
from retrieval.filters import Filter
from retrieval.listing import QuoteList
from retrieval.quote_book import QuoteBook, Quoted, SaidQuote, Statement, count_quotes

MOST_QUOTES = 5
"""Statements on a page."""
MOST_SPEAKERS = 20
MOST_ROLES = 4
MOST_UNKNOWN = 4
"""Words that are nobody's name."""
MOST_OFFERED = 3
"""Persons who are named where no name is near."""
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


def turn_pages(
    book: QuoteBook, found: Iterable[SaidQuote], words: NullTranslations, sizes: bytes = b""
) -> Sequence[Page]:
    """Whole statements on as few pages as hold them, those whose speaker is unclear on the last ones.

    `sizes` tells how many statements each page holds, where that was measured before: to measure writes them all.
    """
    found = list(found)
    sure = book.fold(said for said in found if said.is_sure)
    unclear = book.fold(said for said in found if not said.is_sure)
    statements = (*sure, *unclear)
    ends = accumulate(sizes or _measure(statements, book, words), initial=0)
    return [statements[begin:end] for begin, end in pairwise(ends)]


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


def not_found_html(listed: QuoteList, words: NullTranslations) -> str:
    """That there is no such quotation; whose names are near, and where none is, who is quoted most."""
    unknown = listed.wanted.unknown[:MOST_UNKNOWN]
    if not unknown:
        return words.gettext("No such quotation.")
    named = ", ".join(quoted(escape(shorten(word, LONGEST_NAME)), words) for word in unknown)
    told = words.ngettext(
        "Nobody quoted has the name {name}, and no quotation holds it.",
        "Nobody quoted has the names {name}, and no quotation holds them.",
        len(unknown),
    )
    lines = [told.format(name=named)]
    if listed.nearest:
        lines.append(words.gettext("The nearest names: {names}").format(names=_names(listed.nearest)))
    elif people := [one.speaker for one in listed.book.speakers if one.speaker.kind == "person"]:
        lines.append(words.gettext("Most quoted: {names}.").format(names=_names(people[:MOST_OFFERED])))
    return "\n".join(lines)


def unread_html(wanted: Filter, words: NullTranslations) -> str:
    """What in a filter could not be read; empty where all could."""
    told = {
        "no_day": words.gettext("“{words}” can’t be read as a day."),
        "backwards": words.gettext("“{words}” ends before it begins."),
    }
    return "\n".join(told[one.reason].format(words=escape(shorten(one.text, LONGEST_NAME))) for one in wanted.unread)


def _names(speakers: Iterable[Speaker]) -> str:
    return ", ".join(escape(shorten(speaker.name, LONGEST_NAME)) for speaker in speakers)


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
    """As the articles on the page give them, in this order: “Foreign Minister” in [1], “Deputy Minister” in [2]"""
    shown = [said for statement in page for said in (statement.quote, *split_others(statement)[0])]
    articles = {said.quote.article_id: said.citation.article for said in shown}
    given: dict[str, dict[str, None]] = {}
    for article_id in filter(articles.__contains__, sources.numbered):
        for role in (role for told_by, role in speaker.roles if told_by == article_id):
            given.setdefault(role, {})[sources.line(articles[article_id])] = None
    told = [
        words.gettext("“{role}” in {sources}").format(role=escape(shorten(role, LONGEST_NAME)), sources="".join(known))
        for role, known in list(given.items())[:MOST_ROLES]
    ]
    return "\n" + ", ".join(told) if told else ""


def _measure(statements: Iterable[Statement], book: QuoteBook, words: NullTranslations) -> Sequence[int]:
    """How many statements each page holds."""
    sizes: list[int] = []
    room = 0
    for statement in statements:
        needed = _room(statement, book, words)
        if not sizes or needed > room or sizes[-1] == MOST_QUOTES:
            sizes.append(0)
            room = LIMIT - ROOM_FOR_HEADING
        sizes[-1] += 1
        room -= needed
    return sizes


def _room(statement: Statement, book: QuoteBook, words: NullTranslations) -> int:
    """UTF-16 units of a statement where every source is described anew: no page has more of it."""
    written = QuoteLines(Sources(book.corpus, words), words, named_above=False).write(statement)
    return len(plain(written).encode("utf-16-le")) // 2 + len("\n\n")
